import type { Values } from '../server/types';
import { evaluated, holds, wordsOf } from './feel';

/** A component of a form-js schema, with the members that we read. */
export interface Field {
  type: string;
  id?: string;
  key?: string;
  path?: string;
  label?: string;
  description?: string;
  text?: string;
  subtype?: string;
  dateLabel?: string;
  timeLabel?: string;
  defaultValue?: unknown;
  defaultRows?: number;
  disabled?: boolean;
  readonly?: boolean | string;
  decimalDigits?: number;
  serializeToString?: boolean;
  expression?: string;
  values?: Option[];
  valuesKey?: string;
  valuesExpression?: string;
  dataSource?: string;
  columns?: { key: string; label?: string }[];
  components?: Field[];
  conditional?: { hide?: string };
  appearance?: { prefixAdorner?: string; suffixAdorner?: string };
  properties?: Record<string, string>;
  validate?: {
    required?: boolean | string;
    minLength?: number | string;
    maxLength?: number | string;
    min?: number | string;
    max?: number | string;
    pattern?: string;
    validationType?: string;
  };
}

export interface Schema {
  id?: string;
  components: Field[];
}

export interface Option {
  label: string;
  value: unknown;
}

export type Path = (string | number)[];

/** A field where it stands in the data, once for each row of a list. */
export interface Placed {
  field: Field;
  path: Path;
  /** What its expressions see: the whole data, and the members of its row. */
  scope: Values;
}

const inputs = new Set([
  'textfield',
  'textarea',
  'number',
  'checkbox',
  'checklist',
  'taglist',
  'radio',
  'select',
  'datetime',
]);

export const isInput = (field: Field): boolean => inputs.has(field.type);
export const pathWords = (path: Path): string => path.join('.');
export const fieldId = (path: Path): string => `field-${path.join('-')}`;

export function at(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The data with another value at the path; what is not on the way stays the same object. */
export function withValue(data: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(data) ? [...data] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const object = data !== null && typeof data === 'object' ? (data as Values) : {};
  return { ...object, [step]: withValue(object[step], rest, value) };
}

const steps = (dotted: string | undefined): Path => (dotted ? dotted.split('.') : []);

function rowScope(data: Values, path: Path): Values {
  const lastRow = path.findLastIndex((step) => typeof step === 'number');
  if (lastRow < 0) return data;
  const row = at(data, path.slice(0, lastRow + 1));
  return row !== null && typeof row === 'object' ? { ...data, ...(row as Values), this: row, parent: data } : data;
}

/** Puts a component at its place below `base`. */
export function place(field: Field, data: Values, base: Path): Placed {
  const path = [...base, ...steps(field.type === 'group' || field.type === 'dynamiclist' ? field.path : field.key)];
  return { field, path, scope: rowScope(data, base) };
}

export const isHidden = ({ field, scope }: Placed): boolean =>
  field.conditional?.hide !== undefined && holds(field.conditional.hide, scope);

export function isReadOnly({ field, scope }: Placed): boolean {
  if (field.disabled) return true;
  return typeof field.readonly === 'string' ? holds(field.readonly, scope) : field.readonly === true;
}

export function isRequired({ field, scope }: Placed): boolean {
  const required = field.validate?.required;
  return typeof required === 'string' ? holds(required, scope) : required === true;
}

export const labelOf = ({ field, scope }: Placed): string =>
  wordsOf(field.label ?? field.dateLabel ?? field.timeLabel ?? field.key ?? '', scope);

/** All components that show, in order, with the members of groups and rows in place. */
export function placedFields(components: Field[], data: Values, base: Path = []): Placed[] {
  return components.flatMap((field) => {
    const placed = place(field, data, base);
    if (isHidden(placed)) return [];
    if (field.type === 'group') return [placed, ...placedFields(field.components ?? [], data, placed.path)];
    if (field.type === 'dynamiclist') {
      const rows = at(data, placed.path);
      const inside = (_: unknown, row: number) => placedFields(field.components ?? [], data, [...placed.path, row]);
      return [placed, ...(Array.isArray(rows) ? rows.flatMap(inside) : [])];
    }
    return [placed];
  });
}

/** The choices of a field: written in the schema, or found in the data. */
export function optionsOf({ field, scope }: Placed): Option[] {
  const found = field.valuesExpression
    ? evaluated(field.valuesExpression, scope)
    : field.valuesKey
      ? at(scope, steps(field.valuesKey))
      : field.values;
  if (!Array.isArray(found)) return [];
  return found.map((one) =>
    one !== null && typeof one === 'object' && 'value' in one
      ? { label: wordsOf(String((one as Option).label ?? (one as Option).value), scope), value: (one as Option).value }
      : { label: String(one), value: one },
  );
}

/** The data a form begins with: what is known, and the defaults for what is not. */
export function withDefaults(components: Field[], data: Values, base: Path = []): Values {
  let filled = data;
  for (const field of components) {
    const { path } = place(field, filled, base);
    if (field.type === 'group') {
      filled = withDefaults(field.components ?? [], filled, path);
    } else if (field.type === 'dynamiclist') {
      if (!Array.isArray(at(filled, path))) {
        const rows = Array.from({ length: field.defaultRows ?? 1 }, () => ({}));
        filled = withValue(filled, path, rows) as Values;
      }
    } else if (path.length && at(filled, path) == null && field.defaultValue !== undefined) {
      filled = withValue(filled, path, field.defaultValue) as Values;
    }
  }
  return filled;
}

/** What the person's answer is: the values of the inputs that show and may be changed, by top-level variable. */
export function answerOf(schema: Schema, data: Values): Values {
  let answer: Values = {};
  for (const placed of placedFields(schema.components, data)) {
    const { field, path, scope } = placed;
    if (field.type === 'expression' && field.key) {
      answer = withValue(answer, path, evaluated(field.expression ?? '', scope) ?? null) as Values;
    } else if (field.type === 'dynamiclist') {
      answer = withValue(answer, path, at(answer, path) ?? []) as Values;
    } else if (isInput(field) && path.length && !isReadOnly(placed)) {
      const value = at(data, path);
      answer = withValue(answer, path, value === undefined || value === '' ? null : value) as Values;
    }
  }
  return keepSiblings(answer, data);
}

// A variable that is a context is replaced whole by the engine, so its members that the form does not show go along.
function keepSiblings(answer: Values, data: Values): Values {
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => {
      const before = data[name];
      const contexts = [value, before].every((one) => one !== null && typeof one === 'object' && !Array.isArray(one));
      return [name, contexts ? { ...(before as Values), ...(value as Values) } : value];
    }),
  );
}
