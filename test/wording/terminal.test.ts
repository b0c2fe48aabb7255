/** What does a terminal print of an answer: all a person must be told, each thing once? */
import { expect, test } from 'vitest';
import { outlookLines } from '../../shared/wording/commands.ts';
import { ask, box, sent, trade, tradeReturn } from '../rules/facts.ts';

const flat = { id: 'flat', kind: 'uk-property' } as const;
const printed = (facts: object): readonly string[] => outlookLines(ask(facts));
/** The lines after a heading, up to the next empty one. */
function under(lines: readonly string[], heading: string): readonly string[] {
  const from = lines.indexOf(heading);
  if (from === -1) return [];
  const to = lines.indexOf('', from);
  return lines.slice(from + 1, to === -1 ? undefined : to);
}
const inWithTwo = { sources: [trade, flat], returns: [tradeReturn('2024-25', '60000.00')] };

test('what is due next goes by whole days, on to the next update, the sources of a day together', () => {
  expect(under(printed({ asAt: '2026-11-22', ...inWithTwo }), 'Due next:')).toEqual([
    '31 January 2027: Balancing payment, 6 April 2025 to 5 April 2026',
    '31 January 2027: Payment on account, 6 April 2026 to 5 April 2027, if HMRC asks for one',
    '31 January 2027: Tax return, 6 April 2025 to 5 April 2026',
    '7 February 2027: Quarterly update 3, 6 April 2026 to 5 January 2027 (flat, trade)',
    '7 May 2027: Quarterly update 4, 6 April 2026 to 5 April 2027 (flat, trade)',
  ]);
});

test('an update is shown however late it comes after the payments', () => {
  const later = { sources: [trade], returns: [tradeReturn('2024-25', '1.00'), tradeReturn('2025-26', '60000.00')] };
  const due = under(printed({ asAt: '2027-02-01', ...later }), 'Due next:');
  expect(due.join()).toContain('7 August 2027: Quarterly update 1');
});

test('what has gone by, and is not known to be sent, is said; payments are not asked about', () => {
  const filings = [{ kind: 'quarterly-update', taxYear: '2026-27', quarter: 1, source: 'trade', sentOn: '2026-08-01' }];
  expect(
    under(printed({ asAt: '2026-11-22', ...inWithTwo, filings }), 'Due already, and not known to be sent:'),
  ).toEqual([
    '7 August 2026: Quarterly update 1, 6 April 2026 to 5 July 2026 (flat)',
    '7 November 2026: Quarterly update 2, 6 April 2026 to 5 October 2026 (flat, trade)',
  ]);
  expect(printed({ asAt: '2026-07-01', ...inWithTwo }).join()).not.toContain('Due already');
});

test('what lateness has cost is said with its parts', () => {
  const filings = [1, 2].map((quarter) => ({ kind: 'quarterly-update', taxYear: '2027-28', quarter, sentOn: null }));
  const payments = [{ taxYear: '2026-27', due: '2028-01-31', amount: '5000.00', paidOn: '2028-03-05' }];
  const facts = { asAt: '2028-04-01', sources: [trade], returns: inWithTwo.returns, filings, payments };
  expect(under(printed(facts), 'What lateness has cost:')).toEqual([
    'Late submission points: 2 of 4. At 4 HMRC charges £200, and again each time after.',
    '- A point for what was due on 7 August 2027. It expires after 31 August 2029.',
    '- A point for what was due on 7 November 2027. It expires after 30 November 2029.',
    '- Late payment penalties of £305.48 for the tax of 2026 to 2027:',
    '  3% of £5,000.00 owed after 15 days: £150.00',
    '  3% of £5,000.00 owed after 30 days: £150.00',
    '  10% a year of £5,000.00 from day 31, for 4 days: £5.48',
    expect.stringContaining('This rests on what was told here'),
  ]);
  expect(printed({ asAt: '2026-11-22', ...inWithTwo }).join()).not.toContain('lateness');
});

test('an exemption is said once, and no figures that were not compared', () => {
  const circumstances = [{ kind: 'averaging', from: '2024-06-01' }];
  const returns = [sent('2024-25', [box('trade', 'SA103F', '15', '49000.00')])];
  const out = printed({ asAt: '2026-11-22', sources: [trade, flat], returns, circumstances });
  expect(out.filter((line) => line.includes('because you averaged your profits in 2024 to 2025'))).toHaveLength(1);
  expect(out.join()).not.toContain('49,000');
});

test('the arithmetic stands under its reason, with where the law is and what was left out', () => {
  const lines = [box('trade', 'SA103F', '15', '21000.00'), box('flat', 'SA105', '20', '5400.00')];
  const notOnReturn = [{ source: 'flat', what: 'rent-a-room', amount: '5000.00' }];
  const begun = { ...trade, startedOn: '2024-10-06' };
  const returns = [sent('2024-25', lines, { notOnReturn })];
  const out = printed({ asAt: '2026-11-22', sources: [begun, flat], returns });
  expect(out).toContain('  trade: £21,000.00 over 6 months × 12 ÷ 6 = £42,000.00');
  expect(out).toContain('  £5,400.00 + £42,000.00 = £47,400.00');
  expect(out.find((line) => line.includes('£47,400.00 '))).toBeUndefined();
  expect(out.find((line) => line.includes('is £47,400.00, which'))).toContain('[SI 2026/336 reg 27 (SALF1440)]');
  expect(out.find((line) => line.startsWith('- SI 2026/336 reg 27 (SALF1440): https://'))).toBeDefined();
  expect(out.at(-1)).toBe(
    'Seen from 22 November 2026. Rules: the law in force, SI 2026/336, checked on 22 November 2026. Not HMRC, and not advice.',
  );
  expect(
    out.filter((line) => line.includes('Left out: £5,000.00, Rent-a-Room receipts not on the return.')),
  ).toHaveLength(1);
});

test('what is still needed has a heading', () => {
  expect(printed({ asAt: '2026-11-22', sources: [trade] })).toContain('  Still needed:');
});
