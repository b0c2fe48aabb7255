/**
 * What amount, what day and what words stand in this cell?
 *
 * As banks write them, with what spreadsheets and wrong encodings do to them on the way. An empty cell is not nil, and
 * what cannot be read for certain is `unreadable`: it refuses its row and is never guessed.
 */
import { parsePlainDate, type PlainDate } from '../../shared/values/dates.ts';
import { asPence, parsePounds, type Pence } from '../../shared/values/money.ts';

export type DateOrder = 'day-first' | 'month-first' | 'year-first';
export type MoneyCell = Pence | 'empty' | 'unreadable';
export type DateCell = { readonly day: PlainDate } | 'empty' | 'unreadable' | 'impossible';

const writtenMoney = /^([-+]?) ?(?:£|GBP)? ?([-+]?) ?((?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d{1,2})?)(?: ?GBP)?$/i;

/**
 * The cell's amount in pence, with its own sign: `£1,234.50`, `-£10.99`, `£-10.99`, `(12.34)`, `−5`, `.54`, `70.0`,
 * `10.00 GBP`. `1,23.00`, `12.345`, `1 234.00` and `5 CR` are unreadable, and so is more than £99,999,999,999.99.
 */
export function readMoney(cell: string): MoneyCell {
  const size = plainSize(cell);
  if (size !== -1) return asPence(cell.charCodeAt(0) === minus ? 0 - size : size);
  const plain = cell
    .replaceAll(/Â(?=[£\u00A0 ]|$)/g, '')
    .replaceAll(/[\s\u200B\uFEFF]+/g, ' ')
    .trim()
    .replace(/^' ?/, '')
    .replaceAll(/[\u2212\u2013\uFE63\uFF0D]/g, '-');
  if (plain === '') return 'empty';
  const bracketed = /^\( ?(.*?) ?\)$/.exec(plain)?.[1];
  const found = writtenMoney.exec(bracketed ?? plain);
  if (found === null) return 'unreadable';
  const [, before = '', after = '', digits = ''] = found;
  const sign = before + after;
  if (digits === '' || sign.length > 1 || (bracketed !== undefined && sign !== '')) return 'unreadable';
  const written = parsePounds(
    digits
      .replaceAll(',', '')
      .replace(/^0*(?=\d+)/, '')
      .replace(/^\./, '0.'),
  );
  if (written === undefined) return 'unreadable';
  return bracketed !== undefined || sign === '-' ? asPence(0 - written) : written;
}

const [minus, point, nought, nine] = [45, 46, 48, 57];

/** The pence of a cell that is digits, a point and two digits, with a minus before them or not, as nearly all are; -1 for any other. */
function plainSize(cell: string): number {
  const from = cell.charCodeAt(0) === minus ? 1 : 0;
  const to = cell.length - 3;
  if (to - from < 1 || to - from > 11 || cell.charCodeAt(to) !== point) return -1;
  let size = 0;
  for (let i = from; i < cell.length; i += 1) {
    if (i === to) continue;
    const code = cell.charCodeAt(i);
    if (code < nought || code > nine) return -1;
    size = size * 10 + code - nought;
  }
  return size;
}

const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/;
const yearFirst = /^(\d{4})([/.-]?)(\d{2})\2(\d{2})$/;
const dayNamed = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?[ ,-]{1,2}(\d{4}|\d{2})$/i;
const monthNamed = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i;
const timeOfDay = /[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]00:?00))?$/;

/**
 * The cell's day. The order decides only what could be read two ways: `03/04/2025` is 3 April day first and 4 March month
 * first, while `2025-04-03` and `3 Apr 2025` are what they are. Two-digit years are 1970 to 2069. A time after it is left.
 */
export function readDate(cell: string, order: DateOrder): DateCell {
  const text = numbers.test(cell) ? cell : cleanDate(cell);
  if (text === '') return 'empty';
  const plain = numbers.exec(text);
  if (plain !== null) {
    if (order === 'year-first') return 'unreadable';
    const [, first = '', , second = '', year = ''] = plain;
    return order === 'day-first' ? real(year, second, first) : real(year, first, second);
  }
  const iso = yearFirst.exec(text);
  if (iso !== null) return compactOnlyIfSaid(iso, order);
  const day = dayNamed.exec(text);
  if (day !== null) return real(day[3] ?? '', monthNumber(day[2] ?? ''), day[1] ?? '');
  const month = monthNamed.exec(text);
  return month === null ? 'unreadable' : real(month[3] ?? '', monthNumber(month[1] ?? ''), month[2] ?? '');
}

const cleanDate = (cell: string): string =>
  cell.replaceAll('\u00A0', ' ').trim().replace(/^'/, '').replace(timeOfDay, '').trim();

/** `20250403` is a day only where the year is said to come first: elsewhere it may be any number. */
function compactOnlyIfSaid(found: RegExpExecArray, order: DateOrder): DateCell {
  const [, year = '', mark = '', month = '', day = ''] = found;
  return mark === '' && order !== 'year-first' ? 'unreadable' : real(year, month, day);
}

function real(year: string, month: string, day: string): DateCell {
  if (month === '') return 'unreadable';
  const full = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year;
  const found = parsePlainDate(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return found === undefined ? 'impossible' : { day: found };
}

const monthNames = 'january february march april may june july august september october november december'.split(' ');

/** `Nov`, `november` and `Sept` as two digits, or nothing for what is no month. */
function monthNumber(name: string): string {
  const said = name.toLowerCase();
  const at = monthNames.findIndex((month) => month === said || month.slice(0, 3) === said);
  if (at === -1) return said === 'sept' ? '09' : '';
  return String(at + 1).padStart(2, '0');
}

/** The cell's words as a person reads them: no control characters, no runs of spaces, no spreadsheet's apostrophe before them. */
export function readText(cell: string): string {
  if (/^[\w.,/&*#-]+(?: [\w.,/&*#-]+)*$/.test(cell)) return cell;
  return cell
    .replaceAll(/Â(?=\u00A0)/g, '')
    .replaceAll(/[\s\p{Cc}\uFEFF]+/gu, ' ')
    .trim()
    .replace(/^'\s*/, '');
}
