/**
 * Where does each row of the text begin and end, and what stands in its columns?
 *
 * A row ends with its line, unless a quotation mark is still open. Rows without quotation marks are cut at the delimiter;
 * the others go to csv-parse, strictly. Line numbers count the file's own lines from 1, whatever ends them.
 */
import { CsvError, parse } from 'csv-parse/sync';

export interface RawRow {
  readonly line: number;
  /** How many lines of the file it takes: more than one only within quotation marks. */
  readonly lines: number;
  readonly raw: string;
  /** Why it has no columns. */
  readonly fault: 'open-quote' | 'too-long' | null;
}
export type Delimiter = ',' | ';' | '|' | '\t';
export const delimiters: readonly Delimiter[] = [',', ';', '|', '\t'];

/** In characters; a longer line is no row of a bank's. */
const longestRow = 65_536;
/** A quotation mark open for longer was never meant to be. */
const mostLines = 40;

/** Rows of the text, in pieces as the text comes. A quotation mark left open costs its own line and no other. */
export async function* rawRows(text: AsyncIterable<string>): AsyncGenerator<RawRow[]> {
  const assembly = assemble(1);
  let [rest, tooLong] = ['', false];
  for await (const piece of text) {
    const joined = rest + piece;
    // A carriage return at the end may have its line feed in the next piece.
    const held = joined.endsWith('\r') ? '\r' : '';
    const lines = joined.slice(0, joined.length - held.length).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + held;
    if (tooLong && lines.length > 0) {
      lines.shift();
      tooLong = false;
    }
    const rows = lines.flatMap(assembly.feed);
    if (rest.length > longestRow) {
      if (!tooLong) rows.push(...assembly.overlong(rest));
      [rest, tooLong] = ['', true];
    }
    if (rows.length > 0) yield rows;
  }
  const last = rest.replace(/\r$/, '');
  const ended = tooLong || last === '' ? [] : assembly.feed(last);
  yield [...ended, ...assembly.end()];
}

/** A row of several lines read as lines again: its first is at fault, the others are rows of their own. */
export function recut(row: RawRow): RawRow[] {
  const [first = '', ...others] = row.raw.split('\n');
  const assembly = assemble(row.line + 1);
  const after = others.flatMap(assembly.feed);
  return [{ line: row.line, lines: 1, raw: first, fault: 'open-quote' }, ...after, ...assembly.end()];
}

interface Assembly {
  readonly feed: (line: string) => RawRow[];
  readonly overlong: (line: string) => RawRow[];
  readonly end: () => RawRow[];
}

/** Joins lines while a quotation mark is open; gives up on the first of them when it stays open too long. */
function assemble(firstLine: number): Assembly {
  let next = firstLine;
  let open: string[] = [];

  function feed(line: string): RawRow[] {
    next += 1;
    const turns = line.includes('"') && quotationMarks(line) % 2 === 1;
    if (open.length === 0 && !turns) return [{ line: next - 1, lines: 1, raw: line, fault: null }];
    open.push(line);
    if (open.length > 1 && turns) return [closed()];
    return open.length > mostLines ? giveUp() : [];
  }
  function closed(): RawRow {
    const raw = open.join('\n');
    const fault = raw.length > longestRow ? 'too-long' : null;
    const row: RawRow = { line: next - open.length, lines: open.length, raw, fault };
    open = [];
    return row;
  }
  function giveUp(): RawRow[] {
    const [first = '', ...others] = open;
    open = [];
    next -= others.length;
    return [{ line: next - 1, lines: 1, raw: first, fault: 'open-quote' }, ...others.flatMap(feed)];
  }
  function end(): RawRow[] {
    const rows: RawRow[] = [];
    while (open.length > 0) rows.push(...giveUp());
    return rows;
  }
  function overlong(line: string): RawRow[] {
    const rows = end();
    next += 1;
    return [...rows, { line: next - 1, lines: 1, raw: line.slice(0, 200), fault: 'too-long' }];
  }
  return { feed, overlong, end };
}

function quotationMarks(line: string): number {
  let marks = 0;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) marks += 1;
  return marks;
}

/** The cells of each row, or null where its quotation marks are not in order. Cells outside quotation marks keep their spaces. */
export function cellsOf(rows: readonly RawRow[], delimiter: Delimiter): (readonly string[] | null)[] {
  const quoted = rows.filter((row) => row.fault === null && row.raw.includes('"'));
  const parsed = quoted.length === 0 ? [] : quotedCells(quoted, delimiter);
  let at = 0;
  return rows.map((row) => {
    if (row.fault !== null) return null;
    if (!row.raw.includes('"')) return row.raw.split(delimiter);
    at += 1;
    return parsed[at - 1] ?? null;
  });
}

/** All at once, for csv-parse's start costs more than a row; one at a time only to find which of them are at fault. */
function quotedCells(rows: readonly RawRow[], delimiter: Delimiter): (readonly string[] | null)[] {
  const together = strictCells(rows.map((row) => row.raw).join('\n'), delimiter);
  if (together?.length === rows.length) return together;
  return rows.map((row) => {
    const alone = strictCells(row.raw, delimiter);
    return alone?.length === 1 ? (alone[0] ?? null) : null;
  });
}

function strictCells(text: string, delimiter: Delimiter): string[][] | null {
  try {
    return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true, trim: true });
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
