/** What is removed for good: is not a word of it left in the file, and does everything else still hold? */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Erasing } from '../../main/ledger/erasureApi.ts';
import { backupName } from '../../main/ledger/backupName.ts';
import { blanks, blankTables, type BlankTable } from '../../main/ledger/blanks.ts';
import { historyTables } from '../../main/ledger/tables.ts';
import {
  at,
  bankRow,
  codeOf,
  everything,
  full,
  granted,
  importStart,
  opened,
  shopAndLets,
  type Books,
} from './books.ts';
import { holds, mixedBooks, picture, secret, spouse } from './private.ts';

const descriptions = ({ ledger }: Books): readonly string[] =>
  ledger.records(everything).items.map((r) => r.description);
const sound = ({ ledger }: Books): void => expect(ledger.verify().checks).toEqual([]);

describe('an import removed for good', () => {
  test('leaves none of its words in the file, and every other record and figure as it was', () => {
    const books = mixedBooks();
    expect(holds(books.path, spouse)).toEqual(spouse);
    const chain = books.ledger.history({ after: null, limit: 100 }).actions.map((a) => a.what);
    const done = granted(books.ledger.erase(at, { import: books.imported }));
    expect(done).toEqual({ rows: 3, records: 4, files: 0, swept: true });
    expect(holds(books.path, spouse)).toEqual([]);
    expect(descriptions(books)).toEqual(['Oak table', 'Oak table, own', 'Rosewood secret']);
    expect(books.ledger.totals(null).map((t) => [t.day, t.whole])).toEqual([
      ['2026-04-06', 4500],
      ['2026-04-07', 5500],
      ['2026-06-09', 7700],
    ]);
    expect(books.ledger.unsorted({ after: null, limit: 9 }).count).toBe(0);
    const actions = books.ledger.history({ after: null, limit: 100 }).actions.map((a) => a.what);
    expect(actions).toEqual(['Removed for good: 3 bank rows, 4 records', ...chain]);
    const verified = books.ledger.verify();
    // The account, the file, what it taught, its days, its rows, its records, and the records of a correction and a split.
    expect(verified).toMatchObject({ ok: true, records: 3, removedForGood: 8, checks: [] });
    books.ledger.close();
    const again = opened(books.path);
    expect(again.ledger.verify()).toEqual(verified);
    expect(holds(books.path, spouse)).toEqual([]);
  });

  test('leaves no three letters of it to be looked up, and those of the rest are found', () => {
    const books = mixedBooks();
    const { db } = books.connection;
    db.exec('CREATE VIRTUAL TABLE temp.letters USING fts5vocab(main, record_words, row)');
    const known = db.prepare("SELECT term FROM letters WHERE term IN ('mar', 'qui', 'uil', 'oak') ORDER BY 1").pluck();
    expect(known.all()).toEqual(['mar', 'oak', 'qui', 'uil']);
    granted(books.ledger.erase(at, { import: books.imported }));
    expect(known.all()).toEqual(['oak']);
    expect(books.ledger.records({ ...everything, text: 'oak' }).count).toBe(2);
  });

  test('does not come back by undo and redo, in whatever order', () => {
    const books = mixedBooks();
    granted(books.ledger.undo(at));
    granted(books.ledger.erase(at, { import: books.imported }));
    expect(codeOf(books.ledger.redo(at))).toBe('nothing-to-redo');
    let steps = 0;
    for (let step = books.ledger.undo(at); step.ok; step = books.ledger.undo(at)) {
      steps += 1;
      sound(books);
    }
    expect([steps, descriptions(books)]).toEqual([9, []]);
    for (let step = books.ledger.redo(at); step.ok; step = books.ledger.redo(at)) sound(books);
    expect(descriptions(books)).toEqual(['Oak table', 'Oak table, own', 'Rosewood secret']);
    expect(holds(books.path, spouse)).toEqual([]);
  });

  test('is gone though it was only taken out before, and the same file can come in anew', () => {
    const books = mixedBooks();
    granted(books.ledger.removeImport(at, books.imported, true));
    granted(books.ledger.erase(at, { import: books.imported }));
    expect(holds(books.path, spouse)).toEqual([]);
    granted(books.ledger.undo(at));
    sound(books);
    expect(descriptions(books)).not.toContain('Marigold Quill, corrected');
    granted(books.ledger.importBegin({ ...importStart, account: 'QuillAccount', file: 'marigold.csv' }));
    granted(books.ledger.importRows([bankRow(2, '2026-06-02', -3120, { text: 'PAYEE LAVENDER' })]));
    expect(granted(books.ledger.importEnd(true)).fresh).toBe(1);
    expect(books.ledger.unsorted({ text: 'lavender', after: null, limit: 9 }).count).toBe(1);
    sound(books);
  });
});

describe('a record removed for good', () => {
  test('goes with its files and their bytes', () => {
    const books = mixedBooks();
    expect(holds(books.path, ['Rosewood secret', 'wrongpicture', secret])).toHaveLength(3);
    const done = granted(books.ledger.erase(at, { record: books.typed }));
    expect(done).toEqual({ rows: 0, records: 1, files: 1, swept: true });
    expect(holds(books.path, ['Rosewood secret', 'wrongpicture', secret, 'quill quill'])).toEqual([]);
    expect(books.ledger.records({ ...everything, text: 'rosewood' }).count).toBe(0);
    expect(descriptions(books)).toContain('Oak table, own');
    sound(books);
  });

  test('goes with its bank row and all made of it, while the rest of the file stays', () => {
    const books = mixedBooks();
    const last = books.ledger.records({ ...everything, text: 'Marigold' }).items[0]?.id ?? 0;
    expect(granted(books.ledger.erase(at, { record: last }))).toMatchObject({ rows: 1, records: 4 });
    expect(holds(books.path, ['MARIGOLD', 'Marigold Quill', '2026-06-01,250000'])).toEqual([]);
    expect(holds(books.path, ['PAYEE LAVENDER', 'marigold.csv'])).toHaveLength(2);
    expect(books.ledger.unsorted({ after: null, limit: 9 }).items.map((r) => r.text)).toEqual(['PAYEE LAVENDER']);
    sound(books);
    granted(books.ledger.erase(at, { import: books.imported }));
    expect(holds(books.path, spouse)).toEqual([]);
    sound(books);
  });
});

describe('a file removed for good', () => {
  test('goes from every record that has it, and may be kept again later', () => {
    const books = mixedBooks();
    granted(books.ledger.attach(at, { record: 2, name: 'same.pdf', bytes: picture }));
    granted(books.ledger.detach(at, books.attached));
    expect(granted(books.ledger.erase(at, { attachment: books.attached }))).toMatchObject({ records: 0, files: 2 });
    expect(holds(books.path, ['wrongpicture', 'same.pdf', secret])).toEqual([]);
    expect(books.ledger.attachments(2)).toEqual([]);
    granted(books.ledger.undo(at));
    expect(books.ledger.attachments(books.typed)).toEqual([]);
    sound(books);
    const { id } = granted(books.ledger.attach(at, { record: 2, name: 'wanted.pdf', bytes: picture }));
    expect(granted(books.ledger.openAttachment(id)).bytes).toEqual(picture);
    sound(books);
  });
});

describe('before it goes', () => {
  test.each<readonly [string, Erasing, string]>([
    ['an import that is none', { import: 2 }, 'import-unknown'],
    ['an import of no action', { import: 99 }, 'import-unknown'],
    ['a record that never was', { record: 99 }, 'record-unknown'],
    ['a file that never was', { attachment: 99 }, 'attachment-unknown'],
  ])('%s is refused, and nothing is written', (_what, of, code) => {
    const books = mixedBooks();
    const before = books.ledger.verify();
    expect([codeOf(books.ledger.erase(at, of)), codeOf(books.ledger.erasure(of, null))]).toEqual([code, code]);
    expect(books.ledger.verify()).toEqual(before);
  });

  test('what went before is refused', () => {
    const books = mixedBooks();
    granted(books.ledger.erase(at, { record: books.typed }));
    expect(codeOf(books.ledger.erase(at, { record: books.typed }))).toBe('erased-before');
    expect(codeOf(books.ledger.erase(at, { attachment: books.attached }))).toBe('erased-before');
  });

  test('it is said what would go and which copies have it, by name, and nothing is changed', async () => {
    const books = mixedBooks();
    const backups = join(dirname(books.path), 'backups');
    mkdirSync(backups);
    const names = ['2026-11-20T10:00:00Z', '2026-11-22T10:00:00Z'].map((moment) => backupName('books', moment));
    const [without = '', having = ''] = names;
    granted(await shopAndLets().ledger.backup(join(backups, without), null));
    granted(await books.ledger.backup(join(backups, having), null));
    const beside = 'books (replaced).quarterday';
    granted(await books.ledger.backup(join(dirname(books.path), beside), null));
    const own = 'saved in march.quarterday';
    granted(await books.ledger.backup(join(dirname(books.path), own), null));
    granted(await shopAndLets().ledger.backup(join(dirname(books.path), 'another business.quarterday'), null));
    const before = books.ledger.verify();
    expect(granted(books.ledger.erasure({ import: books.imported }, backups))).toEqual({
      rows: 3,
      records: 4,
      files: 0,
      copies: [beside, own, having],
    });
    expect(books.ledger.verify()).toEqual(before);
    expect(readdirSync(backups).toSorted()).toEqual(names);
    granted(books.ledger.erase(at, { import: books.imported }));
    const after = backupName('books', '2026-11-23T10:00:00Z');
    granted(await books.ledger.backup(join(backups, after), null));
    expect(holds(join(backups, after), spouse)).toEqual([]);
  });
});

test('killed at any statement of it, it has gone whole or not at all, and the file is clear of what went', () => {
  const made = mixedBooks();
  made.ledger.close();
  const whole = readFileSync(made.path);
  const program = fileURLToPath(new URL('./killedErasing.ts', import.meta.url));
  const path = join(dirname(made.path), 'killed.quarterday');
  const run = (last: number): ReturnType<typeof spawnSync> => {
    for (const part of ['-wal', '-shm']) rmSync(path + part, { force: true });
    writeFileSync(path, whole);
    return spawnSync(process.execPath, [program, path, String(made.imported), String(last)]);
  };
  const count = Number(run(0).stdout);
  expect(count).toBeGreaterThan(100);
  const step = full ? 1 : Math.ceil(count / 8);
  const found = new Set<string>();
  for (let last = count; last > 0; last -= step) {
    expect(run(last).signal).toBe('SIGKILL');
    const books = opened(path);
    sound(books);
    const left = descriptions(books).length;
    expect([3, 5]).toContain(left);
    expect(holds(path, spouse)).toEqual(left === 3 ? [] : spouse);
    found.add(left === 3 ? 'gone' : 'there');
    books.ledger.close();
  }
  expect(found).toEqual(new Set(['gone', 'there']));
});

test('while another program reads, the file is cleared when the books next open', () => {
  const books = mixedBooks();
  const reader = opened(books.path);
  reader.connection.db.exec('BEGIN');
  reader.ledger.records(everything);
  expect(granted(books.ledger.erase(at, { import: books.imported })).swept).toBe(false);
  reader.connection.db.exec('COMMIT');
  reader.connection.db.close();
  books.connection.db.close();
  const again = opened(books.path);
  expect(holds(books.path, spouse)).toEqual([]);
  sound(again);
  expect(again.connection.sql('SELECT 1 FROM unswept').get()).toBeUndefined();
});

test('every column of a table that can be blanked is known to say nothing, or to be blanked', () => {
  const kept: Readonly<Record<BlankTable, readonly string[]>> = {
    imported_file: ['id', 'account', 'sha256', 'profile'],
    answered: ['id', 'question'],
    file_days: ['id', 'file'],
    bank_account: ['id'],
    bank_row: ['id', 'account', 'file', 'became', 'rule'],
    record: ['id', 'source', 'letting', 'bank_row', 'replaces', 'rule'],
    attachment: ['id', 'record', 'kind', 'sha256'],
  };
  for (const table of blankTables) {
    const known = new Set([...Object.keys(blanks[table](1)), ...kept[table]]);
    expect(historyTables[table].filter((column) => !known.has(column))).toEqual([]);
  }
});
