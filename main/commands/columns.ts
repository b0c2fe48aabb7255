/**
 * How are the columns of a bank file said in a terminal?
 *
 * `--columns "date=Date, order=day-first, description=Details, amount=Value"`: what each is, by its heading or by its number
 * from 1. What is not said is as the file was guessed.
 */
import { columnMapping, type ColumnMapping, type MappingColumn } from '../../shared/contract/imports.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';

/** The words for columns, each with its key in a mapping. */
const columnWords = {
  date: 'date',
  description: 'description',
  amount: 'amount',
  in: 'moneyIn',
  out: 'moneyOut',
  direction: 'direction',
  gross: 'gross',
  fee: 'fee',
  net: 'net',
  balance: 'balance',
} as const;
type ColumnWord = keyof typeof columnWords;
const words = Object.keys(columnWords) as ColumnWord[];
/** Amounts are said one way or another: once a part of it is said, nothing of the guess is left of it. */
const noAmounts = { amount: null, moneyIn: null, moneyOut: null, direction: null, gross: null, fee: null, net: null };

type Said = Record<string, number | string | boolean>;

/** The mapping said, over the guess. Refused by name: a word or a column there is not, no date, order or description. */
export function columnsSaid(
  text: string,
  columns: readonly MappingColumn[],
  guess: ColumnMapping | null,
): Outcome<ColumnMapping> {
  const said: Said = {};
  for (const part of text.split(',')) {
    const [word = '', value = ''] = part.split('=').map((side) => side.trim());
    const read = partSaid(word, value, columns);
    if (!read.ok) return read;
    Object.assign(said, read.value);
  }
  const anew = Object.keys(said).some((key) => key in noAmounts);
  const mapping = columnMapping.safeParse({ balance: null, ...guess, ...(anew ? noAmounts : {}), ...said });
  return mapping.success ? done(mapping.data) : refuse('columns-missing', 'columns', { words: choices });
}

const choices = [...words, 'order', 'spent'].join(', ');

function partSaid(word: string, value: string, columns: readonly MappingColumn[]): Outcome<Said> {
  if (word === 'order') return done({ dateOrder: value });
  if (word === 'spent') return done({ inverted: value === 'positive' });
  const known = words.find((w) => w === word);
  if (known === undefined) return refuse('column-word-unknown', 'columns', { word, words: choices });
  const plain = value.toLowerCase();
  const column = columns.find(({ index, header }) => header.toLowerCase() === plain || String(index + 1) === value);
  if (column !== undefined) return done({ [columnWords[known]]: column.index });
  return refuse('column-not-there', 'columns', { column: value, columns: columnNames(columns) });
}

/** What each column can be said by. */
export const columnNames = (columns: readonly MappingColumn[]): string => columns.map(named).join(', ');

/** Its heading, where it can be said by it. */
const named = ({ index, header }: MappingColumn): string =>
  header === '' || /[,=]/.test(header) ? String(index + 1) : header;

/** A mapping as it can be said: `date=Date, description=Details, amount=Value, order=day-first`. */
export function columnsText(mapping: ColumnMapping, columns: readonly MappingColumn[]): string {
  const said = words.flatMap((word) => {
    const column = columns.find(({ index }) => index === mapping[columnWords[word]]);
    return column === undefined ? [] : [`${word}=${named(column)}`];
  });
  const spent = mapping.inverted === true ? ['spent=positive'] : [];
  return [...said, `order=${mapping.dateOrder}`, ...spent].join(', ');
}
