import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Values } from '../server/types';
import { eraWords, momentWords } from '../words/dates';
import { t } from '../words/words';
import { evaluated, wordsOf } from './feel';
import { Input, valueWords } from './fields';
import {
  at,
  type Field,
  fieldId,
  isHidden,
  isInput,
  isReadOnly,
  isRequired,
  labelOf,
  type Path,
  type Placed,
  pathWords,
  place,
  withValue,
} from './schema';
import { FormText } from './text';
import type { Fault } from './validate';

interface FormProps {
  components: Field[];
  data: Values;
  faults?: Fault[];
  /** Names of variables that are asked elsewhere (the outcome, by its buttons). */
  without?: string[];
  /** Show the values only. */
  readOnly?: boolean;
  onChange: (data: Values) => void;
}

interface Inside extends FormProps {
  base: Path;
}

function shownWords(placed: Placed, value: unknown): string {
  if (placed.field.type === 'datetime' && typeof value === 'string') {
    if (placed.field.subtype === 'date') return eraWords(value) || value;
    const instant = new Date(value);
    if (placed.field.subtype === 'datetime' && !Number.isNaN(instant.getTime())) return momentWords(instant);
  }
  const { prefixAdorner = '', suffixAdorner = '' } = placed.field.appearance ?? {};
  const words = valueWords(placed, value);
  return value == null || value === '' ? words : `${prefixAdorner}${words}${suffixAdorner}`;
}

function ShownValue({ placed, value }: { placed: Placed; value: unknown }) {
  return (
    <div class="shown">
      <dt>{labelOf(placed)}</dt>
      <dd>{shownWords(placed, value)}</dd>
    </div>
  );
}

function LabelledInput({ placed, form }: { placed: Placed; form: Inside }) {
  const { field, path, scope } = placed;
  const id = fieldId(path);
  const fault = form.faults?.find((one) => pathWords(one.path) === pathWords(path));
  const label = labelOf(placed);
  const required = isRequired(placed);
  const help = field.description ? wordsOf(field.description, scope) : '';
  const dateHelp = field.type === 'datetime' ? t(field.subtype === 'time' ? 'time_help' : 'date_help') : '';
  const grouped = ['radio', 'checklist', 'taglist'].includes(field.type) || field.subtype === 'datetime';
  const change = (value: unknown) => form.onChange(withValue(form.data, path, value) as Values);
  const value = at(form.data, path);
  const mark = required && <span class="required">{t('required')}</span>;
  const below = (
    <>
      {(help || dateHelp) && (
        <p class="help" id={`${id}-help`}>
          {help}
          {help && dateHelp && <br />}
          {dateHelp}
        </p>
      )}
    </>
  );
  const faultWords = (
    <p class={fault ? 'fault' : 'no-fault'} id={`${id}-fault`}>
      {fault?.words}
    </p>
  );
  const describedBy = [help || dateHelp ? `${id}-help` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  const input = (
    <Input
      placed={placed}
      value={value}
      label={label}
      required={required}
      invalid={fault !== undefined}
      describedBy={describedBy}
      onChange={change}
    />
  );
  if (field.type === 'checkbox') {
    return (
      <div class={fault ? 'field invalid' : 'field'}>
        <label class="choice">
          <input
            id={id}
            type="checkbox"
            checked={value === true}
            aria-describedby={describedBy}
            aria-invalid={fault !== undefined}
            onChange={(event) => change(event.currentTarget.checked)}
          />{' '}
          {label} {mark}
        </label>
        {below}
        {faultWords}
      </div>
    );
  }
  if (grouped) {
    return (
      <fieldset class={fault ? 'field invalid' : 'field'}>
        <legend>
          {label} {mark}
        </legend>
        {below}
        {input}
        {faultWords}
      </fieldset>
    );
  }
  return (
    <div class={fault ? 'field invalid' : 'field'}>
      <label for={id}>
        {label} {mark}
      </label>
      {below}
      {input}
      {faultWords}
    </div>
  );
}

function Rows({ placed, form }: { placed: Placed; form: Inside }) {
  const rows = at(form.data, placed.path);
  const list = Array.isArray(rows) ? rows : [];
  const label = labelOf(placed);
  const setRows = (next: unknown[]) => form.onChange(withValue(form.data, placed.path, next) as Values);
  return (
    <fieldset class="rows">
      {label && <legend>{label}</legend>}
      {list.map((_, row) => (
        <fieldset class="form-row" key={row}>
          <legend>{t('row', { n: row + 1 })}</legend>
          <Components {...form} components={placed.field.components ?? []} base={[...placed.path, row]} />
          {!form.readOnly && (
            <button type="button" class="plain" onClick={() => setRows(list.filter((__, other) => other !== row))}>
              {t('remove_row', { n: row + 1 })}
            </button>
          )}
        </fieldset>
      ))}
      {!form.readOnly && (
        <button type="button" onClick={() => setRows([...list, {}])}>
          {t('add_row')}
        </button>
      )}
    </fieldset>
  );
}

function DataTable({ placed }: { placed: Placed }) {
  const { field, scope } = placed;
  const source = field.dataSource ?? '';
  const rows = source.startsWith('=') ? evaluated(source, scope) : at(scope, source.split('.'));
  const columns = field.columns ?? [];
  const label = labelOf(placed);
  return (
    <section class="table-box" tabIndex={0} aria-label={label}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column.key}>
                {column.label ?? column.key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(Array.isArray(rows) ? rows : []).map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column.key}>{String(at(row, [column.key]) ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DocumentReference {
  documentId?: string;
  metadata?: { fileName?: string };
}

/** Documents of the case, each to be saved. */
function Documents({ placed }: { placed: Placed }) {
  const { field, scope } = placed;
  const found = evaluated(field.dataSource ?? '', scope);
  const references = (Array.isArray(found) ? found : found ? [found] : []) as DocumentReference[];
  const caseNo = String(scope.caseNo ?? '');
  if (!references.length) return null;
  return (
    <section>
      <h3>{labelOf(placed)}</h3>
      <ul>
        {references.map(({ documentId = '', metadata }) => (
          <li key={documentId}>
            <a href={`/api/cases/${encodeURIComponent(caseNo)}/documents/${encodeURIComponent(documentId)}`} download>
              {metadata?.fileName ?? documentId}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Component({ placed, form }: { placed: Placed; form: Inside }) {
  const { field, scope } = placed;
  switch (field.type) {
    case 'group': {
      const label = labelOf(placed);
      return (
        <section class="group">
          {label && <h3>{label}</h3>}
          <Components {...form} components={field.components ?? []} base={placed.path} />
        </section>
      );
    }
    case 'dynamiclist':
      return <Rows placed={placed} form={form} />;
    case 'text':
    case 'html':
      return <FormText text={wordsOf((field.text ?? '').replace(/<[^>]*>/g, ''), scope)} />;
    case 'separator':
      return <hr />;
    case 'spacer':
    case 'button':
    case 'expression':
      return null;
    case 'table':
      return <DataTable placed={placed} />;
    case 'documentPreview':
      return <Documents placed={placed} />;
    default:
      if (!isInput(field)) return <p class="quiet">{t('unsupported_field', { type: field.type })}</p>;
      if (form.readOnly || isReadOnly(placed)) return <ShownValue placed={placed} value={at(form.data, placed.path)} />;
      return <LabelledInput placed={placed} form={form} />;
  }
}

const isShown = (placed: Placed, form: Inside): boolean =>
  isInput(placed.field) && (form.readOnly === true || isReadOnly(placed));

function Components(form: Inside) {
  // Values that are only shown and stand together become one list of terms.
  const runs: { shown: boolean; members: Placed[] }[] = [];
  for (const field of form.components) {
    const placed = place(field, form.data, form.base);
    if (isHidden(placed) || form.without?.includes(pathWords(placed.path))) continue;
    const shown = isShown(placed, form);
    const last = runs.at(-1);
    if (last && last.shown === shown) last.members.push(placed);
    else runs.push({ shown, members: [placed] });
  }
  return (
    <>
      {runs.map(({ shown, members }, run) => {
        const inside = members.map((placed, index) => <Component key={index} placed={placed} form={form} />);
        return shown ? <dl key={run}>{inside}</dl> : <div key={run}>{inside}</div>;
      })}
    </>
  );
}

/** A form-js schema drawn with our own fields. */
export function FormView(props: FormProps) {
  return (
    <div class="form-view">
      <Components {...props} base={[]} />
    </div>
  );
}

/** What is to be mended, with a link to each place; takes the focus when it appears. */
export function FaultSummary({ faults, sent }: { faults: Fault[]; sent: number }) {
  const summary: Ref<HTMLDivElement> = useRef(null);
  useEffect(() => {
    if (sent) summary.current?.focus();
  }, [sent]);
  if (!faults.length) return null;
  return (
    <div class="fault-summary" role="alert" tabIndex={-1} ref={summary}>
      <h3>{t('error_summary', { n: faults.length })}</h3>
      <ul>
        {faults.map((fault) => (
          <li key={pathWords(fault.path)}>
            <a
              href={`#${fieldId(fault.path)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(fault.path))?.focus();
              }}
            >
              {fault.words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
