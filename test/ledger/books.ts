/**
 * Which books do these tests keep?
 *
 * Real ledger files in a folder of their own that is gone afterwards; all names in them are invented.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { NewBankRow } from '../../main/bankRow.ts';
import type { Connection } from '../../main/ledger/connection.ts';
import { createLedgerFile } from '../../main/ledger/create.ts';
import { ledgerOver, type OwnedLedger } from '../../main/ledger/ledger.ts';
import { openLedgerFile } from '../../main/ledger/open.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import { at, day, granted, importStart, property, trade } from './fixed.ts';

export * from './fixed.ts';

export const full = process.env['QUARTERDAY_EFFORT'] === 'full';
export const runs = full ? 1000 : 100;
export const seed = 20260406;

/** A folder for this test alone. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'quarterday-ledger-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The code of a refusal, or "done". */
export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.problem.code);

export interface Books {
  readonly path: string;
  readonly connection: Connection;
  readonly ledger: OwnedLedger;
}

/** The same file once more, as a second program would open it. */
export function opened(path: string, patience = 50): Books {
  const connection = granted(openLedgerFile(path, { readOnly: false, patience }));
  onTestFinished(() => {
    connection.db.close();
  });
  return { path, connection, ledger: ledgerOver(connection) };
}

/** New books without a source. */
export function emptyBooks(): Books {
  const path = join(folder(), 'books.quarterday');
  granted(createLedgerFile(path, { at, example: null }));
  return opened(path);
}

/** Books with a trade `shop` and a property source `lets` without lettings. */
export function shopAndLets(): Books {
  const books = emptyBooks();
  granted(books.ledger.addSource(at, trade('shop')));
  granted(books.ledger.addSource(at, property('lets')));
  return books;
}

/** A letting of `lets` held in this share, from the start unless a day is given. */
export function letting(
  books: Books,
  id: string,
  of: number,
  within: number,
  from: string | null = null,
): Outcome<unknown> {
  const share = { of, in: within };
  const shareFrom = from === null ? null : day(from);
  return books.ledger.addLetting(at, { source: 'lets', id, name: '12 Elm Road', country: null, share, shareFrom });
}

/** One file, from begin to end. */
export function importFile(books: Books, rows: readonly NewBankRow[], commit = true) {
  granted(books.ledger.importBegin(importStart));
  const states = granted(books.ledger.importRows(rows));
  return { states, tally: granted(books.ledger.importEnd(commit)) };
}

export const everything = { period: null, source: null, category: null, text: '', after: null, limit: 500 };
