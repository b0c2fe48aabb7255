/** Is a receipt kept once, with its record, and unchanged? */
import { describe, expect, test } from 'vitest';
import { at, codeOf, granted, record, shopAndLets, type Books } from './books.ts';

const png = (words: string): Uint8Array => new Uint8Array(Buffer.from(`\u0089PNG\r\n\u001A\n${words}`, 'latin1'));

function withRecord(): Books {
  const books = shopAndLets();
  granted(books.ledger.addRecord(at, record('2026-05-01', 100)));
  return books;
}
const attach = (books: Books, bytes: Uint8Array, name = 'receipt.png', to = 1) =>
  books.ledger.attach(at, { record: to, name, bytes });
const partsOf = (books: Books): unknown =>
  books.connection.db.prepare('SELECT count(*) FROM attached_part').pluck().get();

describe('a file', () => {
  test.each([
    ['a PDF', '%PDF-1.7 bill', 'pdf'],
    ['a PNG', '\u0089PNG\r\n\u001A\nbill', 'png'],
    ['a JPEG', '\u00FF\u00D8\u00FF\u00E0bill', 'jpeg'],
    ['a WebP', 'RIFF\u0001\u0000\u0000\u0000WEBPbill', 'webp'],
    ['a HEIC', '\u0000\u0000\u0000\u0018ftypheicbill', 'heic'],
    ['a film', '\u0000\u0000\u0000\u0018ftypisombill', 'attachment-kind'],
    ['a web page called .pdf', '<html>', 'attachment-kind'],
    ['nothing', '', 'attachment-kind'],
  ])('that is %s is known by what it holds', (_what, bytes, kind) => {
    const books = withRecord();
    const attached = attach(books, new Uint8Array(Buffer.from(bytes, 'latin1')), 'bill.pdf');
    expect(attached.ok ? books.ledger.attachments(1)[0]?.kind : codeOf(attached)).toBe(kind);
  });

  test('comes back byte for byte, and is kept once for two records', () => {
    const books = withRecord();
    granted(books.ledger.addRecord(at, record('2026-05-02', 200)));
    const bytes = png('x'.repeat(2_500_000));
    const { id } = granted(attach(books, bytes));
    granted(attach(books, bytes, 'same.png', 2));
    expect(partsOf(books)).toBe(3);
    const opened = granted(books.ledger.openAttachment(id));
    expect([opened.name, opened.size, Buffer.compare(opened.bytes, bytes)]).toEqual(['receipt.png', bytes.length, 0]);
    expect(books.ledger.verify().checks).toEqual([]);
  });

  test.each([
    [20 * 1024 ** 2, 'done'],
    [20 * 1024 ** 2 + 1, 'attachment-too-large'],
  ])('of %i bytes: %s', (size, code) => {
    expect(codeOf(attach(withRecord(), png('x'.repeat(size - 8))))).toBe(code);
  });

  test('is refused by name where there is no such record, or it is there already', () => {
    const books = withRecord();
    granted(attach(books, png('a')));
    expect([codeOf(attach(books, png('a'))), codeOf(attach(books, png('b'), 'b.png', 9))]).toEqual([
      'attachment-there',
      'record-unknown',
    ]);
    expect(codeOf(books.ledger.openAttachment(9))).toBe('attachment-unknown');
    expect(codeOf(books.ledger.detach(at, 9))).toBe('attachment-unknown');
  });

  test('stays with its record when that is corrected, and comes and goes with undo and redo', () => {
    const books = withRecord();
    const names = (of: number): readonly string[] => books.ledger.attachments(of).map((a) => a.name);
    const { id } = granted(attach(books, png('a')));
    const corrected = granted(books.ledger.correctRecord(at, { ...record('2026-05-03', 100), pence: null, id: 1 }));
    expect(names(corrected.id)).toEqual(['receipt.png']);
    granted(books.ledger.detach(at, id));
    expect(names(corrected.id)).toEqual([]);
    granted(books.ledger.undo(at));
    expect(names(corrected.id)).toEqual(['receipt.png']);
    granted(books.ledger.redo(at));
    expect([names(corrected.id), books.ledger.verify().checks]).toEqual([[], []]);
    for (let steps = 0; steps < 3; steps += 1) granted(books.ledger.undo(at));
    expect([names(1), books.ledger.verify().checks]).toEqual([[], []]);
    granted(books.ledger.redo(at));
    expect([names(1), books.ledger.verify().checks]).toEqual([['receipt.png'], []]);
  });

  test.each([
    ["UPDATE attached_part SET bytes = x'00'", 'attachment-changed'],
    ['DELETE FROM attached_part', 'attachment-changed'],
    ["INSERT INTO attached_part VALUES ('stray', 0, x'00')", 'attachment-added'],
    ["UPDATE attachment SET name = 'other.png'", 'row-changed'],
  ])('that was tampered with is found: %s', (sql, code) => {
    const books = withRecord();
    const { id } = granted(attach(books, png('a')));
    const { db } = books.connection;
    for (const trigger of [
      'attached_part_refuses_update',
      'attached_part_refuses_delete',
      'attachment_refuses_update',
    ]) {
      db.exec(`DROP TRIGGER ${trigger}`);
    }
    db.exec(sql);
    expect(books.ledger.verify().checks.map((c) => c.code)).toContain(code);
    const isWhole = code === 'attachment-changed' ? 'attachment-damaged' : 'done';
    expect(codeOf(books.ledger.openAttachment(id))).toBe(isWhole);
  });
});
