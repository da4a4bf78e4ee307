import { useEffect, useRef, useState } from 'preact/hooks';
import { cellWords, columnTitle, valueTitle } from '../parts/cells';
import { say } from '../parts/notice';
import { problemWords } from '../parts/states';
import { queries, useQuery } from '../server/query';
import { changeDataTable, dataTableRows } from '../server/requests';
import type { Cells, CellValue, DataTableRow, DescribedTable, TableColumn } from '../server/types';
import { t } from '../words/words';

const choicesMax = 1_000;

/** What was typed as the table has it. */
function cellOf(column: TableColumn, typed: string): CellValue {
  const text = typed.trim();
  if (!text) return null;
  if (column.type === 'boolean') return text === 'true';
  if (column.type === 'integer' && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (column.type === 'list')
    return text
      .split(/[;；]/)
      .map((part) => part.trim())
      .filter(Boolean);
  return text;
}

function typedOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(';') : String(value);
}

/** The values that a reference may have, for choosing. */
function Choices({ id, column }: { id: string; column: TableColumn }) {
  const table = column.refersTo?.tableId ?? '';
  const rows = useQuery(['tables', table, 'choices'], () => dataTableRows(table, { limit: String(choicesMax) }));
  const name = column.refersTo?.column;
  return (
    <datalist id={id}>
      {rows.data?.items.map((row) => {
        const value = name ? String(row.cells[name] ?? '') : row.rowId;
        const words = String(row.cells.name_ja ?? row.cells.name ?? '');
        return (
          <option key={row.rowId} value={value}>
            {words}
          </option>
        );
      })}
    </datalist>
  );
}

function CellField({ column, value, prefix }: { column: TableColumn; value: CellValue | undefined; prefix: string }) {
  const id = `${prefix}-${column.name}`;
  const help =
    column.type === 'list'
      ? t('table_list_help')
      : column.refersTo
        ? t('table_refers_help', { table: column.refersTo.tableId })
        : '';
  const typed = typedOf(value);
  const shared = { id, name: column.name, ...(help && { 'aria-describedby': `${id}-help` }) };
  const isChosen = column.type === 'boolean' || (column.values.length > 0 && column.type === 'text');
  const options =
    column.type === 'boolean'
      ? ['true', 'false'].map((each) => ({ value: each, words: cellWords(column, each === 'true') }))
      : column.values.map((each) => ({ value: each.value, words: valueTitle(each) }));
  return (
    <div class="field">
      <label for={id}>
        {columnTitle(column)}
        {column.isRequired && <span class="required">{t('required')}</span>}
      </label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {isChosen ? (
        <select {...shared}>
          <option value="">–</option>
          {options.map((each) => (
            <option key={each.value} value={each.value} selected={each.value === typed}>
              {each.words}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={column.type === 'date' || column.type === 'month' ? column.type : 'text'}
          {...(column.type === 'integer' && { inputMode: 'numeric' as const })}
          {...(column.refersTo && { list: `${id}-choices` })}
          defaultValue={typed}
        />
      )}
      {column.refersTo && <Choices id={`${id}-choices`} column={column} />}
    </div>
  );
}

/** Edits a row, or adds one; the table's own checks say what can't be so. */
export function RowForm({
  table,
  row,
  onDone,
}: {
  table: DescribedTable;
  row: DataTableRow | undefined;
  onDone: () => void;
}) {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The version that was on the screen when the form was opened: what others change meanwhile must not be overwritten.
  const [version] = useState(table.version);
  useEffect(() => heading.current?.focus(), []);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const cells: Cells = {};
    for (const column of table.columns) cells[column.name] = cellOf(column, String(form.get(column.name) ?? ''));
    setBusy(true);
    setFault('');
    try {
      const changed = await changeDataTable(table.tableId, {
        version,
        reason: String(form.get('change-reason') ?? ''),
        rows: [row ? { act: 'CHANGE', rowId: row.rowId, cells } : { act: 'ADD', cells }],
      });
      say(changed.differences.length ? t('table_saved', { version: changed.version }) : t('table_same'));
      onDone();
      await queries.invalidateQueries();
    } catch (caught) {
      setFault(problemWords(caught));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form class="sheet act" noValidate onSubmit={submit} aria-labelledby="row-form">
      <h2 id="row-form" tabIndex={-1} ref={heading}>
        {row ? t('table_edit_row', { row: row.rowId }) : t('table_add')}
      </h2>
      {table.columns.map((column) => (
        <CellField key={column.name} column={column} value={row?.cells[column.name]} prefix="cell" />
      ))}
      <div class="field">
        <label for="change-reason">{t('table_reason')}</label>
        <p class="help" id="change-reason-help">
          {t('table_reason_help')}
        </p>
        <input id="change-reason" name="change-reason" aria-describedby="change-reason-help" />
      </div>
      <p class={fault ? 'fault lines' : 'no-fault'} role="alert">
        {fault}
      </p>
      <p class="buttons">
        <button type="submit" class="primary" disabled={busy}>
          {t('table_save')}
        </button>
        <button type="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
