/**
 * Do the sentences of the rooms keep to HMRC's terminology and our manners?
 */
import { describe, expect, test } from 'vitest';
import type { Working } from '../../shared/rules/answers.ts';
import { civil, taxYearOf } from '../../shared/values/dates.ts';
import * as dates from '../../shared/wording/dates.ts';
import * as firstRun from '../../shared/wording/firstRun.ts';
import * as importing from '../../shared/wording/importing.ts';
import * as overview from '../../shared/wording/overview.ts';
import * as payouts from '../../shared/wording/payouts.ts';
import * as records from '../../shared/wording/records.ts';
import { ruleProblems, rulesWords } from '../../shared/wording/rules.ts';
import * as rooms from '../../shared/wording/rooms.ts';
import { links } from '../../shared/wording/links.ts';

const { answerWords, otherWays, workingWords } = overview;
const statusWords = /\bMTD\b|ITSA|mandat|voluntary|dormant|non-digital|digitally exempt|no status|your status/i;
const lawWords =
  /final declaration|submit an update|nil return|points-based|opt in\b|register|qualifying income|unexplained/i;
const otherWords = /overseas|abroad|cessation|regime|taxpayer|\bYTD\b|\bFY\b|invalid|please|sorry|oops/i;

/** Every sentence in a table of words, those made of a value with a stand-in for it. */
function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap((value: unknown) =>
    typeof value === 'function' &&
    value.length > 0 &&
    !/Words$|Ways$|Name$|^isCompared$|^asItStood$|^onlyIfAsked$/.test(value.name)
      ? sentences((value as (...given: string[]) => unknown)('one', 'two', 'three'))
      : sentences(value),
  );
}

test.each(
  Object.entries({
    dates,
    firstRun,
    importing,
    overview,
    payouts,
    records,
    rooms,
    rules: { rulesWords, ruleProblems },
  }),
)('no sentence of %s says a word that is not ours to say', (_, words) => {
  const all = sentences(words);
  expect(all.length).toBeGreaterThan(5);
  for (const forbidden of [statusWords, lawWords, otherWords])
    expect(all.filter((sentence) => forbidden.test(sentence))).toEqual([]);
});

test('every page a person can be sent to has a name', () => {
  expect(Object.keys(dates.linkNames).toSorted()).toEqual(Object.keys(links).toSorted());
});

describe('the answer for a year', () => {
  const taxYear = taxYearOf(civil(2026, 4, 6));
  test('names the day it starts', () => {
    const year = { taxYear, answer: 'must-use', from: civil(2026, 4, 6), because: [] } as const;
    const asAt = civil(2027, 4, 5);
    expect(answerWords({ ...year, certainty: 'decided' }, asAt)).toBe(
      'You must use Making Tax Digital for Income Tax from 6 April 2026',
    );
    expect(answerWords({ ...year, certainty: 'forecast' }, asAt)).toBe(
      'As things stand, you must use Making Tax Digital for Income Tax from 6 April 2026',
    );
  });

  test('is plain when nothing starts', () => {
    const year = {
      taxYear,
      answer: 'need-not-use',
      from: null,
      certainty: 'forecast',
      because: [],
    } as const;
    expect(answerWords(year, civil(2027, 4, 5))).toBe('You do not need to use Making Tax Digital for Income Tax');
  });

  test('of a year that is over is said as past, from the day after it', () => {
    const year = { taxYear, certainty: 'decided', because: [] } as const;
    const after = civil(2027, 4, 6);
    expect(answerWords({ ...year, answer: 'must-use', from: civil(2026, 4, 6) }, after)).toBe(
      'You had to use Making Tax Digital for Income Tax from 6 April 2026',
    );
    expect(answerWords({ ...year, answer: 'need-not-use', from: null }, after)).toBe(
      'You did not need to use Making Tax Digital for Income Tax',
    );
    expect(answerWords({ ...year, answer: 'borderline', from: null }, after)).toBe('Not settled yet');
    const close = { code: 'methods-disagree', values: {}, cite: { title: '', url: '' }, text: '' };
    expect(answerWords({ ...year, answer: 'borderline', from: null, because: [close] }, after)).toBe(
      'Too close to call',
    );
  });
});

const half: Working = {
  source: 'plumbing',
  gross: '26000.00',
  period: { from: civil(2024, 10, 6), to: civil(2025, 4, 5) },
  months: '6',
  byMonths: '52000.00',
  days: '182',
  ofDays: '365',
  byDays: '52142.86',
  used: 'months',
  annualised: '52000.00',
  justAndReasonable: null,
  rows: null,
};

describe('annualising', () => {
  test('by months is shown as arithmetic, with what days would give', () => {
    expect(workingWords(half, 'return')).toBe('£26,000.00 over 6 months × 12 ÷ 6 = £52,000.00');
    expect(otherWays(half)).toEqual(['By days it would be £52,142.86.']);
  });

  test('by days is shown as arithmetic too', () => {
    const byDays: Working = { ...half, used: 'days', months: null, byMonths: null, annualised: '52142.86' };
    expect(workingWords(byDays, 'return')).toBe('£26,000.00 over 182 days × 365 ÷ 182 = £52,142.86');
  });

  test('of a whole year changes nothing', () => {
    const whole: Working = { ...half, used: 'whole-year', months: null, byMonths: null, byDays: null };
    expect(workingWords(whole, 'return')).toBe('£26,000.00 over the whole tax year');
    const rows = { source: 'trade', from: civil(2026, 4, 6), to: civil(2026, 11, 22), categories: ['turnover'] };
    expect(workingWords({ ...whole, rows }, 'projection')).toBe(
      '£26,000.00 likely by 5 April, from the records so far',
    );
    expect(workingWords(whole, 'projection')).toBe('£26,000.00 over the whole tax year');
    expect(otherWays(whole)).toEqual([]);
  });
});

describe('lateness', () => {
  const dueOn = civil(2027, 2, 7);

  test('of an update that costs nothing is not threatened with', () => {
    const words = dates.latenessWords({ kind: 'quarterly-update', penaltyBearing: false, dueOn, because: [] });
    expect(words).toBe(
      'No penalty if it is late, but it has to be sent before the tax return. Sending it by 7 February 2027 keeps the year in order.',
    );
  });

  test('of a payment on account costs interest', () => {
    const words = dates.latenessWords({ kind: 'payment-on-account', penaltyBearing: false, dueOn, because: [] });
    expect(words).toContain('interest, but no penalty');
  });

  test('of a tax return can cost a late submission penalty', () => {
    const words = dates.latenessWords({ kind: 'final-declaration', penaltyBearing: true, dueOn, because: [] });
    expect(words).toContain('late submission penalty');
    expect(dates.obligationName({ kind: 'final-declaration', quarter: null })).toBe('Tax return');
  });
});
