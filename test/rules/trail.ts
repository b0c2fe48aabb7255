/**
 * How does an outlook read as a trail: what was found, by which reason, on which figures?
 *
 * Codes and values without the sentences, a line a thing, so that a test can say a whole story and an adviser can check it.
 */
import type { Obligation, Outlook, Reason } from '../../shared/rules/answers.ts';

const values = (of: Readonly<Record<string, string | number>>): string =>
  Object.entries(of)
    .map(([name, value]) => ` ${name} ${value}`)
    .join('');
const why = (because: readonly Reason[]): string => because.map((r) => `${r.code}${values(r.values)}`).join('; ');

/** "2026-27 must-use decided: 2024-25 is 52000.00 against 50000.00, due 2026-01-31 | income-more-than-threshold …" */
export function decisionTrail(said: Outlook): string[] {
  return said.years.map((y) => {
    const tested =
      y.tested === null
        ? ''
        : `: ${y.tested.taxYear} is ${y.tested.qualifyingIncome ?? 'not known'} against ${y.tested.threshold}, due ${y.tested.returnDue}`;
    const missing = y.missing
      .map((m) => `, missing ${[m.code, m.taxYear, m.source].filter((x) => x !== null).join(' ')}`)
      .join('');
    return `${y.taxYear} ${y.answer} ${y.certainty ?? 'doubtful'}${tested}${missing} | ${why(y.because)}`;
  });
}

/** "2025-26 records 20000.00: trade 15000.00, flat 5000.00 | without stall" */
export function incomeTrail(said: Outlook): string[] {
  return said.incomes.map((i) => {
    const parts = i.workings.map((w) => `${w.source} ${w.gross}${w.rows === null ? '' : ' by the books'}`).join(', ');
    const without = i.without.length === 0 ? '' : ` | without ${i.without.join(', ')}`;
    return `${i.taxYear} ${i.basis} ${i.qualifyingIncome}: ${parts}${without}`;
  });
}

/** The years counted, then the earliest day and why. */
export function exitTrail(said: Outlook): string[] {
  const counted = said.exit.counting.map(
    (c) =>
      `${c.taxYear} ${c.qualifyingIncome ?? 'not known'} of ${c.threshold}: ${c.counts === null ? 'open' : c.counts ? 'counts' : 'starts afresh'}`,
  );
  return [...counted, `${said.exit.earliestFrom ?? 'never in'} | ${why(said.exit.because)}`];
}

/** "2026-08-07 quarterly-update flat Q1 2026-04-06 to 2026-07-05 from 2026-06-25, free | must-use, no-penalty-first-year" */
export function dueTrail(said: Outlook, wanted: (o: Obligation) => boolean = () => true): string[] {
  return said.obligations.filter(wanted).map((o) => {
    const what = [o.dueOn, o.kind, o.source, o.quarter === null ? null : `Q${o.quarter}`].filter((x) => x !== null);
    const from = o.sendFrom === null ? '' : ` from ${o.sendFrom}`;
    const sent = o.sentOn === null ? '' : `, done ${o.sentOn}`;
    const cost = o.penaltyBearing ? '' : ', free';
    return `${what.join(' ')} ${o.from} to ${o.to}${from}${sent}${cost} | ${o.because.map((r) => r.code).join(', ')}`;
  });
}

/** "2026-07-08 quarterly-update 1 of 2026-08-07 for flat, shop" */
export function reminderTrail(said: Outlook): string[] {
  return said.reminders.map(
    ({ on, about }) =>
      `${on} ${about.kind}${about.quarter === null ? '' : ` ${about.quarter}`} of ${about.dueOn} for ${about.sources.join(', ') || 'all'}`,
  );
}

export const stepTrail = (said: Outlook): string[] => said.guidance.steps.map((s) => `${s.code} ${s.link ?? 'here'}`);
