/**
 * Which words and bytes are there to be removed for good?
 *
 * A spouse's statement among the person's own, and a wrong picture; all invented.
 */
import { existsSync, readFileSync } from 'node:fs';
import { at, bankRow, granted, importFile, importStart, letting, record, shopAndLets, type Books } from './books.ts';

/** Words and bytes that must be gone, and some that must stay. */
export const spouse = [
  'MARIGOLD QUILL SALARY',
  'PAYEE LAVENDER',
  'Marigold Quill, corrected',
  'marigold.csv',
  'QuillAccount',
  'columns of the spouse',
];
export const secret = Buffer.from(Array.from({ length: 500 }, (_, i) => (i * i * 31 + 13) % 251));
export const picture = new Uint8Array(
  Buffer.concat([Buffer.from('%PDF-1.4 '), secret, Buffer.alloc(1024 ** 2, 'quill ')]),
);

/** The file of the books with what stands beside it. */
const bytesOf = (path: string): Buffer =>
  Buffer.concat(
    ['', '-wal', '-shm'].map((part) => (existsSync(path + part) ? readFileSync(path + part) : Buffer.of())),
  );
export const holds = (path: string, words: readonly (string | Buffer)[]): readonly (string | Buffer)[] => {
  const bytes = bytesOf(path);
  return words.filter((word) => bytes.includes(word));
};

interface Made extends Books {
  /** The import's number in the history. */
  readonly imported: number;
  readonly typed: number;
  readonly attached: number;
}

/** The person's own books; a spouse's statement in them with a corrected and a split record; a record with a wrong picture. */
export function mixedBooks(): Made {
  const books = shopAndLets();
  const { ledger } = books;
  granted(letting(books, 'elm', 1, 2));
  const typed = granted(ledger.addRecord(at, record('2026-04-06', 4500, { description: 'Rosewood secret' }))).id;
  granted(ledger.addRecord(at, record('2026-04-07', 5500, { description: 'Oak table, own' })));
  const attached = granted(ledger.attach(at, { record: typed, name: 'wrongpicture.pdf', bytes: picture })).id;
  granted(ledger.importBegin({ ...importStart, account: 'QuillAccount', file: 'marigold.csv' }));
  const sorted = [record('2026-06-01', 250_000, { description: 'MARIGOLD QUILL SALARY' })];
  const rows = [
    bankRow(1, '2026-06-01', 250_000, { text: 'MARIGOLD QUILL SALARY', sorted }),
    bankRow(2, '2026-06-02', -3120, { text: 'PAYEE LAVENDER' }),
    bankRow(3, '2026-06-03', -99, { text: 'PAYEE LAVENDER 2', sorted: 'not-business' }),
  ];
  granted(ledger.importRows(rows));
  const columns = { question: 'columns', about: 'columns of the spouse', answer: 'third and fourth' };
  granted(ledger.importEnd(true, [columns]));
  const imported = ledger.history({ after: null, limit: 1 }).actions[0]?.action ?? 0;
  importFile(books, [bankRow(9, '2026-06-09', 7700, { text: 'OWN ROW', sorted: [record('2026-06-09', 7700)] })]);
  const corrected = { ...record('2026-06-01', 0, { description: 'Marigold Quill, corrected' }), pence: null, id: 3 };
  const { id } = granted(ledger.correctRecord(at, corrected));
  const part = { source: 'shop', letting: null, category: 'turnover', description: 'Marigold Quill, corrected' };
  granted(
    ledger.splitRecord(
      at,
      id,
      [100, 249_900].map((pence) => ({ ...part, pence: pence as never })),
    ),
  );
  return { ...books, imported, typed, attached };
}
