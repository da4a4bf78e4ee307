import type { Values } from '../server/types';
import { t } from '../words/words';
import { wordsOf } from './feel';
import {
  at,
  isInput,
  isReadOnly,
  isRequired,
  labelOf,
  type Path,
  type Placed,
  pathWords,
  placedFields,
  type Schema,
} from './schema';

export interface Fault {
  path: Path;
  words: string;
}

/** What a text that can't be read as a date, time or number is kept as, so that the person finds it again. */
export interface Unreadable {
  unreadable: string;
}

export const isUnreadable = (value: unknown): value is Unreadable =>
  value !== null && typeof value === 'object' && 'unreadable' in value;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function emptyWords({ field }: Placed, label: string): string {
  if (field.type === 'checkbox') return t('error_check', { label });
  const chosen = ['radio', 'select', 'checklist', 'taglist'].includes(field.type);
  return t(chosen ? 'error_choose' : 'error_required', { label });
}

function unreadableWords({ field }: Placed, label: string): string {
  if (field.type === 'number') return t('error_number', { label });
  return t(field.subtype === 'time' ? 'error_time' : 'error_date', { label });
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phone = /^\+?[0-9()\s-]{6,20}$/;

function textWords(placed: Placed, text: string, label: string): string | undefined {
  const { validate = {} } = placed.field;
  const bound = (limit: number | string | undefined) =>
    limit === undefined ? Number.NaN : Number(wordsOf(String(limit), placed.scope));
  const is = [...text].length;
  if (is < bound(validate.minLength)) return t('error_min_length', { label, n: bound(validate.minLength), is });
  if (is > bound(validate.maxLength)) return t('error_max_length', { label, n: bound(validate.maxLength), is });
  if (validate.validationType === 'email' && !email.test(text)) return t('error_email', { label });
  if (validate.validationType === 'phone' && !phone.test(text)) return t('error_phone', { label });
  if (validate.pattern && !new RegExp(validate.pattern).test(text)) return t('error_pattern', { label });
  return undefined;
}

function numberWords(placed: Placed, value: number, label: string): string | undefined {
  const { validate = {}, decimalDigits } = placed.field;
  const bound = (limit: number | string | undefined) =>
    limit === undefined ? Number.NaN : Number(wordsOf(String(limit), placed.scope));
  if (Number.isNaN(value)) return t('error_number', { label });
  if (value < bound(validate.min)) return t('error_min', { label, n: bound(validate.min) });
  if (value > bound(validate.max)) return t('error_max', { label, n: bound(validate.max) });
  const decimals = String(value).split('.')[1]?.length ?? 0;
  if (decimalDigits !== undefined && decimals > decimalDigits) return t('error_integer', { label, n: decimalDigits });
  return undefined;
}

function faultWords(placed: Placed, value: unknown): string | undefined {
  const label = labelOf(placed);
  if (isUnreadable(value)) return unreadableWords(placed, label);
  if (isEmpty(value) || (placed.field.type === 'checkbox' && value === false)) {
    return isRequired(placed) ? emptyWords(placed, label) : undefined;
  }
  if (placed.field.type === 'number') return numberWords(placed, Number(value), label);
  return typeof value === 'string' ? textWords(placed, value, label) : undefined;
}

/** All faults of the inputs that show, in the order of the form. `without` names variables that are asked elsewhere. */
export function faultsOf(schema: Schema, data: Values, without: string[] = []): Fault[] {
  return placedFields(schema.components, data).flatMap((placed) => {
    if (!isInput(placed.field) || isReadOnly(placed) || without.includes(pathWords(placed.path))) return [];
    const words = faultWords(placed, at(data, placed.path));
    return words ? [{ path: placed.path, words }] : [];
  });
}
