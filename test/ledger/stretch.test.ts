/** Is a file whose identities are written in stretches taken in like any other? */
import { expect, test } from 'vitest';
import { identityOf, type NewBankRow } from '../../main/bankRow.ts';
import { addDays } from '../../shared/values/dates.ts';
import { at, bankRow, day, everything, granted, importStart, shopAndLets, type Books } from './books.ts';

/** More than the 32,768 of a stretch, and a batch across its end. */
const rows = 35_000;
const inBatch = 1000;
/** These two are the same row of the account, on either side of the stretch's end; the third is another equal to it. */
const [early, late, another] = [17, 34_017, 34_018];

function row(n: number): NewBankRow {
  const equal = n === late || n === another;
  const of = equal ? early : n;
  const on = addDays(day('2019-01-01'), Math.floor(of / 40));
  const nth = n === another ? 2 : 1;
  const made = bankRow(n + 2, on, of, { text: `PAYMENT ${of}`, nth });
  return { ...made, identity: identityOf('current', made, nth) };
}

function importAll(books: Books, file: string): { readonly already: number[]; readonly tally: object } {
  granted(books.ledger.importBegin({ ...importStart, owner: 'current', file, sha256: file.padEnd(64, '0') }));
  const already: number[] = [];
  for (let from = 0; from < rows; from += inBatch) {
    const batch = Array.from({ length: inBatch }, (_, i) => row(from + i));
    const states = granted(books.ledger.importRows(batch));
    already.push(...states.flatMap((state, i) => (state === 'already' ? [from + i] : [])));
  }
  return { already, tally: granted(books.ledger.importEnd(true)) };
}

const waiting = (books: Books): number => books.ledger.unsorted(everything).count;

test('equal rows on either side of a stretch, the same file again, and undo', { timeout: 60_000 }, () => {
  const books = shopAndLets();
  const first = importAll(books, 'a');
  expect(first.already).toEqual([late]);
  expect(first.tally).toMatchObject({ fresh: rows - 1, already: 1, unsorted: rows - 1 });
  expect(waiting(books)).toBe(rows - 1);
  const again = importAll(books, 'a');
  expect(again.already).toHaveLength(rows);
  expect(again.tally).toMatchObject({ fresh: 0, already: rows, held: 0 });
  granted(books.ledger.undo(at));
  expect(waiting(books)).toBe(0);
  expect(books.ledger.verify()).toMatchObject({ ok: true });
});
