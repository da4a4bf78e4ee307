import { useRef } from 'preact/hooks';
import { Icon } from '../parts/icon';
import { eraWords, readDate, readTime } from '../words/dates';
import { t } from '../words/words';
import type { FieldProps } from './fields';
import { HeldInput } from './held_input';
import { fieldId } from './schema';
import { isUnreadable } from './validate';

interface Typed {
  date: string;
  time: string;
}

function typedOf(value: unknown, subtype: string): Typed {
  if (isUnreadable(value)) {
    const [date = '', time = ''] = value.unreadable.split('\n');
    return subtype === 'time' ? { date: '', time: date } : { date, time };
  }
  const text = typeof value === 'string' ? value : '';
  if (subtype === 'time') return { date: '', time: text.slice(0, 5) };
  if (subtype === 'date' || !text) return { date: text.slice(0, 10).replaceAll('-', '/'), time: '' };
  // Whatever zone it was written in, the person reads and writes the time of Tokyo.
  const tokyo = new Date(Date.parse(text) + 9 * 60 * 60 * 1000);
  if (Number.isNaN(tokyo.getTime())) return { date: text, time: '' };
  const iso = tokyo.toISOString();
  return { date: iso.slice(0, 10).replaceAll('-', '/'), time: iso.slice(11, 16) };
}

function valueOfTyped({ date, time }: Typed, subtype: string): unknown {
  const day = readDate(date);
  const clock = readTime(time);
  if (subtype === 'time') return time.trim() === '' ? null : (clock ?? { unreadable: time });
  if (subtype === 'date') return date.trim() === '' ? null : (day ?? { unreadable: date });
  if (date.trim() === '' && time.trim() === '') return null;
  return day && clock ? `${day}T${clock}:00+09:00` : { unreadable: `${date}\n${time}` };
}

/** A date, a time or both: typed as people write them, or chosen from the browser's calendar. */
export function DateField({ placed, value, label, required, invalid, describedBy, onChange }: FieldProps) {
  const subtype = placed.field.subtype ?? 'date';
  const typed = typedOf(value, subtype);
  const picker = useRef<HTMLInputElement>(null);
  const id = fieldId(placed.path);
  const change = (part: Partial<Typed>) => onChange(valueOfTyped({ ...typed, ...part }, subtype));
  const day = readDate(typed.date);
  const both = subtype === 'datetime';
  const shared = { 'aria-invalid': invalid, 'aria-required': required, autocomplete: 'off' as const };
  const dayInput = (
    <span class="date-part">
      <HeldInput
        id={id}
        class="date"
        inputMode="text"
        aria-label={both ? `${label} ${t('date_part')}` : undefined}
        aria-describedby={`${describedBy} ${id}-era`}
        value={typed.date}
        onLeave={(date) => change({ date })}
        {...shared}
      />
      <button
        type="button"
        class="icon-only"
        aria-label={t('open_calendar', { label })}
        title={t('calendar')}
        onClick={() => picker.current?.showPicker()}
      >
        <Icon name="calendar" />
      </button>
      <input
        ref={picker}
        class="picker"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={day ?? ''}
        onChange={(event) => change({ date: event.currentTarget.value.replaceAll('-', '/') })}
      />
    </span>
  );
  const timeInput = (
    <HeldInput
      id={subtype === 'time' ? id : `${id}-time`}
      class="time"
      inputMode="text"
      aria-label={both ? `${label} ${t('time_part')}` : undefined}
      aria-describedby={describedBy}
      value={typed.time}
      onLeave={(time) => change({ time })}
      {...shared}
    />
  );
  return (
    <span class="date-field">
      {subtype !== 'time' && dayInput}
      {subtype !== 'date' && timeInput}
      <span class="era quiet" id={`${id}-era`}>
        {day && subtype !== 'time' ? eraWords(day) : ''}
      </span>
    </span>
  );
}
