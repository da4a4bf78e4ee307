import type { CellValue, DataTable, TableColumn } from '../server/types';
import { language, t } from '../words/words';

const inLanguage = (ja: string | null, en: string | null) => (language.value === 'en' ? (en ?? ja) : ja);

export const tableTitle = (table: DataTable) => inLanguage(table.title, table.titleEn) ?? table.tableId;
export const tableDescription = (table: DataTable) => inLanguage(table.description, table.descriptionEn);
export const columnTitle = (column: TableColumn) => inLanguage(column.title, column.titleEn) ?? column.name;
export const valueTitle = (value: TableColumn['values'][number]) =>
  inLanguage(value.title, value.titleEn) ?? value.value;

/** A cell as people read it; nothing where it has no value. */
export function cellWords(column: TableColumn, value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  const words = (one: string) => {
    const known = column.values.find((each) => each.value === one);
    return known ? valueTitle(known) : one;
  };
  return Array.isArray(value) ? value.map(words).join('、') : words(String(value));
}
