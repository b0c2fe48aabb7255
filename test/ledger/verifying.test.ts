/** Does a check that only reads keep nobody waiting, and leave the books closed to it? */
import { expect, test } from 'vitest';
import { ledgerOver } from '../../main/ledger/ledger.ts';
import { openLedgerFile } from '../../main/ledger/open.ts';
import { at, bankRow, codeOf, granted, importStart, record, shopAndLets } from './books.ts';

test('books are checked beside an import under way, and again after it, by a reader that still may not write', () => {
  const { path, connection, ledger } = shopAndLets();
  granted(ledger.addRecord(at, record('2026-05-01', 4500, { description: 'Oak table' })));
  const reader = granted(openLedgerFile(path, { readOnly: true, patience: 0 }));
  try {
    const read = ledgerOver(reader);
    granted(ledger.importBegin(importStart));
    granted(ledger.importRows([bankRow(1, '2026-05-02', -300, { text: 'CARD PAYMENT 1' })]));
    const before = { ok: true, records: 1, actions: 4, checks: [] };
    expect([read.verify(), ledger.verify()]).toMatchObject([before, before]);
    expect(codeOf(read.addRecord(at, record('2026-05-01', 1)))).toBe('ledger-read-only');
    granted(ledger.importEnd(true));
    expect(read.verify()).toMatchObject({ ok: true, records: 1, actions: 5, checks: [] });
    expect(codeOf(read.addRecord(at, record('2026-05-01', 1)))).toBe('ledger-read-only');
  } finally {
    reader.db.close();
  }
  const parts = connection.db.prepare("SELECT name FROM temp.sqlite_schema WHERE name LIKE 'compared%'");
  expect(ledger.verify().checks).toEqual([]);
  expect(parts.all()).toEqual([]);
  const closed = "UPDATE record_words_data SET block = x'' WHERE id > 10";
  expect(() => connection.db.prepare(closed)).toThrow('may not be modified');
});
