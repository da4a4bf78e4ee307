import { queries } from '../server/query';
import { dataTableRows } from '../server/requests';
import type { DataTableRow } from '../server/types';
import type { Field, Option, Schema } from './schema';

const rowsMax = 1_000;
const freshMs = 60_000;

/** `table` and `tableLabel` of a field's properties: which table its choices are, and the columns that people read. */
const tableOf = (field: Field) => field.properties?.table;

function tablesIn(components: Field[], found = new Set<string>()): Set<string> {
  for (const field of components) {
    const table = tableOf(field);
    if (table) found.add(table);
    tablesIn(field.components ?? [], found);
  }
  return found;
}

/** The rows of a table; undefined where one may not read it or there is none: then the form's own choices stay. */
async function rowsOf(table: string): Promise<[string, DataTableRow[] | undefined]> {
  try {
    const read = await queries.fetchQuery({
      queryKey: ['tables', table, 'choices'],
      queryFn: () => dataTableRows(table, { limit: String(rowsMax) }),
      staleTime: freshMs,
    });
    return [table, read.items];
  } catch {
    return [table, undefined];
  }
}

function optionsOf(field: Field, rows: DataTableRow[]): Option[] {
  const columns = (field.properties?.tableLabel ?? '').split(' ').filter(Boolean);
  const options: Option[] = rows.map(({ rowId, cells }) => ({
    value: rowId,
    label: columns.map((column) => String(cells[column] ?? '')).join(' ') || rowId,
  }));
  // What was chosen once is still read when its row is gone.
  const known = new Set(options.map(({ value }) => value));
  const gone = field.readonly === true ? (field.values ?? []).filter(({ value }) => !known.has(value)) : [];
  return [...options, ...gone];
}

function filled(components: Field[], tables: Map<string, DataTableRow[] | undefined>): Field[] {
  return components.map((field) => {
    const rows = tables.get(tableOf(field) ?? '');
    return {
      ...field,
      ...(rows && { values: optionsOf(field, rows) }),
      ...(field.components && { components: filled(field.components, tables) }),
    };
  });
}

/** The form with the choices of its tables as they are now. */
export async function withTableChoices(schema: Schema): Promise<Schema> {
  const names = [...tablesIn(schema.components)];
  if (!names.length) return schema;
  return { ...schema, components: filled(schema.components, new Map(await Promise.all(names.map(rowsOf)))) };
}
