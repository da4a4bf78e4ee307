import { language, t } from './words';

const zone = 'Asia/Tokyo';
const dayMs = 24 * 60 * 60 * 1000;

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: string;
  minute: string;
  weekday: string;
}

function parts(instant: Date): Parts {
  const found: Record<string, string> = {};
  const locale = language.value === 'en' ? 'en-GB' : 'ja-JP';
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    weekday: 'short',
  });
  for (const part of format.formatToParts(instant)) found[part.type] = part.value;
  return {
    year: Number.parseInt(found.year ?? '0', 10),
    month: Number.parseInt(found.month ?? '0', 10),
    day: Number.parseInt(found.day ?? '0', 10),
    hour: found.hour ?? '00',
    minute: found.minute ?? '00',
    weekday: found.weekday ?? '',
  };
}

function fiscalYear({ year, month }: Parts): number {
  return month < 4 ? year - 1 : year;
}

/** 17:00, in Tokyo. */
export function clock(instant: Date): string {
  const { hour, minute } = parts(instant);
  return `${hour}:${minute}`;
}

/** 8月14日（金）; with the year if it is not in the fiscal year of `now`. */
export function dayWords(instant: Date, now = new Date()): string {
  const { year, month, day, weekday } = parts(instant);
  const sameYear = fiscalYear(parts(instant)) === fiscalYear(parts(now));
  if (language.value === 'en') {
    const name = new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'short' }).format(instant);
    return `${weekday} ${day} ${name}${sameYear ? '' : ` ${year}`}`;
  }
  return `${sameYear ? '' : `${year}年`}${month}月${day}日（${weekday}）`;
}

/** 8月14日（金）17:00. */
export function momentWords(instant: Date, now = new Date()): string {
  const separator = language.value === 'en' ? ' ' : '';
  return dayWords(instant, now) + separator + clock(instant);
}

function dayNumber(instant: Date): number {
  const { year, month, day } = parts(instant);
  return Date.UTC(year, month - 1, day) / dayMs;
}

export type DueGroup = 'overdue' | 'today' | 'tomorrow' | 'this_week' | 'later' | 'no_due';

/** The order in which the inbox shows its groups. */
export const dueGroups: DueGroup[] = ['overdue', 'today', 'tomorrow', 'this_week', 'later', 'no_due'];

/** In which group of the inbox a deadline belongs, counted in days of Tokyo. */
export function dueGroup(due: string | null | undefined, now: Date): DueGroup {
  if (!due) return 'no_due';
  const instant = new Date(due);
  if (instant < now) return 'overdue';
  const days = dayNumber(instant) - dayNumber(now);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days <= 7 ? 'this_week' : 'later';
}

/** A deadline in words, with the day beside it where the words alone are relative. */
export function dueWords(due: string, now: Date): string {
  const instant = new Date(due);
  const days = dayNumber(instant) - dayNumber(now);
  if (days === -1) return t('due_yesterday', { time: clock(instant) });
  if (instant < now) return t('due_past', { moment: momentWords(instant, now) });
  if (days === 0) return t('due_today', { time: clock(instant) });
  if (days === 1) return t('due_tomorrow', { time: clock(instant) });
  return momentWords(instant, now);
}

/** 令和8年8月14日（金）, beside a date that was typed; empty if it can't be read. */
export function eraWords(isoDate: string): string {
  const instant = new Date(`${isoDate}T00:00:00+09:00`);
  if (Number.isNaN(instant.getTime())) return '';
  if (language.value === 'en') return `${dayWords(instant)} ${parts(instant).year}`;
  const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    timeZone: zone,
    era: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  });
  return format.format(instant).replace(/\((.)\)/, '（$1）');
}

/** Reads a date as people type it (2026/8/14, R8.8.14, 令和8年8月14日, 8/14) into 2026-08-14; undefined if it is none. */
export function readDate(typed: string, now = new Date()): string | undefined {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/令和\s*/, 'R')
    .replace(/元年/, '1年');
  const match =
    /^(?:(\d{4})|R(\d{1,2}))[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?$/i.exec(text) ??
    /^()()(\d{1,2})[-/.月]\s*(\d{1,2})日?$/.exec(text);
  if (!match) return undefined;
  const today = parts(now);
  const month = Number(match[3]);
  const day = Number(match[4]);
  // A date without a year is the next one to come, at most eleven months ahead.
  const nextYear = today.month - month > 6 ? today.year + 1 : today.year;
  const year = match[1] ? Number(match[1]) : match[2] ? Number(match[2]) + 2018 : nextYear;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Reads a time as people type it (9:30, 9時30分, 0930) into 09:30; undefined if it is none. */
export function readTime(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const match = /^(\d{1,2})(?::|時)(\d{2})?分?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text);
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
