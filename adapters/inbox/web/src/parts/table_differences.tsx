import type { RowDifference, TableColumn, TableDifferences as Told } from '../server/types';
import { t } from '../words/words';
import { Badge } from './badge';
import { cellWords, columnTitle } from './cells';

const acts = { ADDED: ['ok', 'start'], CHANGED: ['wait', 'draft'], REMOVED: ['danger', 'away'] } as const;
const shownMax = 300;

function Difference({ one, columns }: { one: RowDifference; columns: TableColumn[] }) {
  const changed = columns.filter(
    ({ name }) => JSON.stringify(one.before?.[name] ?? null) !== JSON.stringify(one.after?.[name] ?? null),
  );
  return (
    <tr>
      <th scope="row" class="row-id">
        {one.idBefore ? t('table_from_to', { before: one.idBefore, after: one.rowId }) : one.rowId}
      </th>
      <td data-label={t('table_act')}>
        <Badge tone={acts[one.act][0]} icon={acts[one.act][1]}>
          {t(`table_act_${one.act}`)}
        </Badge>
      </td>
      <td data-label={t('table_cells')}>
        <dl class="cell-changes">
          {changed.map((column) => {
            const before = cellWords(column, one.before?.[column.name]) || '–';
            const after = cellWords(column, one.after?.[column.name]) || '–';
            const words = one.act === 'ADDED' ? after : one.act === 'REMOVED' ? before : undefined;
            return (
              <div key={column.name}>
                <dt>{columnTitle(column)}</dt>
                <dd>{words ?? t('table_from_to', { before, after })}</dd>
              </div>
            );
          })}
        </dl>
      </td>
    </tr>
  );
}

/** What differs between two states of a table, row by row. */
export function TableDifferences({ told, columns }: { told: Told; columns: TableColumn[] }) {
  if (!told.differences.length) return <p>{t('table_no_difference')}</p>;
  return (
    <>
      <p>{t('table_counts_words', { added: told.added, changed: told.changed, removed: told.removed })}</p>
      <div class="table-box">
        <table class="cards">
          <caption class="hidden-words">{t('table_counts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('table_row')}</th>
              <th scope="col">{t('table_act')}</th>
              <th scope="col">{t('table_cells')}</th>
            </tr>
          </thead>
          <tbody>
            {told.differences.slice(0, shownMax).map((one) => (
              <Difference key={one.rowId} one={one} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      {told.differences.length > shownMax && (
        <p>{t('table_shown', { total: told.differences.length, from: 1, to: shownMax })}</p>
      )}
    </>
  );
}
