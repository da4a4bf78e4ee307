import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Letter keys can be switched off (WCAG 2.1.4); kept in the browser. */
export const lettersOn = signal(localStorage.getItem('letters') !== 'off');
effect(() => localStorage.setItem('letters', lettersOn.value ? 'on' : 'off'));

type Keys = Record<string, (event: KeyboardEvent) => void>;

const open: Keys[] = [];
let prefix = '';

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const chord = event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : prefix + event.key;
  const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  prefix = '';
  if (isLetter && (!lettersOn.peek() || typing(event.target))) return;
  if (event.ctrlKey && event.key !== 'Enter') return;
  // The screen opened last answers first.
  const action = open.findLast((keys) => chord in keys)?.[chord];
  if (action) {
    event.preventDefault();
    action(event);
  } else if (chord === 'g') {
    prefix = 'g ';
    setTimeout(() => (prefix = ''), 1_500);
  }
});

/** Keys that act while a part is on the screen: `j`, `g i`, `Ctrl+Enter`. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    open.push(keys);
    return () => void open.splice(open.indexOf(keys), 1);
  });
}
