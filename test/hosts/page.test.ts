import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyPage } from '../../main/commands/page.ts';

const shared = ['', 'a', '“quoted” £1', '🧾 receipts', 'x'.repeat(70_000)].map((text) => ({ text }));
const piece = fc.oneof(
  fc.constantFrom(...shared),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constant('’'.repeat(100_000)),
);

test('lines of any length, own and shared, come out as their UTF-8, in order, however often the page is taken', () => {
  const lines = fc.array(fc.array(piece, { maxLength: 8 }), { maxLength: 12 });
  fc.assert(
    fc.property(lines, fc.boolean(), (all, takeWhenFull) => {
      const page = emptyPage();
      const printed: Buffer[] = [];
      for (const line of all) {
        for (const part of line) {
          if (typeof part === 'string') page.own(part);
          else page.kept(part);
        }
        page.endLine();
        if (takeWhenFull && page.isFull()) printed.push(Buffer.from(page.take()));
      }
      printed.push(Buffer.from(page.take()));
      const wanted = all.map((line) => `${line.map((p) => (typeof p === 'string' ? p : p.text)).join('')}\n`);
      expect(Buffer.concat(printed).equals(Buffer.from(wanted.join('')))).toBe(true);
      expect(page.take()).toHaveLength(0);
    }),
    { seed: 4, numRuns: 200 },
  );
});

test('a page is full at 64 kB', () => {
  const page = emptyPage();
  page.own('x'.repeat(65_534));
  page.endLine();
  expect(page.isFull()).toBe(false);
  page.endLine();
  expect(page.isFull()).toBe(true);
  page.take();
  expect(page.isFull()).toBe(false);
});
