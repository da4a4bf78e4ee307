import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../parts/notice';
import { problemWords, Shown } from '../parts/states';
import { TableDifferences } from '../parts/table_differences';
import { queries, useQuery } from '../server/query';
import { dataTableOffer, importDataTable, settleDataTableOffer } from '../server/requests';
import type { ChangedTable, DescribedTable } from '../server/types';
import { t } from '../words/words';

function Problems({ told }: { told: ChangedTable }) {
  if (!told.problems.length) return null;
  return (
    <>
      <h3>{t('table_problems')}</h3>
      <ul class="fault">
        {told.problems.map((one) => (
          <li key={`${one.rowId} ${one.column} ${one.text}`}>
            {[one.rowId, one.column].filter(Boolean).join(' ')}: {one.text}
          </li>
        ))}
      </ul>
    </>
  );
}

async function saved(changed: ChangedTable): Promise<void> {
  say(changed.differences.length ? t('table_saved', { version: changed.version }) : t('table_same'));
  await queries.invalidateQueries();
}

/** Rows from a file, after a look at what they would change. */
export function TableImport({ table }: { table: DescribedTable }) {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const [looked, setLooked] = useState<{ form: FormData; told: ChangedTable }>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [looked]);

  async function doing(act: () => Promise<void>): Promise<void> {
    setBusy(true);
    setFault('');
    try {
      await act();
    } catch (caught) {
      setFault(problemWords(caught));
    } finally {
      setBusy(false);
    }
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    setLooked(undefined);
    if (!(form.get('file') as File).size) return setFault(t('error_required', { label: t('table_file') }));
    form.set('version', String(table.version));
    return doing(async () => setLooked({ form, told: await importDataTable(table.tableId, form, true) }));
  }

  return (
    <>
      <form class="sheet act" noValidate onSubmit={submit} aria-labelledby="table-import">
        <h2 id="table-import">{t('table_import')}</h2>
        <div class="field">
          <label for="table-file">{t('table_file')}</label>
          <p class="help" id="table-file-help">
            {t('table_file_help')}
          </p>
          <input
            id="table-file"
            name="file"
            type="file"
            accept=".csv,.xlsx,text/csv"
            required
            aria-describedby="table-file-help"
          />
        </div>
        <div class="field">
          <label class="choice">
            <input type="checkbox" name="keepOthers" value="true" /> {t('table_keep_others')}
          </label>
        </div>
        <div class="field">
          <label for="import-reason">{t('table_reason')}</label>
          <input id="import-reason" name="reason" />
        </div>
        <p class={fault ? 'fault lines' : 'no-fault'} role="alert">
          {fault}
        </p>
        <button type="submit" class="primary" disabled={busy}>
          {t('table_preview')}
        </button>
      </form>
      {looked && (
        <section class="told" aria-labelledby="table-previewed">
          <h2 id="table-previewed" tabIndex={-1} ref={heading}>
            {t('table_previewed')}
          </h2>
          <p>{t('table_previewed_note')}</p>
          <Problems told={looked.told} />
          <TableDifferences told={looked.told} columns={table.columns} />
          {looked.told.problems.length === 0 && looked.told.differences.length > 0 && (
            <p>
              <button
                type="button"
                class="primary"
                disabled={busy}
                onClick={() =>
                  doing(async () => {
                    await saved(await importDataTable(table.tableId, looked.form, false));
                    setLooked(undefined);
                  })
                }
              >
                {t('table_take')}
              </button>
            </p>
          )}
        </section>
      )}
    </>
  );
}

/** A newer file of rows that came with the program, to be taken or declined. */
export function TableOffer({ table }: { table: DescribedTable }) {
  const offer = useQuery(['tables', table.tableId, 'offer', table.version], () => dataTableOffer(table.tableId));
  const [busy, setBusy] = useState(false);
  async function settle(isTaken: boolean): Promise<void> {
    setBusy(true);
    try {
      const changed = await settleDataTableOffer(table.tableId, table.version, isTaken);
      if (!isTaken) say(t('table_offer_declined'));
      else await saved(changed);
      await queries.invalidateQueries();
    } catch (caught) {
      say(problemWords(caught));
    } finally {
      setBusy(false);
    }
  }
  return (
    <section class="told" aria-labelledby="table-offer">
      <h2 id="table-offer">{t('table_offer')}</h2>
      <p>{t('table_offer_note')}</p>
      <Shown query={offer}>
        {(told) => (
          <>
            <Problems told={told} />
            <TableDifferences told={told} columns={table.columns} />
            <p class="buttons">
              <button
                type="button"
                class="primary"
                disabled={busy || told.problems.length > 0}
                onClick={() => settle(true)}
              >
                {t('table_offer_take')}
              </button>
              <button type="button" disabled={busy} onClick={() => settle(false)}>
                {t('table_offer_decline')}
              </button>
            </p>
          </>
        )}
      </Shown>
    </section>
  );
}
