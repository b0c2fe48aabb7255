/**
 * What would the books hold if they were kept in a plain list?
 *
 * No ledger here: records with their own part worked out by hand, bank rows, shares, and the lists before and after for
 * undo and redo. Every figure is added up from scratch.
 */
import { addDays } from '../../shared/values/dates.ts';
import { asPence, ownShare, type Share } from '../../shared/values/money.ts';
import { day } from './fixed.ts';

export interface PlainRecord {
  readonly date: string;
  readonly category: 'turnover' | 'adminCosts' | 'periodAmount';
  readonly pence: number;
  /** The identity of its bank row, or null if it was typed. */
  readonly row: string | null;
}
export interface PlainRow {
  readonly date: string;
  readonly pence: number;
  readonly waits: boolean;
  /** The number of the import that brought it. */
  readonly file: number;
}
export interface Plain {
  readonly records: ReadonlyMap<number, PlainRecord>;
  readonly rows: ReadonlyMap<string, PlainRow>;
  readonly shares: ReadonlyMap<string, Share>;
  /** Numbers of imports in the books. */
  readonly imports: readonly number[];
}
export interface Model {
  now: Plain;
  before: Plain[];
  after: Plain[];
  /** The action done last has this number. */
  actions: number;
  /** The list when a copy of the books was made; null: there is none. */
  copied: Omit<Model, 'copied'> | null;
}

export const someDay = (n: number): string => String(addDays(day('2026-04-05'), n));

export const nothingYet = (actions: number): Model => ({
  now: { records: new Map(), rows: new Map(), shares: new Map([['', { of: 1, in: 2 }]]), imports: [] },
  before: [],
  after: [],
  actions,
  copied: null,
});

/** Another action was done, and this is how the books stand then. */
export function did(model: Model, next: Partial<Plain>): void {
  model.before.push(model.now);
  model.after = [];
  model.now = { ...model.now, ...next };
  model.actions += 1;
}

/** A step back or forth; false where there is none. */
export function stepped(model: Model, from: 'before' | 'after'): boolean {
  const next = model[from].pop();
  if (next === undefined) return false;
  model[from === 'before' ? 'after' : 'before'].push(model.now);
  model.now = next;
  model.actions += 1;
  return true;
}

const shareOn = (plain: Plain, date: string): Share => {
  const from = [...plain.shares.keys()].toSorted().findLast((d) => d <= date) ?? '';
  return plain.shares.get(from) ?? { of: 1, in: 1 };
};

/** `day category own count`, in order; a letting's records count the person's part. */
export function addedUp(plain: Plain): string[] {
  const groups = Map.groupBy(plain.records.values(), (r) => `${r.date} ${r.category}`);
  return [...groups]
    .map(([place, of]) => {
      const own = of.map((r) =>
        r.category === 'periodAmount' ? ownShare(asPence(r.pence), shareOn(plain, r.date)) : r.pence,
      );
      return `${place} ${own.reduce((a: number, b) => a + b, 0)} ${of.length}`;
    })
    .toSorted();
}

export function waiting(plain: Plain): { count: number; moneyIn: number; moneyOut: number } {
  const rows = [...plain.rows.values()].filter((r) => r.waits);
  const total = (sign: 1 | -1): number =>
    rows.reduce((n, { pence }) => (pence * sign > 0 ? n + Math.abs(pence) : n), 0);
  return { count: rows.length, moneyIn: total(1), moneyOut: total(-1) };
}

export const without = <K, V>(map: ReadonlyMap<K, V>, keys: Iterable<K>): Map<K, V> => {
  const gone = new Set(keys);
  return new Map([...map].filter(([key]) => !gone.has(key)));
};
