/**
 * Does the window arrange what it is given without changing it?
 */
import { describe, expect, test } from 'vitest';
import { placesOf, totalLine } from '../../renderer/components/chartShape.ts';
import { byDueDate, isComing, oneCoversOthers } from '../../renderer/components/dueDates.ts';
import { between, reached } from '../../renderer/components/gridKeys.ts';
import { newId } from '../../renderer/components/newId.ts';
import { asFieldProblem, fieldId } from '../../renderer/components/Problems.tsx';
import { asStart, blank, missingIn, newSource } from '../../renderer/screens/startForm.ts';
import type { Next, Obligation } from '../../shared/rules/answers.ts';
import { civil, taxYearFrom } from '../../shared/values/dates.ts';

const update = (source: string, quarter: 1 | 2, month: number): Obligation => ({
  kind: 'quarterly-update',
  source,
  taxYear: taxYearFrom(2026),
  quarter,
  from: civil(2026, 4, 6),
  to: civil(2026, month - 1, 5),
  sendFrom: null,
  done: false,
  dueOn: civil(2026, month, 7),
  penaltyBearing: false,
  sentOn: null,
  because: [],
});

test('the same update for two sources is one thing, and each due day one group, earliest first', () => {
  const groups = byDueDate([update('flat', 2, 11), update('flat', 1, 8), update('plumbing', 1, 8)]);
  expect(groups.map((g) => g.dueOn)).toEqual(['2026-08-07', '2026-11-07']);
  expect(groups.map((g) => g.things.map((thing) => thing.map((o) => o.source)))).toEqual([
    [['flat', 'plumbing']],
    [['flat']],
  ]);
});

test('one update covers another of the same source and tax year, where each is of the year so far', () => {
  expect(oneCoversOthers([update('flat', 1, 8), update('flat', 2, 11)])).toBe(true);
  expect(oneCoversOthers([update('flat', 1, 8), update('plumbing', 1, 8)])).toBe(false);
  const quarterAlone = { ...update('flat', 2, 11), from: civil(2026, 7, 6) };
  expect(oneCoversOthers([update('flat', 1, 8), quarterAlone])).toBe(false);
});

test('what is due today is still to come; what was sent is not', () => {
  const today = civil(2026, 8, 7);
  expect(isComing(update('flat', 1, 8), today)).toBe(true);
  expect(isComing(update('flat', 1, 8), civil(2026, 8, 8))).toBe(false);
  expect(isComing({ ...update('flat', 1, 8), done: true }, today)).toBe(false);
});

test.each([
  ['sources[0].started', 'sources-0-started'],
  ['returns[1].amounts[0]', 'returns-1-amounts-0'],
  ['date', 'date'],
])('the problem at %s belongs to the field %s', (path, id) => {
  expect(fieldId(path)).toBe(id);
  expect(asFieldProblem({ code: 'x', path, message: 'm' }, 'a-').id).toBe(`a-${id}`);
});

test.each([
  ['Plumbing & Heating', [], 'plumbing-heating'],
  ['Plumbing', ['plumbing'], 'plumbing-2'],
  ['Plumbing', ['plumbing', 'plumbing-2'], 'plumbing-3'],
  ['Café Élan', [], 'café-élan'],
  ['***', [], 'source'],
])('%s is called, beside %j, %s', (name, taken, id) => {
  expect(newId(name, taken)).toBe(id);
});

describe('the first form', () => {
  test('left empty misses the name, both returns and how one reports', () => {
    expect(missingIn(blank).map((p) => p.id)).toEqual([
      'sources-0-name',
      'returns-0-state',
      'returns-1-state',
      'reporting',
    ]);
    expect(asStart(blank)).toBeUndefined();
  });

  test('asks a sent return for its day and a readable amount, and no other', () => {
    const [first, second] = blank.returns;
    if (first === undefined || second === undefined) throw new Error('two returns are asked about');
    const returns = [
      { ...first, state: 'sent', amounts: ['a lot'] },
      { ...second, state: 'none-yet', submitted: '1/1/26', amounts: ['5'] },
    ];
    const sources = [{ ...newSource([]), name: ' Plumbing ' }];
    const form = { sources, returns, reporting: 'not-sure' };
    expect(missingIn(form).map((p) => p.id)).toEqual(['returns-0-submitted', 'returns-0-amounts-0']);
    const input = asStart(form);
    expect(input?.sources[0]?.name).toBe('Plumbing');
    expect(input?.returns[1]).toEqual({
      taxYear: '2025-26',
      state: 'none-yet',
      submitted: '',
      amounts: [''],
    });
  });
});

test('the chart puts the first day left, the last right, nothing at the foot and the amount inside', () => {
  const next: Next = {
    question: 'entry',
    decides: taxYearFrom(2028),
    tested: taxYearFrom(2026),
    threshold: '20000.00',
    soFar: '300.00',
    upTo: civil(2026, 5, 1),
    projected: null,
    probabilityOver: null,
    headroom: '19700.00',
    crossedOn: null,
    likelyCrossing: null,
    runningTotal: [{ on: civil(2026, 4, 6), total: '300.00' }],
    rows: [],
    without: [],
    scaled: false,
    text: '',
  };
  const frame = { width: 500, height: 300, left: 50, right: 50, top: 20, bottom: 30 };
  const places = placesOf(next, frame);
  expect(places.x(civil(2026, 4, 6))).toBe(50);
  expect(places.x(civil(2027, 4, 5))).toBe(450);
  expect(places.y('0')).toBe(270);
  expect(places.y('20000.00')).toBeGreaterThan(20);
  expect(places.marks).toEqual(['0', '5000', '10000', '15000', '20000', '25000']);
  expect(places.y('25000.00')).toBe(20);
  expect(places.days).toEqual(['2026-04-06', '2026-07-06', '2026-10-06', '2027-01-06', '2027-04-05']);
  expect(totalLine(next, places)).toMatch(/^M50 270H50V\d+/);
});

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 9],
  ['PageUp', 9, 1],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['Enter', 5, undefined],
])('of ten rows, %s leads from row %i to %s', (key, from, to) => {
  expect(reached(key, from, 9)).toBe(to);
});

test('a run of rows has both its ends, whichever way it goes', () => {
  expect([between(2, 4), between(4, 2), between(3, 3)]).toEqual([[2, 3, 4], [2, 3, 4], [3]]);
});
