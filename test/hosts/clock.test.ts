/** Is a moment given the London day, around midnight, in summer time and in winter? */
import { expect, test } from 'vitest';
import { clock, dayInLondon, inLondon } from '../../main/clock.ts';

test.each([
  ['2026-01-15T23:59:59.999Z', '2026-01-15', 'winter: London is on Universal Time'],
  ['2026-01-16T00:00:00.000Z', '2026-01-16', 'winter midnight'],
  ['2026-06-30T22:59:59.999Z', '2026-06-30', 'summer: a second before midnight in London'],
  ['2026-06-30T23:00:00.000Z', '2026-07-01', 'summer: midnight in London is 23:00 Universal Time'],
  ['2026-03-29T00:30:00.000Z', '2026-03-29', 'half an hour before the clocks go forward'],
  ['2026-03-28T23:59:59.999Z', '2026-03-28', 'the night before the clocks go forward'],
  ['2026-03-29T23:00:00.000Z', '2026-03-30', 'the first night of summer time'],
  ['2026-10-24T23:00:00.000Z', '2026-10-25', 'the last night of summer time'],
  ['2026-10-25T23:30:00.000Z', '2026-10-25', 'the first night of winter time'],
  ['2027-04-05T22:59:59.999Z', '2027-04-05', 'the last moment of tax year 2026-27'],
  ['2027-04-05T23:00:00.000Z', '2027-04-06', 'the first moment of tax year 2027-28'],
])('%s is %s in London (%s)', (instant, day) => {
  expect(dayInLondon(instant)).toBe(day);
});

test.each([
  ['2026-01-16T00:05:00.000Z', '2026-01-16', '00:05'],
  ['2026-06-30T23:30:00.000Z', '2026-07-01', '00:30'],
])('%s is %s at %s in London', (instant, day, time) => {
  expect(inLondon(instant)).toEqual({ day, time });
});

test('the machine tells a moment in Universal Time and a day that exists', () => {
  expect(clock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(clock.today()).toMatch(/^\d{4}-\d\d-\d\d$/);
});
