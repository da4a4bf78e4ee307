import type { InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';

interface HeldInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onInput' | 'onChange'> {
  value: string;
  onLeave: (typed: string) => void;
}

/** An input that is read when it is left, and keeps what is being typed when the form is drawn anew meanwhile. */
export function HeldInput({ value, onLeave, ...others }: HeldInputProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      {...others}
      value={typed ?? value}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => {
        onLeave(event.currentTarget.value);
        setTyped(undefined);
      }}
    />
  );
}
