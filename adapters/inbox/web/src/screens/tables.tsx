import { Badge } from '../parts/badge';
import { tableDescription, tableTitle } from '../parts/cells';
import { Heading, useTitle } from '../parts/page';
import { Empty, Shown } from '../parts/states';
import { useQuery } from '../server/query';
import { dataTables } from '../server/requests';
import type { DataTable } from '../server/types';
import { dayWords } from '../words/dates';
import { t } from '../words/words';

function TableLine({ one }: { one: DataTable }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/tables/${encodeURIComponent(one.tableId)}`}>{tableTitle(one)}</a>
        <span class="quiet small under">{tableDescription(one) ?? one.tableId}</span>
      </th>
      <td data-label={t('table_rows')}>{t('table_row_count', { count: one.rowCount })}</td>
      <td data-label={t('table_version')}>{one.version}</td>
      <td data-label={t('table_changed_at')}>{dayWords(new Date(one.changedAt))}</td>
      <td data-label={t('table_written_by')}>{one.processes.join('、') || '–'}</td>
      <td data-label={t('state')}>
        {one.hasOffer && one.isEditable ? (
          <Badge tone="warn" icon="start">
            {t('table_offered')}
          </Badge>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

/** 基礎データ: the tables that one may read. */
export function TablesScreen() {
  useTitle(t('tables'));
  const tables = useQuery(['tables'], dataTables);
  return (
    <>
      <Heading>{t('tables')}</Heading>
      <p class="lead">{t('tables_lead')}</p>
      <Shown query={tables}>
        {({ items }) =>
          items.length ? (
            <div class="table-box">
              <table class="cards">
                <caption class="hidden-words">{t('tables')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('table')}</th>
                    <th scope="col">{t('table_rows')}</th>
                    <th scope="col">{t('table_version')}</th>
                    <th scope="col">{t('table_changed_at')}</th>
                    <th scope="col">{t('table_written_by')}</th>
                    <th scope="col">{t('state')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <TableLine key={one.tableId} one={one} />
                  ))}
                </tbody>
              </table>
            </div>
          ) : (
            <Empty>
              <p>{t('tables_empty')}</p>
            </Empty>
          )
        }
      </Shown>
      <p class="quiet">{t('tables_calendar')}</p>
    </>
  );
}
