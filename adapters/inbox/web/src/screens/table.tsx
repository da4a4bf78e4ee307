import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { ActsTable } from '../parts/acts_table';
import { AskTwice } from '../parts/ask_twice';
import { cellWords, columnTitle, tableDescription, tableTitle } from '../parts/cells';
import { say } from '../parts/notice';
import { Heading, useTitle } from '../parts/page';
import { Empty, problemWords, Shown } from '../parts/states';
import { queries, useQuery } from '../server/query';
import { changeDataTable, dataTable, dataTableRows } from '../server/requests';
import type { DataTableRow, DescribedTable } from '../server/types';
import { t, type Word } from '../words/words';
import { TableImport, TableOffer } from './table_import';
import { RowForm } from './table_row_form';
import { TableVersions } from './table_versions';

const pageSize = 50;
const views = { rows: 'table_rows', import: 'table_import', versions: 'table_versions' } as const satisfies Record<
  string,
  Word
>;
type View = keyof typeof views;

function RowLine({ table, row, onEdit }: { table: DescribedTable; row: DataTableRow; onEdit: () => void }) {
  async function remove(): Promise<void> {
    try {
      const rows = [{ act: 'REMOVE' as const, rowId: row.rowId }];
      const changed = await changeDataTable(table.tableId, { version: table.version, reason: '', rows });
      say(t('table_saved', { version: changed.version }));
    } catch (fault) {
      say(problemWords(fault));
    }
    await queries.invalidateQueries();
  }
  return (
    <tr>
      {table.columns.map((column, at) => {
        const words = cellWords(column, row.cells[column.name]);
        return at === 0 ? (
          <th scope="row" class="row-id" key={column.name}>
            {words}
          </th>
        ) : (
          <td key={column.name} data-label={columnTitle(column)}>
            {words || '–'}
          </td>
        );
      })}
      <td>
        {table.isEditable && (
          <>
            <button type="button" class="plain" aria-label={`${t('table_edit')}: ${row.rowId}`} onClick={onEdit}>
              {t('table_edit')}
            </button>
            <AskTwice
              label={t('table_remove')}
              about={row.rowId}
              question={t('table_remove_question', { row: row.rowId })}
              onSure={remove}
            />
          </>
        )}
      </td>
    </tr>
  );
}

function Rows({ table }: { table: DescribedTable }) {
  const { query, route } = useLocation();
  const { search = '' } = query;
  const from = Math.max(0, Number.parseInt(query.from ?? '0', 10) || 0);
  const [edited, setEdited] = useState<DataTableRow | 'new'>();
  const rows = useQuery(['tables', table.tableId, 'rows', search, from], () =>
    dataTableRows(table.tableId, { from: String(from), limit: String(pageSize), ...(search && { search }) }),
  );
  const place = `/tables/${encodeURIComponent(table.tableId)}`;
  const hrefOf = (next: number) => `${place}?${new URLSearchParams({ ...(search && { search }), from: String(next) })}`;

  function find(event: SubmitEvent): void {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get('search') ?? '').trim();
    route(text ? `${place}?${new URLSearchParams({ search: text })}` : place);
  }

  return (
    <>
      <search>
        <form class="filter" key={search} onSubmit={find} aria-label={t('table_search')}>
          <div class="field">
            <label for="table-search">{t('table_search')}</label>
            <input id="table-search" name="search" type="search" defaultValue={search} />
          </div>
          <button type="submit">{t('search_go')}</button>
        </form>
      </search>
      {table.isEditable && !edited && (
        <p>
          <button type="button" onClick={() => setEdited('new')}>
            {t('table_add')}
          </button>
        </p>
      )}
      {edited && (
        <RowForm
          key={edited === 'new' ? '' : edited.rowId}
          table={table}
          row={edited === 'new' ? undefined : edited}
          onDone={() => setEdited(undefined)}
        />
      )}
      <Shown query={rows}>
        {({ items, total }) =>
          items.length ? (
            <>
              <ActsTable caption={tableTitle(table)} columns={table.columns.map(columnTitle)}>
                {items.map((row) => (
                  <RowLine key={row.rowId} table={table} row={row} onEdit={() => setEdited(row)} />
                ))}
              </ActsTable>
              <p class="pages">
                <span class="quiet">{t('table_shown', { total, from: from + 1, to: from + items.length })}</span>
                {from > 0 && <a href={hrefOf(Math.max(0, from - pageSize))}>{t('previous_page')}</a>}
                {from + items.length < total && <a href={hrefOf(from + pageSize)}>{t('next_page')}</a>}
              </p>
            </>
          ) : (
            <Empty>
              <p>{t('nothing_matches')}</p>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}

/** One table: its rows, files to take and to get, its versions. */
export function TableScreen() {
  const { params } = useRoute();
  const { query } = useLocation();
  const id = params.id ?? '';
  const table = useQuery(['tables', id], () => dataTable(id));
  const view: View = query.view === 'import' || query.view === 'versions' ? query.view : 'rows';
  const title = table.data ? tableTitle(table.data) : t('table');
  useTitle(title, t('tables'));
  const place = `/tables/${encodeURIComponent(id)}`;
  return (
    <>
      <p>
        <a href="/tables">{t('tables')}</a>
      </p>
      <Heading>{title}</Heading>
      <Shown query={table}>
        {(shown) => (
          <>
            {tableDescription(shown) && <p class="lead">{tableDescription(shown)}</p>}
            <p class="quiet">
              {t('table_version')} {shown.version}・{t('table_row_count', { count: shown.rowCount })}
            </p>
            <nav class="tabs" aria-label={title}>
              {(Object.keys(views) as View[])
                .filter((one) => one !== 'import' || shown.isEditable)
                .map((one) => (
                  <a
                    key={one}
                    href={one === 'rows' ? place : `${place}?view=${one}`}
                    aria-current={one === view ? 'page' : undefined}
                  >
                    {t(views[one])}
                  </a>
                ))}
            </nav>
            {view === 'rows' && shown.hasOffer && shown.isEditable && <TableOffer table={shown} />}
            {view === 'rows' && <Rows table={shown} />}
            {view === 'import' && shown.isEditable && <TableImport table={shown} />}
            {view === 'versions' && <TableVersions table={shown} />}
            {view === 'rows' && (
              <p class="buttons">
                <a href={`/api/tables/${encodeURIComponent(id)}/export`} download>
                  {t('table_export')}
                </a>
                <a href={`/api/tables/${encodeURIComponent(id)}/export?encoding=cp932`} download>
                  {t('table_export_sjis')}
                </a>
              </p>
            )}
          </>
        )}
      </Shown>
    </>
  );
}
