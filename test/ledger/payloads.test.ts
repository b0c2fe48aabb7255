/** Whatever words a record has, does it verify as it was written, and is it named when a letter of it changes? */
import { expect, test } from 'vitest';
import { at, granted, record, shopAndLets } from './books.ts';

const texts = [
  ['', 'x'],
  ['Oak],[table', 'Oak],[chair'],
  ['Oak],[9', 'Oak],[8'],
  ['],[2,"shop"]],"table":"record"}', '],[2,"shop"]],"table":"letting"}'],
  ['Quoted "oak" and \\ and \u0007', 'Quoted "oak" and \\ and \u0008'],
  ['Chêne, 橡木, 🌳', 'Chene, 橡木, 🌳'],
] as const;

test.each(texts)('%j is sound as it was written, and named where it reads %j', (text, changed) => {
  const { connection, ledger } = shopAndLets();
  granted(ledger.addRecord(at, record('2026-05-01', 4500, { description: 'Ash shelf' })));
  const { id } = granted(ledger.addRecord(at, record('2026-05-02', 4500, { description: text })));
  expect(ledger.verify().checks).toEqual([]);
  connection.db.exec('DROP TRIGGER record_refuses_update');
  connection.db.prepare('UPDATE record SET description = ? WHERE id = ?').run(changed, id);
  expect(ledger.verify().checks).toContainEqual({ code: 'row-changed', detail: `action 5, record ${id}: description` });
});
