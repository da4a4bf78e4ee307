import { useEffect, useRef, useState } from 'preact/hooks';
import { ActsTable } from '../parts/acts_table';
import { useNames } from '../parts/people';
import { Shown } from '../parts/states';
import { TableDifferences } from '../parts/table_differences';
import { useQuery } from '../server/query';
import { dataTableDifferences, dataTableVersions } from '../server/requests';
import type { DataTableVersion, DescribedTable } from '../server/types';
import { clock, dayWords } from '../words/dates';
import { t } from '../words/words';

function VersionLine({ one, onLook }: { one: DataTableVersion; onLook: () => void }) {
  const nameOf = useNames();
  const time = new Date(one.madeAt);
  const counts = t('table_counts_words', { added: one.added, changed: one.changed, removed: one.removed });
  return (
    <tr>
      <th scope="row">{one.version}</th>
      <td data-label={t('table_made_at')}>
        {dayWords(time)} {clock(time)}
      </td>
      <td data-label={t('table_made_by')}>
        {one.madeBy ? `${nameOf(one.madeBy)}、` : ''}
        {t(`table_origin_${one.origin}`, { process: one.processDefinitionId ?? '' })}
        {one.caseNo && (
          <>
            {' '}
            <a href={`/cases/${encodeURIComponent(one.caseNo)}`}>{one.caseNo}</a>
          </>
        )}
      </td>
      <td data-label={t('table_reason')}>
        {one.reason ?? (one.isRedefined && one.version > 1 ? t('table_redefined') : '–')}
      </td>
      <td data-label={t('table_counts')}>{counts}</td>
      <td>
        <button
          type="button"
          class="plain"
          aria-label={`${t('table_preview')}: ${t('table_version')} ${one.version}`}
          onClick={onLook}
        >
          {t('table_preview')}
        </button>
      </td>
    </tr>
  );
}

function Looked({ table, version }: { table: DescribedTable; version: number }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useQuery(
    ['tables', table.tableId, 'differences', version],
    () => dataTableDifferences(table.tableId, version),
    {
      refresh: false,
    },
  );
  useEffect(() => heading.current?.focus(), [version]);
  return (
    <section class="told" aria-labelledby="table-differences">
      <h2 id="table-differences" tabIndex={-1} ref={heading}>
        {t('table_differences', { version })}
      </h2>
      <Shown query={told}>{(differences) => <TableDifferences told={differences} columns={table.columns} />}</Shown>
    </section>
  );
}

/** Who made which version, when and why; and what each changed. */
export function TableVersions({ table }: { table: DescribedTable }) {
  const versions = useQuery(['tables', table.tableId, 'versions'], () => dataTableVersions(table.tableId));
  const [looked, setLooked] = useState(0);
  return (
    <>
      <Shown query={versions}>
        {({ items }) => (
          <ActsTable
            caption={t('table_versions')}
            columns={[t('table_version'), t('table_made_at'), t('table_made_by'), t('table_reason'), t('table_counts')]}
          >
            {items.map((one) => (
              <VersionLine key={one.version} one={one} onLook={() => setLooked(one.version)} />
            ))}
          </ActsTable>
        )}
      </Shown>
      {looked > 0 && <Looked table={table} version={looked} />}
    </>
  );
}
