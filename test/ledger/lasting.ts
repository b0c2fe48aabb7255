/**
 * What do a removal for good and a restore do to a plain list?
 *
 * What went for good is gone from the list as it is now and as it ever was before. A restore puts the list back as it was
 * when the copy was made, its steps back and forth with it.
 */
import { join, dirname } from 'node:path';
import { restoreLedgerFile } from '../../main/ledger/restore.ts';
import type { Erasing } from '../../main/ledger/erasureApi.ts';
import { at, granted, opened, type Books } from './books.ts';
import { without, type Model, type Plain, type PlainRow } from './plainBooks.ts';

export type Does = (model: Model, books: Books) => void;

const picked = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(items.length, 1)];

/** The list without these records and rows, as if they had never been. */
function forgotten(plain: Plain, ids: readonly number[], isGone: (key: string, row: PlainRow) => boolean): Plain {
  const rows = [...plain.rows].filter(([key, row]) => isGone(key, row)).map(([key]) => key);
  return { ...plain, records: without(plain.records, ids), rows: without(plain.rows, rows) };
}

function forget({ ledger, connection }: Books, model: Model, of: Erasing, isGone: (k: string, r: PlainRow) => boolean) {
  granted(ledger.erase(at, of));
  const ids = connection.db.prepare<[], number>("SELECT target FROM erased WHERE kind = 'record'").pluck().all();
  model.before = model.before.map((plain) => forgotten(plain, ids, isGone));
  model.now = forgotten(model.now, ids, isGone);
  model.after = [];
  model.actions += 1;
}

/** A record with its bank row, or with all that came of it. */
export const forgetRecord =
  (n: number): Does =>
  (model, books) => {
    const found = picked([...model.now.records], n);
    if (found === undefined) return;
    const [id, { row }] = found;
    const file = row === null ? undefined : model.now.rows.get(row)?.file;
    forget(books, model, { record: id }, (key, of) => key === row && of.file === file);
  };

/** A whole import. */
export const forgetImport =
  (n: number): Does =>
  (model, books) => {
    const number = picked(model.now.imports, n);
    if (number === undefined) return;
    forget(books, model, { import: number }, (_, of) => of.file === number);
    const left = (plain: Plain): Plain => ({ ...plain, imports: plain.imports.filter((i) => i !== number) });
    model.before = model.before.map(left);
    model.now = left(model.now);
  };

const copyOf = ({ path }: Books): string => join(dirname(path), 'copy.quarterday');

/** Makes a copy, and remembers the list as it is. */
export const copy: Does = (model, books) => {
  if (model.copied !== null) return;
  books.connection.db.prepare('VACUUM INTO ?').run(copyOf(books));
  const { now, before, after, actions } = model;
  model.copied = { now, before: [...before], after: [...after], actions };
};

/** Puts the copy in the place of the books; what was done since is done no longer. */
export const restore: Does = (model, books) => {
  if (model.copied === null) return;
  books.ledger.close();
  granted(restoreLedgerFile(copyOf(books), books.path, null));
  Object.assign(books, opened(books.path));
  const { now, before, after, actions } = model.copied;
  Object.assign(model, { now, before: [...before], after: [...after], actions });
};
