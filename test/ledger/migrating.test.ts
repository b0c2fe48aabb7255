/** Books of every released version: are they brought to this one whole, wherever the work is cut short? */
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openLedgerFile } from '../../main/ledger/open.ts';
import { migrateFile } from '../../main/ledger/migrateCopy.ts';
import { schemaVersion } from '../../main/ledger/migrations.ts';
import { at, everything, folder, full, granted, opened, record } from './books.ts';
import { released, releasedBooks, releasedBytes, type Released } from './released.ts';

/** Every kept figure, as the file has it, whatever its version. */
function figures(path: string): unknown {
  const copy = join(folder(), 'copy.quarterday');
  copyFileSync(path, copy);
  const db = new Database(copy);
  try {
    const all = (table: string): unknown => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`).raw().all();
    const actions = db.prepare('SELECT id, text, hash FROM action ORDER BY id').raw().all();
    return [all('total'), all('bank_day'), db.prepare('SELECT * FROM unsorted ORDER BY 1, 2').raw().all(), actions];
  } finally {
    db.close();
  }
}

/** What a whole migration runs, statement by statement; the second list holds the numbers of those that can write. */
function statementsOf(version: Released): { readonly count: number; readonly writing: readonly number[] } {
  const path = releasedBooks(version);
  const writing: number[] = [];
  let count = 0;
  const watch = (statement: string): void => {
    count += 1;
    if (!/^\s*(SELECT|WITH)/i.test(statement)) writing.push(count);
  };
  granted(migrateFile(path, version, 50, watch));
  return { count, writing };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

/** Cut short before anything had the name: the file is what it was, and nothing else is there. */
function untouched(path: string, version: Released): void {
  expect(readFileSync(path).equals(releasedBytes(version))).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(['books.quarterday']);
}

/** Opened again as if nothing had been, the books are of this version, say what they said, and verify. */
function comesWhole(path: string, before: unknown): void {
  const connection = granted(openLedgerFile(path, { readOnly: false, patience: 50 }));
  connection.db.close();
  expect(figures(path)).toEqual(before);
  const { ledger } = opened(path);
  expect(ledger.verify().checks).toEqual([]);
  expect(ledger.about().schema).toBe(schemaVersion);
  ledger.close();
}

const stop = new Error('cut short');
/** In milliseconds: what every statement takes on a busy machine. */
const hour = 3_600_000;

describe.each(released)('books of version %i', (version) => {
  test('come to this version with every figure they had, and go on', () => {
    const path = releasedBooks(version);
    const before = figures(path);
    comesWhole(path, before);
    const { ledger } = opened(path);
    granted(ledger.addRecord(at, record('2026-09-01', 4200, { source: ledger.sources()[0]?.id ?? '' })));
    for (let steps = 0; steps < 4; steps += 1) {
      granted(ledger.undo(at));
      expect(ledger.verify().checks).toEqual([]);
    }
    expect(ledger.records(everything).count).toBeGreaterThan(0);
  });

  test(
    'are what they were when any statement of it fails, and come whole the next time',
    () => {
      const { count, writing } = statementsOf(version);
      expect(count).toBeGreaterThan(100);
      const path = releasedBooks(version);
      const before = figures(path);
      for (const last of full ? upTo(count) : writing) {
        let statements = 0;
        const watch = (): void => {
          statements += 1;
          if (statements === last) throw stop;
        };
        expect(() => migrateFile(path, version, 50, watch)).toThrow(stop);
        untouched(path, version);
        if (!full) continue;
        const again = releasedBooks(version);
        statements = 0;
        expect(() => migrateFile(again, version, 50, watch)).toThrow(stop);
        comesWhole(again, before);
      }
      comesWhole(path, before);
    },
    hour,
  );

  test(
    'are what they were when the program is killed at a statement that writes, and come whole the next time',
    () => {
      const { writing } = statementsOf(version);
      const before = figures(releasedBooks(version));
      const program = fileURLToPath(new URL('./killedMigrating.ts', import.meta.url));
      const middle = Math.floor(writing.length / 2);
      const sample = full ? writing : [1, middle, writing.length - 3].map((i) => writing[i] ?? 1);
      for (const last of sample) {
        const path = releasedBooks(version);
        const killed = spawnSync(process.execPath, [program, path, String(version), String(last)], { stdio: 'ignore' });
        expect(killed.signal).toBe('SIGKILL');
        expect(figures(path)).toEqual(before);
        comesWhole(path, before);
        expect(readdirSync(dirname(path)).toSorted()).toEqual([
          `books (version ${version}).quarterday`,
          'books.quarterday',
        ]);
      }
    },
    hour,
  );
});
