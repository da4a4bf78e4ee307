import { useState } from 'preact/hooks';
import { t } from '../words/words';
import { DateField } from './date_field';
import { HeldInput } from './held_input';
import { fieldId, type Option, optionsOf, type Placed } from './schema';
import { isUnreadable } from './validate';

export interface FieldProps {
  placed: Placed;
  value: unknown;
  label: string;
  required: boolean;
  invalid: boolean;
  describedBy: string;
  onChange: (value: unknown) => void;
}

const optionKey = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function TextField({ placed, value, required, invalid, describedBy, onChange }: FieldProps) {
  const { field, path } = placed;
  const shared = {
    id: fieldId(path),
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    'aria-required': required,
  };
  if (field.type === 'textarea') {
    return <textarea rows={4} {...shared} onInput={(event) => onChange(event.currentTarget.value)} />;
  }
  const { prefixAdorner, suffixAdorner } = field.appearance ?? {};
  const kind = field.validate?.validationType;
  const type = kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text';
  return (
    <span class="with-unit">
      {prefixAdorner && <span>{prefixAdorner}</span>}
      <input type={type} {...shared} onInput={(event) => onChange(event.currentTarget.value)} />
      {suffixAdorner && <span>{suffixAdorner}</span>}
    </span>
  );
}

function NumberField({ placed, value, required, invalid, describedBy, onChange }: FieldProps) {
  const { field, path } = placed;
  // Full-width digits are read as digits; what is no number is kept as typed and named in the fault.
  function change(typed: string): void {
    const text = typed.normalize('NFKC').replaceAll(',', '').trim();
    if (text === '') return onChange(null);
    if (!/^[-+]?\d+(\.\d+)?$/.test(text)) return onChange({ unreadable: typed });
    return onChange(field.serializeToString ? text : Number(text));
  }
  return (
    <span class="with-unit">
      {field.appearance?.prefixAdorner && <span>{field.appearance.prefixAdorner}</span>}
      <HeldInput
        id={fieldId(path)}
        class="number"
        inputMode="decimal"
        autocomplete="off"
        value={isUnreadable(value) ? value.unreadable : value == null ? '' : String(value)}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        aria-required={required}
        onLeave={change}
      />
      {field.appearance?.suffixAdorner && <span>{field.appearance.suffixAdorner}</span>}
    </span>
  );
}

function SelectField({ placed, value, required, invalid, describedBy, onChange }: FieldProps) {
  const options = optionsOf(placed);
  const chosen = options.findIndex((option) => optionKey(option.value) === optionKey(value));
  return (
    <select
      id={fieldId(placed.path)}
      value={chosen < 0 ? '' : String(chosen)}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      aria-required={required}
      onChange={(event) => onChange(options[Number(event.currentTarget.value || -1)]?.value ?? null)}
    >
      <option value="">{t('optional_choice')}</option>
      {options.map((option, index) => (
        <option key={optionKey(option.value)} value={String(index)}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** A list with more choices than this is narrowed by typing. */
const longList = 12;

function Choices({ placed, value, invalid, describedBy, onChange }: FieldProps) {
  const many = placed.field.type !== 'radio';
  const chosen = Array.isArray(value) ? value : value == null ? [] : [value];
  const isChosen = (option: Option) => chosen.some((one) => optionKey(one) === optionKey(option.value));
  function choose(option: Option): void {
    if (!many) return onChange(option.value);
    const others = chosen.filter((one) => optionKey(one) !== optionKey(option.value));
    return onChange(isChosen(option) ? others : [...others, option.value]);
  }
  const id = fieldId(placed.path);
  const options = optionsOf(placed);
  const [part, setPart] = useState('');
  const isLong = many && options.length > longList;
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const listed = isLong ? options.filter((option) => plain(option.label).includes(plain(part))) : options;
  const list = (
    <div class={isLong ? 'choices long' : 'choices'}>
      {listed.map((option, index) => (
        <label class="choice" key={optionKey(option.value)}>
          <input
            id={index === 0 && !isLong ? id : `${id}-${index}`}
            type={many ? 'checkbox' : 'radio'}
            name={id}
            checked={isChosen(option)}
            aria-describedby={describedBy}
            aria-invalid={many ? undefined : invalid}
            onChange={() => choose(option)}
          />{' '}
          {option.label}
        </label>
      ))}
      {!listed.length && <p class="quiet">{t('nothing_matches')}</p>}
    </div>
  );
  if (!isLong) return list;
  const labels = options.filter(isChosen).map((option) => option.label);
  return (
    <>
      <label class="narrow" for={id}>
        {t('narrow')}
      </label>
      <input
        id={id}
        type="search"
        value={part}
        aria-describedby={describedBy}
        onInput={(event) => setPart(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {list}
      <p class="chosen" role="status">
        {labels.length ? t('chosen', { n: labels.length, labels: labels.join('、') }) : t('none_chosen')}
      </p>
    </>
  );
}

/** The input of a component, without its label. A checkbox brings its label along. */
export function Input(props: FieldProps) {
  switch (props.placed.field.type) {
    case 'number':
      return <NumberField {...props} />;
    case 'select':
      return <SelectField {...props} />;
    case 'radio':
    case 'checklist':
    case 'taglist':
      return <Choices {...props} />;
    case 'datetime':
      return <DateField {...props} />;
    default:
      return <TextField {...props} />;
  }
}

/** A value of a form as a person reads it. */
export function valueWords(placed: Placed, value: unknown): string {
  if (isUnreadable(value)) return value.unreadable.replace('\n', ' ');
  if (value === undefined || value === null || value === '') return t('nothing_entered');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  const options = optionsOf(placed);
  const label = (one: unknown) =>
    options.find((option) => optionKey(option.value) === optionKey(one))?.label ??
    (typeof one === 'object' ? JSON.stringify(one) : String(one));
  if (Array.isArray(value)) return value.length ? value.map(label).join('、') : t('nothing_entered');
  return label(value);
}
