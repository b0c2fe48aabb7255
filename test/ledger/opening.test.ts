/** Which files are opened, which are refused, and what is left beside them? */
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createLedger, openLedger } from '../../main/ledger/client.ts';
import { createLedgerFile } from '../../main/ledger/create.ts';
import { ledgerOver } from '../../main/ledger/ledger.ts';
import { applicationId, schemaVersion } from '../../main/ledger/migrations.ts';
import { openLedgerFile } from '../../main/ledger/open.ts';
import {
  at,
  codeOf,
  day,
  emptyBooks,
  everything,
  folder,
  granted,
  opened,
  record,
  shopAndLets,
  trade,
} from './books.ts';

const openAs = { readOnly: false, patience: 50 };

function sqliteFile(path: string, application: number, version: number): void {
  const db = new Database(path);
  db.pragma(`application_id = ${application}`);
  db.pragma(`user_version = ${version}`);
  db.exec('CREATE TABLE shopping (item TEXT)');
  db.close();
}

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF'), Buffer.alloc(2000, 7)]);

const strangers: readonly (readonly [what: string, make: (path: string) => void, code: string])[] = [
  ['a file that is not there', () => {}, 'file-missing'],
  ['a picture', (path) => writeFileSync(path, jpeg), 'ledger-unknown'],
  ['a text', (path) => writeFileSync(path, 'Date,Description,Amount\n'), 'ledger-unknown'],
  ['an empty file', (path) => writeFileSync(path, ''), 'ledger-unknown'],
  ['a folder', (path) => mkdirSync(path), 'ledger-unknown'],
  ["another program's database", (path) => sqliteFile(path, 0, 3), 'ledger-unknown'],
  ['a newer ledger', (path) => sqliteFile(path, applicationId, schemaVersion + 1), 'ledger-newer'],
  [
    'a ledger cut short',
    (path) => {
      granted(createLedgerFile(path, { at, example: null }));
      writeFileSync(path, readFileSync(path).subarray(0, 20_000));
    },
    'ledger-damaged',
  ],
];

/** Every file in a folder, with its bytes. */
const contents = (of: string): readonly (readonly [name: string, bytes: string])[] =>
  readdirSync(of, { withFileTypes: true }).map((e) => [
    e.name,
    e.isFile() ? readFileSync(join(of, e.name), 'latin1') : 'a folder',
  ]);

describe('opening', () => {
  test.each(strangers)('%s is refused by name, and the folder stays as it was', (_what, make, code) => {
    const path = join(folder(), 'books.quarterday');
    make(path);
    const before = contents(join(path, '..'));
    expect(codeOf(openLedgerFile(path, openAs))).toBe(code);
    expect(codeOf(openLedgerFile(path, { ...openAs, readOnly: true }))).toBe(code);
    expect(contents(join(path, '..'))).toEqual(before);
  });

  test('a ledger is durable as SQLite can make it: write-ahead log, full synchronising, foreign keys', () => {
    const { db } = emptyBooks().connection;
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'application_id', 'user_version'];
    const said = pragmas.map((name) => db.pragma(name, { simple: true }));
    expect(said).toEqual(['wal', 2, 1, applicationId, schemaVersion]);
  });

  test('two programs writing at once take turns, or one is told that the books are in use', () => {
    const first = shopAndLets();
    const second = opened(first.path);
    granted(first.ledger.addRecord(at, record('2026-04-06', 1)));
    granted(second.ledger.addRecord(at, record('2026-04-06', 2)));
    granted(first.ledger.importBegin({ at, account: 'A', file: 'f', sha256: '', profile: null }));
    expect(codeOf(second.ledger.addRecord(at, record('2026-04-06', 3)))).toBe('ledger-in-use');
    granted(first.ledger.importEnd(false));
    granted(second.ledger.addRecord(at, record('2026-04-06', 4)));
    expect(first.ledger.records(everything).items.map((r) => r.pence)).toEqual([4, 2, 1]);
    expect(first.ledger.verify().checks).toEqual([]);
  });

  test('a full disk refuses the write by name and leaves the books as they were', () => {
    const { connection, ledger } = shopAndLets();
    const pages = Number(connection.db.pragma('page_count', { simple: true }));
    connection.db.pragma(`max_page_count = ${pages + 1}`);
    const before = ledger.verify();
    const long = 'x'.repeat(10_000);
    const answers = [1, 2, 3].map((n) => codeOf(ledger.addRecord(at, record('2026-04-06', n, { description: long }))));
    expect(answers).toEqual(['ledger-disk-full', 'ledger-disk-full', 'ledger-disk-full']);
    expect(ledger.verify()).toEqual(before);
    connection.db.pragma('max_page_count = 100000');
    expect(codeOf(ledger.addRecord(at, record('2026-04-06', 1)))).toBe('done');
  });
});

/** As somebody who may write nothing there: root may write everywhere, so the work is done as nobody. */
function whereNothingMayBeWritten<T>(path: string, work: () => T): T {
  const nobody = 65_534;
  const isRoot = process.geteuid?.() === 0;
  chmodSync(path, 0o444);
  chmodSync(dirname(path), 0o555);
  if (isRoot) process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(dirname(path), 0o755);
  }
}

describe.skipIf(process.platform === 'win32')('books in a folder where nothing may be written', () => {
  const withTwo = (): string => {
    const { path, ledger, connection } = shopAndLets();
    granted(ledger.addRecord(at, record('2026-04-06', 1)));
    granted(ledger.addRecord(at, record('2026-04-07', 2)));
    connection.db.close();
    return path;
  };

  test('are read, whole and checked, and nothing is left beside them', () => {
    const path = withTwo();
    const before = contents(dirname(path));
    whereNothingMayBeWritten(path, () => {
      const connection = granted(openLedgerFile(path, { ...openAs, readOnly: true }));
      const ledger = ledgerOver(connection);
      expect(ledger.verify()).toMatchObject({ ok: true, records: 2, checks: [] });
      expect(codeOf(ledger.addRecord(at, record('2026-04-08', 3)))).toBe('ledger-read-only');
      connection.db.close();
    });
    expect(contents(dirname(path))).toEqual(before);
  });

  test('are not opened to be written', () => {
    const path = withTwo();
    const code = whereNothingMayBeWritten(path, () => codeOf(openLedgerFile(path, openAs)));
    expect(['ledger-read-only', 'ledger-io']).toContain(code);
  });

  test('with a log beside them that holds more are left alone: half of what there is would be shown', () => {
    const path = withTwo();
    writeFileSync(`${path}-wal`, Buffer.alloc(64, 1));
    const code = whereNothingMayBeWritten(path, () => codeOf(openLedgerFile(path, { ...openAs, readOnly: true })));
    expect(['ledger-read-only', 'ledger-io']).toContain(code);
  });

  test('damaged ones are damaged there too', () => {
    const path = withTwo();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, 8192);
    writeFileSync(path, bytes);
    const code = whereNothingMayBeWritten(path, () => codeOf(openLedgerFile(path, { ...openAs, readOnly: true })));
    expect(code).toBe('ledger-damaged');
  });
});

describe('creating', () => {
  test('new books say when they were made and begin their history', () => {
    const path = join(folder(), 'example.quarterday');
    const example = { name: 'Paula the plumber', asAt: day('2026-11-22') };
    granted(createLedgerFile(path, { at, example }));
    const { ledger } = opened(path);
    expect(ledger.about()).toEqual({ example, createdAt: at, schema: schemaVersion });
    expect(ledger.verify()).toMatchObject({ ok: true, records: 0, actions: 1 });
  });

  test('a file that is there is never replaced', () => {
    const path = join(folder(), 'holiday.jpg');
    writeFileSync(path, jpeg);
    expect(codeOf(createLedgerFile(path, { at, example: null }))).toBe('file-exists');
    expect(readFileSync(path).equals(jpeg)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['holiday.jpg']);
  });

  test('the leftovers of other books under the same name are not taken for part of the new ones', () => {
    const path = join(folder(), 'books.quarterday');
    writeFileSync(`${path}-wal`, 'left over');
    expect(codeOf(createLedgerFile(path, { at, example: null }))).toBe('file-exists');
  });

  test('a folder that is not there is refused by name', () => {
    const path = join(folder(), 'nowhere', 'books.quarterday');
    expect(createLedgerFile(path, { at, example: null })).toEqual({
      ok: false,
      problem: {
        code: 'file-unwritable',
        path: '',
        values: { file: basename(path), detail: 'there is no such folder' },
      },
    });
  });
});

describe('from another thread', () => {
  test('the same questions have the same answers, and closing leaves one file', async () => {
    const path = join(folder(), 'books.quarterday');
    const ledger = granted(await createLedger(path, { at, example: null }));
    granted(await ledger.addSource(at, trade('shop')));
    expect(granted(await ledger.addRecord(at, record('2026-04-06', 1250)))).toEqual({ id: 1 });
    const [facts, records, verified] = [
      await ledger.facts(day('2026-11-22')),
      await ledger.records(everything),
      await ledger.verify(),
    ];
    await ledger.close();
    expect(readdirSync(join(path, '..'))).toEqual(['books.quarterday']);
    const again = opened(path).ledger;
    expect([again.facts(day('2026-11-22')), again.records(everything), again.verify()]).toEqual([
      facts,
      records,
      verified,
    ]);
  });

  test('facts follow every write, of this program and of another, and every day asked about', async () => {
    const { path, ledger: other } = shopAndLets();
    const ledger = granted(await openLedger(path));
    const agrees = async (asAt: string) =>
      expect(await ledger.facts(day(asAt))).toEqual(opened(path).ledger.facts(day(asAt)));
    const gross = async () => (await ledger.facts(day('2027-11-22'))).records.map((r) => r.gross);
    expect(await gross()).toEqual([]);
    granted(await ledger.addRecord(at, record('2026-04-05', 1)));
    granted(await ledger.addRecord(at, record('2026-04-06', 20)));
    expect(await gross()).toEqual([1, 0, 20, 0]);
    for (const asAt of ['2026-04-05', '2026-04-06', '2026-04-05', '2027-11-22', '2026-04-01', '2027-11-22'])
      await agrees(asAt);
    granted(other.addRecord(at, record('2026-04-05', 300)));
    expect(await gross()).toEqual([301, 0, 20, 0]);
    granted(await ledger.addSource(at, trade('stall', { startedOn: day('2026-04-06') })));
    expect(await gross()).toEqual([301, 0, 20, 0, 0]);
    granted(await ledger.addRecord(at, record('2027-04-06', 4000)));
    expect(await gross()).toEqual([301, 0, 20, 0, 0, 4000, 0, 0]);
    await agrees('2027-11-22');
    await ledger.close();
  });

  test('a thread that fails rejects, with what failed, instead of leaving anybody waiting', async () => {
    const made = createLedger(join(folder(), 'b.quarterday'), { at: 'yesterday', example: null });
    await expect(made).rejects.toThrow("the ledger's thread failed: not a moment: yesterday");
  });

  test('books opened to read only answer questions and refuse to be written', async () => {
    const { path, ledger: writer } = shopAndLets();
    granted(writer.addRecord(at, record('2026-04-06', 1)));
    const ledger = granted(await openLedger(path, { readOnly: true }));
    expect((await ledger.records(everything)).count).toBe(1);
    expect(codeOf(await ledger.addRecord(at, record('2026-04-06', 1)))).toBe('ledger-read-only');
    await ledger.close();
  });

  test('a refusal to open crosses as a refusal', async () => {
    expect(codeOf(await openLedger(join(folder(), 'nothing.quarterday')))).toBe('file-missing');
  });

  test('what we broke rejects the call alone, and a closed ledger rejects every call', async () => {
    const ledger = granted(await createLedger(join(folder(), 'b.quarterday'), { at, example: null }));
    await expect(ledger.importEnd(true)).rejects.toThrow('no import is under way');
    expect((await ledger.about()).example).toBeNull();
    const pending = [ledger.about(), ledger.close(), ledger.close()];
    await Promise.all(pending);
    await expect(ledger.about()).rejects.toThrow('these books are closed');
  });

  test('closing in the middle of an import undoes it', async () => {
    const { path } = shopAndLets();
    const ledger = granted(await openLedger(path));
    granted(await ledger.importBegin({ at, account: 'A', file: 'f', sha256: '', profile: null }));
    await ledger.close();
    expect(codeOf(opened(path).ledger.addRecord(at, record('2026-04-06', 1)))).toBe('done');
  });
});
