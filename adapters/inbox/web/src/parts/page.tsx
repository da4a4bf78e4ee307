import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words/words';

/** The title of the window: 「件名 – 画面 – 段取り」. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), t('product')].join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

let navigated = false;

/** Call when the address changed: the next heading that appears takes the focus. */
export function focusNextHeading(): void {
  navigated = true;
}

/** The one h1 of a screen; focus comes here after navigation. */
export function Heading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!navigated) return;
    navigated = false;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
