import { evaluate } from 'feelin';
import type { Values } from '../server/types';

/** The value of a FEEL expression (with or without the leading `=`); undefined if it can't be evaluated. */
export function evaluated(expression: string, scope: Values): unknown {
  try {
    const result: unknown = evaluate(expression.replace(/^=/, ''), scope);
    // feelin wraps the value together with its warnings.
    return result !== null && typeof result === 'object' && 'value' in result && 'warnings' in result
      ? (result as { value: unknown }).value
      : result;
  } catch {
    return undefined;
  }
}

export const holds = (expression: string, scope: Values): boolean => evaluated(expression, scope) === true;

/** A text of a form with its expressions replaced: the whole text (`=…`), or parts in double braces. */
export function wordsOf(text: string, scope: Values): string {
  if (text.startsWith('=')) return String(evaluated(text, scope) ?? '');
  return text.replace(/\{\{(.+?)\}\}/g, (_, expression: string) => {
    const value = evaluated(expression.trim(), scope);
    return Array.isArray(value) ? value.join('、') : String(value ?? '');
  });
}
