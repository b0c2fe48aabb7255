import { describe, expect, test } from 'vitest';
import { ask, trade, tradeReturn } from './facts.ts';

const letters: Readonly<Record<string, string>> = {
  A: 'Annual',
  V: 'MTD Voluntary',
  M: 'MTD Mandated',
  N: 'No Status',
};
const years = ['2025-26', '2026-27', '2027-28'];
const said = (three: string, sent = false) =>
  ask({
    asAt: '2026-11-22',
    sources: [trade],
    statuses: years.map((taxYear, i) => ({ taxYear, status: letters[three.charAt(i)] })),
    taxReturnsSent: sent ? ['2025-26'] : [],
  });
const letterOf = (status: unknown) => Object.keys(letters).find((l) => letters[l] === status) ?? '?';
const choices = (offer: { choices: readonly { choose: string; becomes: object }[] }) =>
  Object.fromEntries(offer.choices.map((c) => [c.choose, Object.values(c.becomes).map(letterOf).join('')]));

describe('opting out, by the year before, this and the next (V by choice, M must, A a return alone, N nothing said)', () => {
  test.each([
    ['VVV', false, { '2025-26': 'AAA', '2026-27': 'VAA', '2027-28': 'VVA' }],
    ['VVV', true, { '2026-27': 'VAA', '2027-28': 'VVA' }],
    ['NVN', false, { '2026-27': 'NAN', '2027-28': 'NVA' }],
    ['VMM', false, { '2025-26': 'AMM' }],
    ['AVM', false, { '2026-27': 'AAM' }],
    ['VMV', false, { '2025-26': 'AMA', '2027-28': 'VMA' }],
    ['NMM', false, {}],
    ['AAA', false, {}],
  ])('%s, last return sent %s: %j', (three, sent, expected) => {
    expect(choices(said(three, sent).guidance.optOut)).toEqual(expected);
    expect(said(three, sent).guidance.optOut.offered).toEqual(Object.keys(expected));
  });
});

describe('what to do about having to use it', () => {
  const steps = (asAt: string, amount: string, status?: string) => {
    const statuses = status === undefined ? [] : [{ taxYear: '2026-27', status }];
    return ask({ asAt, sources: [trade], returns: [tradeReturn('2024-25', amount)], statuses }).guidance.steps.map(
      (s) => s.code,
    );
  };
  test.each([
    ['2026-03-01', '50000.01', undefined, ['sign-up-by', 'choose-software', 'check-exemption']],
    ['2026-05-01', '50000.01', undefined, ['sign-up-now', 'choose-software', 'check-exemption']],
    ['2026-05-01', '50000.01', 'MTD Mandated', []],
    ['2026-03-01', '50000.00', undefined, []],
  ])('on %s with £%s, HMRC having said %s: %j', (asAt, amount, status, codes) => {
    const known = new Set(['sign-up-by', 'sign-up-now', 'get-ready', 'choose-software', 'check-exemption']);
    expect(steps(asAt, amount, status).filter((c) => known.has(c))).toEqual(codes);
  });

  test('an overdue return is to be sent, one not due yet to be told, and records to be added', () => {
    const asked = ask({ asAt: '2026-11-22', sources: [trade] }).guidance.steps.map((s) => [s.code, s.link]);
    expect(asked).toEqual([
      ['send-overdue-return', 'self-assessment'],
      ['tell-return', null],
      ['add-records', null],
    ]);
  });
});

describe('signing up', () => {
  test.each([
    ['AAA', { '2026-27': 'AVV', '2027-28': 'AAV' }],
    ['NAN', { '2026-27': 'NVN', '2027-28': 'NAV' }],
    ['NAM', { '2026-27': 'NVM' }],
    ['NVA', { '2027-28': 'NVV' }],
    ['NNN', {}],
    ['MMM', {}],
  ])('%s: %j', (three, expected) => expect(choices(said(three).guidance.signUp)).toEqual(expected));

  test('where HMRC’s service may not carry a choice over, a step says to check', () => {
    expect(said('NAN').guidance.steps.map((s) => s.code)).toContain('check-after-sign-up');
    expect(said('VMV').guidance.steps.map((s) => s.code)).toContain('check-after-opt-out');
  });
});
