/** Are facts that were worked out step by step, and crossed between two threads, those worked out at once? */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectionTo } from '../../main/ledger/connection.ts';
import { received, sent, type CrossingFacts } from '../../main/ledger/crossing.ts';
import { ledgerOver } from '../../main/ledger/ledger.ts';
import type { RecordsTotal } from '../../shared/rules/facts.ts';
import { addDays } from '../../shared/values/dates.ts';
import { at, bankRow, day, granted, importFile, letting, record, runs, seed, shopAndLets } from './books.ts';

const kinds = [
  { source: 'shop', category: 'turnover' },
  { source: 'shop', category: 'other' },
  { source: 'shop', category: 'adminCosts' },
  { source: 'lets', category: 'periodAmount', letting: 'elm' },
] as const;
const near = fc.integer({ min: -40, max: 40 }).map((n) => String(addDays(day('2026-04-05'), n)));
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), on: near, pence: fc.integer({ min: 1, max: 999 }), kind: fc.nat(3) }),
  fc.record({ do: fc.constant('import' as const), on: near, many: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({ do: fc.constant('look' as const), asAt: near }),
);

test('whatever is added, imported, undone and asked in between', () => {
  const property = fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
    const books = shopAndLets();
    granted(letting(books, 'elm', 1, 3));
    const [here, there]: [RecordsTotal[], RecordsTotal[]] = [[], []];
    for (const [n, s] of steps.entries()) {
      const kind = kinds['kind' in s ? s.kind : 0];
      if (s.do === 'add') books.ledger.addRecord(at, record(s.on, s.pence, kind));
      if (s.do === 'undo') books.ledger.undo(at);
      if (s.do === 'redo') books.ledger.redo(at);
      // Undone far enough, there is no trade to import for.
      if (s.do === 'import' && books.ledger.sources().some(({ id }) => id === 'shop')) {
        const rows = Array.from({ length: s.many }, (_, i) => {
          const on = addDays(day(s.on), i);
          return bankRow(1000 * n + i, on, i + 1, { sorted: [record(on, i + 1)] });
        });
        importFile(books, rows);
      }
      const asAt = day(s.do === 'look' ? s.asAt : '2026-06-30');
      const known = books.ledger.facts(asAt);
      const crossed = received(JSON.parse(JSON.stringify(sent(known, here))) as CrossingFacts, there);
      const fresh = ledgerOver(connectionTo(books.connection.db)).facts(asAt);
      expect(known).toEqual(fresh);
      expect(crossed).toEqual(fresh);
    }
    books.ledger.close();
  });
  fc.assert(property, { numRuns: runs / 4, seed });
}, 120_000);
