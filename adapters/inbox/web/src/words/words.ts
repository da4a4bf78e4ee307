import { effect, signal } from '@preact/signals';
import { en } from './en';
import { ja, type Word } from './ja';

export type Language = 'ja' | 'en';
export type { Word };

/** The language of the screen; kept in the browser. Japanese unless the person chose otherwise. */
export const language = signal<Language>(localStorage.getItem('language') === 'en' ? 'en' : 'ja');

effect(() => {
  localStorage.setItem('language', language.value);
  document.documentElement.lang = language.value;
});

/** The words of a key in the language of the screen, with `{name}` replaced by the values. */
export function t(word: Word, values: Record<string, string | number> = {}): string {
  const text: string = (language.value === 'en' ? en : ja)[word];
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The words of `prefix + name` where the dictionary has them, else `otherwise`: for names that come from data. */
export function named(prefix: string, name: string, otherwise: string): string {
  const word = prefix + name;
  return word in ja ? t(word as Word) : otherwise;
}
