/**
 * Which rows of a file may be ones the books have already, and what does the person say of them?
 *
 * Equal rows of a day are told apart by their number alone where they have no id and no balance. Where two files share a
 * day that may be whole in neither (`edges.ts`), the later file's equal row is held as a question: it is in no total, it is
 * not lost, and it waits for "the same one" or "another".
 */
import type { PlainDate } from '../../shared/values/dates.ts';
import type { Pence } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { identityKey, identityOf, type NewBankRow } from '../bankRow.ts';
import type { HeldAnswer, HeldLine, HeldRow, Instant } from './api.ts';
import type { OpenImport } from './bankFile.ts';
import type { Connection } from './connection.ts';
import { daysOfFiles, partOf, type Days, type Part } from './edges.ts';
import { act, addRow, nextId, type Draft } from './history.ts';
import { writeRecord } from './records.ts';
import { addTaking, changeBankRow } from './standing.ts';
import type { CountedRecord } from './totals.ts';
import { countRow } from './totals.ts';

/** At the end of a file: holds those of its rows that may be others than the books have. The same file again has none. */
export function holdRows(open: OpenImport): readonly HeldLine[] {
  const { edges, draft, account, file } = open;
  const { days, doubtful } = edges;
  if (days === null || open.owner === null || open.again) return [];
  if (![...doubtful.values()].some((rows) => rows.length > 0)) return [];
  const files = daysOfFiles(draft.connection, account, file);
  return [...doubtful].flatMap(([day, rows]) => {
    if ([...files.values()].some((known) => partOf(known, day) === 'whole')) return [];
    const part = partOf(days, day);
    return rows.flatMap((row) => heldOf(open, row, part, files) ?? []);
  });
}

interface Standing {
  readonly id: number;
  readonly file: number;
  readonly line: number;
  readonly name: string;
}

function heldOf(open: OpenImport, row: NewBankRow, part: Part, files: ReadonlyMap<number, Days>): HeldLine | undefined {
  const { draft, file } = open;
  const { found, free } = equalRows(open, row);
  const others = found.filter((equal) => equal.file !== file);
  const samePart = (of: number): boolean => {
    const days = files.get(of);
    return part !== 'middle' && days !== undefined && partOf(days, row.date) === part;
  };
  const known =
    others.filter((equal) => samePart(equal.file)).length +
    others.flatMap((equal) => saidTheSame(draft.connection, equal.id)).filter(samePart).length;
  if ((row.nth ?? 1) <= known) return undefined;
  const alike = others.findLast((equal) => !samePart(equal.file)) ?? others.at(-1);
  if (alike === undefined) return undefined;
  hold(open, row, free, alike.id);
  const { line, date, text, pence } = row;
  return { line, date, text, pence, alike: { file: alike.name, line: alike.line } };
}

/** The rows that stand and are equal, by their number, and the first identity that is free beyond the row's own. */
function equalRows({ draft, account, owner }: OpenImport, row: NewBankRow): { found: Standing[]; free: string } {
  const find = draft.connection.sql<Standing>(
    `SELECT b.id, b.file, b.line, f.name FROM bank_identity i JOIN bank_row b ON b.id = i.bank_row
    JOIN imported_file f ON f.id = b.file WHERE i.account = ? AND i.identity = ?`,
  );
  const found: Standing[] = [];
  for (let nth = 1; ; nth += 1) {
    const identity = identityKey(identityOf(owner ?? '', row, nth));
    const equal = find.get(account, identity);
    if (equal !== undefined) found.push(equal);
    else if (nth > (row.nth ?? 1)) return { found, free: identity };
  }
}

/** The files of rows that were said to be the same as this one. */
const saidTheSame = (connection: Connection, alike: number): readonly number[] =>
  connection
    .sql<number>(
      `SELECT b.file FROM held h JOIN standing_held_answer a ON a.bank_row = h.bank_row AND a.answer = 'same'
      JOIN bank_row b ON b.id = h.bank_row WHERE h.alike = ?`,
    )
    .pluck()
    .all(alike);

function hold({ draft, account, file, tally }: OpenImport, row: NewBankRow, key: string, alike: number): void {
  const { line, date, text, pence, balance, bankId, raw } = row;
  const { connection } = draft;
  connection.sql('INSERT INTO bank_identity VALUES (?, ?, ?)').run(account, key, nextId(draft, 'bank_row'));
  const values = [account, file, line, date, text, pence, balance, bankId, key, raw, null, null];
  const id = addRow(draft, 'bank_row', values);
  addRow(draft, 'held', [id, alike]);
  countRow(draft.totals, date, pence, false);
  tally.already -= 1;
}

interface Waiting {
  readonly id: number;
  readonly account: string;
  readonly day: PlainDate;
  readonly text: string;
  readonly pence: Pence;
  readonly file: string;
  readonly line: number;
  readonly alike: number;
  readonly alikeFile: string;
  readonly alikeLine: number;
  readonly stands: number;
}

/** Rows held as a question, oldest first. */
export function readHeld(connection: Connection): readonly HeldRow[] {
  return connection
    .sql<Waiting>(
      `SELECT b.id, a.name AS account, b.day, b.text, b.pence, f.name AS file, b.line, o.id AS alike,
        g.name AS alikeFile, o.line AS alikeLine, EXISTS (SELECT 1 FROM standing_bank_row s WHERE s.id = o.id) AS stands
      FROM held h JOIN standing_bank_row b ON b.id = h.bank_row JOIN bank_account a ON a.id = b.account
      JOIN imported_file f ON f.id = b.file JOIN bank_row o ON o.id = h.alike JOIN imported_file g ON g.id = o.file
      WHERE b.state = 'held' ORDER BY b.day, b.id`,
    )
    .all()
    .map(({ id, account, day, text, pence, file, line, alikeFile, alikeLine, stands }) => {
      const alike = stands === 1 ? { file: alikeFile, line: alikeLine } : null;
      return { id, account, date: day, text, pence, file, line, alike };
    });
}

interface Asked {
  readonly state: string;
  readonly alike: number;
}

/**
 * Says of held rows that each is the one the books have already, or another, all in one action. Another becomes what the
 * row it is equal to became. Refused by its number: a row that is not held, or the same as one that is no longer there.
 */
export function answerHeld(
  connection: Connection,
  at: Instant,
  rows: readonly number[],
  answer: HeldAnswer,
): Outcome<{ readonly answered: number }> {
  return act(connection, at, (draft) => {
    const wanted = new Set(rows);
    const find = connection.sql<Asked>(
      `SELECT b.state, h.alike FROM held h JOIN standing_bank_row b ON b.id = h.bank_row WHERE b.id = ?`,
    );
    const stands = connection.sql<{ state: string }>('SELECT state FROM standing_bank_row WHERE id = ?');
    for (const id of wanted) {
      const asked = find.get(id);
      if (asked?.state !== 'held') return refuse('row-not-held', 'rows', { row: id });
      const equal = stands.get(asked.alike);
      if (answer === 'another') keepAnother(draft, id, asked.alike, equal?.state ?? 'unsorted');
      else if (equal === undefined) return refuse('row-alike-gone', 'rows', { row: id });
      else addTaking(draft, 'held_answer', ['same', id, id], id);
    }
    const said = answer === 'same' ? 'the same as before' : 'another';
    const what = `Said that ${wanted.size === 1 ? 'a bank row is' : `${wanted.size} bank rows are each`} ${said}`;
    return done({ what: wanted.size === 0 ? null : what, value: { answered: wanted.size } });
  });
}

interface Copied extends CountedRecord {
  readonly description: string;
  readonly rule: number | null;
}

function keepAnother(draft: Draft, id: number, alike: number, state: string): void {
  changeBankRow(draft, id, () => void addRow(draft, 'held_answer', ['another', id, null]));
  if (state === 'held' || state === 'unsorted') return;
  const records = draft.connection
    .sql<Copied>(
      'SELECT source, letting, day, category, pence, own, description, rule FROM standing_record WHERE bank_row = ?',
    )
    .all(alike);
  for (const record of records) writeRecord(draft, record, id, null, record.rule);
  changeBankRow(draft, id, () => void addRow(draft, 'sorting', [state, id, null]));
}
