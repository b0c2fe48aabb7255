import { describe, expect, test } from 'vitest';
import { frozen, once } from '../../shared/values/once.ts';

describe('once', () => {
  const rules = { id: 'a' };
  let made = 0;
  const dates = once((of: { id: string }, year: string, first: boolean) => {
    made += 1;
    return { of: of.id, days: [[year, first]] };
  });

  test('the same object for the same question, made at the first one', () => {
    const before = made;
    const [one, two] = [dates(rules, '2026-27', true), dates(rules, '2026-27', true)];
    expect(one).toBe(two);
    expect(one).toEqual({ of: 'a', days: [['2026-27', true]] });
    expect(made - before).toBe(1);
  });

  test.each([
    ['another year', () => dates(rules, '2027-28', true)],
    ['another kind', () => dates(rules, '2026-27', false)],
    ['other rules of the same name', () => dates({ id: 'a' }, '2026-27', true)],
  ])('%s is another object', (_, ask) => expect(ask()).not.toBe(dates(rules, '2026-27', true)));

  test('nobody can change what everybody has', () => {
    const { days } = dates(rules, '2026-27', true);
    expect(() => (days as unknown[]).push('2028-29')).toThrow(TypeError);
    expect(() => Object.assign(days[0] ?? {}, { 1: false })).toThrow(TypeError);
  });

  test('frozen is the same object, frozen through and through, also where a part of it was before', () => {
    const inner = Object.freeze({ deep: [1] });
    const value = { inner, none: null, text: 'a' };
    expect(frozen(value)).toBe(value);
    expect([Object.isFrozen(value), Object.isFrozen(inner.deep)]).toEqual([true, true]);
    expect(() => Object.assign(value, { text: 'b' })).toThrow(TypeError);
  });
});
