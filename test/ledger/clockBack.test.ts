/** Do the books mind a computer's clock that was set back? */
import { expect, test } from 'vitest';
import { at, everything, granted, opened, record, shopAndLets } from './books.ts';

const before = '2019-01-01T00:00:00.000Z';

test('what was done stays in the order it was done in, and undo takes the last of it', () => {
  const { ledger, path } = shopAndLets();
  granted(ledger.addRecord(at, record('2026-04-06', 100)));
  granted(ledger.addRecord(before, record('2026-04-06', 200)));
  expect(ledger.history({ after: null, limit: 2 }).actions.map((action) => action.at)).toEqual([before, at]);
  expect(ledger.verify()).toMatchObject({ ok: true, checks: [] });
  granted(ledger.undo(before));
  expect(ledger.records(everything).items.map((r) => r.pence)).toEqual([100]);
  const again = opened(path).ledger;
  granted(again.redo(before));
  expect(again.records(everything).items.map((r) => r.pence)).toEqual([200, 100]);
  expect(again.verify()).toMatchObject({ ok: true, checks: [] });
});
