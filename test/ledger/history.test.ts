/** Can anything be changed without `verify` naming it? */
import { describe, expect, test } from 'vitest';
import { historyTableNames } from '../../main/ledger/tables.ts';
import type { Told } from '../../shared/contract/facts.ts';
import type { TaxYear } from '../../shared/values/dates.ts';
import { at, bankRow, granted, importFile, letting, record, shopAndLets, trade, type Books } from './books.ts';
import { importEqual } from './equalRows.ts';

const statusWords = /mandated|voluntary|annual|dormant|exempt|no status|non digital/i;
const told: Told = {
  returns: [],
  updates: [],
  statuses: [{ taxYear: '2026-27' as TaxYear, status: 'MTD Mandated' }],
  taxReturnsSent: [],
  circumstances: [],
  residence: [],
  filings: [],
  payments: [],
};

/** Books with something in every table. */
function fullBooks(): Books {
  const books = shopAndLets();
  granted(letting(books, 'elm', 1, 2));
  granted(books.ledger.addRecord(at, record('2026-04-06', 1_000)));
  granted(books.ledger.addRecord(at, record('2026-04-07', 2_000, { source: 'lets', category: 'periodAmount' })));
  importFile(books, [bankRow(2, '2026-05-01', 300), bankRow(3, '2026-05-02', 400), bankRow(4, '2026-05-03', -500)]);
  granted(books.ledger.sortRows(at, [1], { source: 'shop', letting: null, category: 'turnover' }));
  granted(books.ledger.sortRows(at, [2], 'not-business'));
  granted(books.ledger.tell(at, told));
  return books;
}

const all = ['action', 'payload', ...historyTableNames];

/** The same, with something taken back of every kind. */
function changedBooks(): Books {
  const books = fullBooks();
  granted(books.ledger.removeRecord(at, 1, 'unsorted'));
  granted(books.ledger.removeImport(at, 7, true));
  granted(books.ledger.undo(at));
  const file = { record: 2, name: 'receipt.pdf', bytes: new Uint8Array(Buffer.from('%PDF-1.4')) };
  granted(books.ledger.detach(at, granted(books.ledger.attach(at, file)).id));
  granted(books.ledger.changeSource(at, { id: 'lets', name: 'Lettings' }));
  granted(books.ledger.changeLetting(at, { source: 'lets', id: 'elm', name: '12 Elm Road, first floor' }));
  granted(books.ledger.takeBack(at, told, { ...told, residence: [] }));
  importEqual(books, ['8 TEA', '9 TEA']);
  importEqual(books, ['9 TEA', '10 TEA']);
  granted(books.ledger.answerHeld(at, [books.ledger.held()[0]?.id ?? 0], 'same'));
  const fits = { text: 'tea', wholeWord: false, account: null, money: null, least: null, most: null };
  for (const rule of [1, 2].map(() => ({ fits, makes: 'not-business' as const }))) {
    granted(books.ledger.changeRules(at, { kind: 'add', rule }, 'none'));
  }
  granted(books.ledger.changeRules(at, { kind: 'move', number: 2, to: 1 }, 'none'));
  granted(books.ledger.changeRules(at, { kind: 'remove', number: 1 }, 'none'));
  granted(books.ledger.answer(at, { question: 'payout', about: 'TEA', answer: 'whole' }));
  granted(books.ledger.addSource(at, trade('mistake')));
  granted(books.ledger.removeSource(at, 'mistake'));
  granted(letting(books, 'twice', 1, 1));
  granted(books.ledger.removeLetting(at, 'lets', 'twice'));
  granted(books.ledger.erase(at, { record: 1 }));
  return books;
}

test.each(all)('%s refuses to be changed or removed', (table) => {
  const { db } = changedBooks().connection;
  const before = db.prepare(`SELECT * FROM ${table}`).all();
  expect(before.length).toBeGreaterThan(0);
  expect(() => db.exec(`UPDATE ${table} SET id = id`)).toThrow('history is never changed');
  expect(() => db.exec(`DELETE FROM ${table}`)).toThrow('history is never changed');
  expect(() => db.exec(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow('history is never changed');
  expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
});

test('the words of an action say what was done, and never one of the words HMRC has for a person', () => {
  const { connection, ledger } = fullBooks();
  const texts = connection
    .sql<{ text: string }>('SELECT text FROM action ORDER BY id')
    .all()
    .map((a) => a.text);
  expect(texts.map((text) => (JSON.parse(text) as { what: string }).what)).toEqual([
    'Began these books',
    'Added a source of income',
    'Added a source of income',
    'Added a letting',
    'Added a record',
    'Added a record',
    'Imported a bank file: 3 new rows',
    'Sorted 1 bank row',
    'Sorted 1 bank row',
    'Took in 1 fact about you and HMRC',
  ]);
  expect(texts.join('')).not.toMatch(statusWords);
  expect(ledger.verify()).toMatchObject({ ok: true, actions: 10, records: 3, checks: [] });
});

/** Changes made behind the ledger's back, and how verify names them. */
const changes: readonly (readonly [what: string, sql: string, code: string, detail: string])[] = [
  ["a record's pence", 'UPDATE record SET pence = pence + 1 WHERE id = 1', 'row-changed', 'action 5, record 1: pence'],
  ["a record's own pence", 'UPDATE record SET own = 1 WHERE id = 2', 'row-changed', 'action 6, record 2: own'],
  [
    "a record's description",
    "UPDATE record SET description = 'x' WHERE id = 1",
    'row-changed',
    'action 5, record 1: description',
  ],
  ["a record's day", "UPDATE record SET day = '2027-04-06' WHERE id = 1", 'row-changed', 'action 5, record 1: day'],
  ['a record removed', 'DELETE FROM record WHERE id = 1', 'row-missing', 'action 5, record 1'],
  [
    'a record added',
    "INSERT INTO record (id, source, day, category, pence, own, description) VALUES (9, 1, '2026-04-06', 'turnover', 1, 1, '')",
    'row-added',
    'record',
  ],
  ["a bank row's raw text", "UPDATE bank_row SET raw = 'x' WHERE id = 2", 'row-changed', 'action 7, bank row 2: raw'],
  [
    'what a bank row became',
    "UPDATE sorting SET became = 'records' WHERE id = 2",
    'row-changed',
    'action 9, sorting 2: became',
  ],
  ['a share', 'UPDATE letting_share SET share_in = 3', 'row-changed', 'action 4, letting share 1: share in'],
  [
    "a source's start",
    "UPDATE source SET started_on = '2026-04-06' WHERE id = 1",
    'row-changed',
    'action 2, source 1: started on',
  ],
  [
    'an answer about reporting',
    `UPDATE told SET entry = '{"status":"Dormant"}'`,
    'row-changed',
    'action 10, told 1: entry',
  ],
  ['a payload', "UPDATE payload SET text = replace(text, 'Oak', 'Elm')", 'payload-changed', 'action 5'],
  ['a payload removed', 'DELETE FROM payload WHERE id = (SELECT max(id) FROM payload)', 'payload-missing', 'action 10'],
  [
    'the words of an action',
    "UPDATE action SET text = replace(text, 'Added', 'Lost') WHERE id = 5",
    'chain-broken',
    'action 5',
  ],
  ['the hash of an action', 'UPDATE action SET hash = hex(zeroblob(32)) WHERE id = 3', 'chain-broken', 'action 3'],
  ['an action removed', 'DELETE FROM action WHERE id = 6', 'chain-broken', 'action 6'],
  ['a kept total', 'UPDATE total SET own = own + 1 WHERE source = 1', 'totals-differ', 'turnover, 2026-04-06'],
  [
    'a count',
    "UPDATE total SET count = 2 WHERE category = 'periodAmount'",
    'totals-differ',
    'periodAmount, 2026-04-07',
  ],
  [
    'the total of a tax month',
    'UPDATE month_total SET whole = whole + 1 WHERE source = 1',
    'totals-differ',
    '2026-04-06, turnover',
  ],
  [
    'the total of a tax year',
    'UPDATE year_total SET own = own + 1 WHERE source = 1',
    'totals-differ',
    '2026-04-06, turnover',
  ],
  [
    'the unsorted of a day',
    'UPDATE bank_day SET unsorted_in = 7 WHERE unsorted_count = 0',
    'totals-differ',
    '2026-05-01',
  ],
  ['a row that waits', 'DELETE FROM unsorted', 'totals-differ', '2026-05-03'],
  [
    'the words of a record lost',
    "INSERT INTO record_words (record_words, rowid, description) VALUES ('delete', 2, 'Oak table')",
    'words-differ',
    'record 2',
  ],
  [
    'words a record never had',
    "INSERT INTO record_words (rowid, description) VALUES (1, 'theriac')",
    'words-differ',
    'record 1',
  ],
  [
    'the words of one record under another',
    `INSERT INTO record_words (record_words, rowid, description) VALUES ('delete', 1, 'Oak table');
    INSERT INTO record_words (rowid, description) VALUES (7, 'Oak table')`,
    'words-differ',
    'record 1',
  ],
  [
    'the words of a bank row lost',
    "INSERT INTO row_words (row_words, rowid, text) VALUES ('delete', 3, 'CARD PAYMENT 4')",
    'words-differ',
    'bank row 3',
  ],
];

describe('tampering', () => {
  test.each(changes)('with %s is named', (_what, sql, code, detail) => {
    const { connection, ledger } = fullBooks();
    for (const table of all) {
      connection.db.exec(`DROP TRIGGER ${table}_refuses_update; DROP TRIGGER ${table}_refuses_delete`);
    }
    connection.db.pragma('foreign_keys = OFF');
    connection.db.exec(sql);
    const verified = ledger.verify();
    expect(verified.ok).toBe(false);
    expect(verified.checks[0]).toEqual({ code, detail });
    expect(JSON.stringify(verified)).not.toMatch(statusWords);
  });
});
