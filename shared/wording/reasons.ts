/**
 * How is each reason said to a person?
 *
 * One sentence for each code of `shared/rules`: reasons, missing things, steps, problems, reminders, the first sentence of all.
 */
import type { PlainDate, TaxYear } from '../values/dates.ts';
import { count, day, money, taxYear } from './format.ts';

type Values = Readonly<Record<string, string | number>>;
type Words = (v: Values) => string;
const on = (v: Values, name: string): string => day(String(v[name]) as PlainDate);
const year = (v: Values, name = 'taxYear'): string => taxYear(String(v[name]) as TaxYear);
const pounds = (v: Values, name: string): string => money(String(v[name]));
export const service = 'Making Tax Digital for Income Tax';

const basis: Readonly<Record<string, string>> = {
  return: 'on your tax return',
  update: 'by the quarterly updates sent',
  records: 'in your records',
  'not-asked-for': 'as no tax return was asked for',
  projection: 'as the year looks now',
};
/** A year that is over without its records being whole cannot go on. */
const soFar = (v: Values): string =>
  v['ended'] === undefined ? (basis[String(v['basis'])] ?? '') : 'from records that do not reach its end';
const is = (v: Values): string => (v['basis'] === 'projection' ? 'is likely to be' : 'is');
const scaledUp = (v: Values): string => (v['scaled'] === undefined ? '' : ', scaled to a full year');
const income = (v: Values): string =>
  `Your income from self-employment and property before expenses for ${year(v)} ${is(v)} ${pounds(v, 'income')} ${soFar(v)}${scaledUp(v)}`;
/** Income of one of the years that count towards leaving: a forecast is not said as a fact. */
const counted = (v: Values): string => `Income for ${year(v)} ${is(v)} ${pounds(v, 'income')}`;
const hidden = (v: Values): string =>
  v['excess'] === undefined ? '' : ` It is over by a fraction of a penny: £${v['excess']}.`;

/** Why somebody need not use it: while it holds, and, where that reads otherwise, once it does not any more. */
const circumstances: Readonly<Record<string, readonly [now: string, then?: string]>> = {
  'digitally-excluded': [
    'using digital tools is not reasonably practicable for you',
    'using digital tools was not reasonably practicable for you',
  ],
  'religious-objection': [
    'your religion does not allow electronic communication',
    'your religion did not allow electronic communication',
  ],
  'identity-not-verifiable': ['your identity cannot be verified online', 'your identity could not be verified online'],
  'power-of-attorney': [
    'somebody acts for you under a power of attorney or as a deputy',
    'somebody acted for you under a power of attorney or as a deputy',
  ],
  'no-national-insurance-number': ['you had no National Insurance number on 5 April before the year starts'],
  'minister-of-religion': ['you are a minister of religion', 'you were a minister of religion'],
  'lloyds-underwriter': ['you are an underwriting member of Lloyd’s', 'you were an underwriting member of Lloyd’s'],
  'married-couples-allowance': ['you get Married Couple’s Allowance', 'you got Married Couple’s Allowance'],
  'blind-persons-allowance': ['you get Blind Person’s Allowance', 'you got Blind Person’s Allowance'],
  'visiting-performer': ['you are a visiting performer', 'you were a visiting performer'],
  'qualifying-care': ['you give qualifying care', 'you gave qualifying care'],
  'trust-income': [
    'you have income from a trust, settlement or estate',
    'you had income from a trust, settlement or estate',
  ],
  averaging: ['you average your profits', 'you averaged your profits'],
  'residence-and-remittance': ['your return has the residence pages', 'your return had the residence pages'],
  'vat-exempt': [
    'HMRC agreed that you need not keep digital records for VAT; tell HMRC that this still holds',
    'HMRC had agreed that you need not keep digital records for VAT',
  ],
  'new-non-resident-notice': ['you told HMRC that you are newly not resident'],
  'not-resident': ['you were not resident in the UK in the year looked at'],
};
export function circumstanceText(kind: string, ended: boolean): string {
  const [now, then = now] = circumstances[kind] ?? [kind];
  return `You need not use it because ${ended ? then : now}.`;
}

const reasons: Readonly<Record<string, Words>> = {
  'income-more-than-threshold': (v) => `${income(v)}, which is more than ${pounds(v, 'threshold')}.${hidden(v)}`,
  'income-not-more-than-threshold': (v) => `${income(v)}, which is not more than ${pounds(v, 'threshold')}.`,
  'no-notice': (v) => `HMRC did not ask for a tax return for ${year(v)}, so that year’s income counts as nil.`,
  'part-year-scaled': (v) =>
    `${v['name']} counts for ${on(v, 'from')} to ${on(v, 'to')}, which is not a whole year, so its ${pounds(v, 'gross')} is scaled ${v['way']} to one.`,
  'accounts-scaled': (v) =>
    `The accounts of ${v['name']} run from ${on(v, 'from')} to ${on(v, 'to')}, so its ${pounds(v, 'gross')} is scaled ${v['way']} to a full year.`,
  'increase-too-late': (v) =>
    `The change of ${on(v, 'on')} to the return for ${year(v)} raised its income after the year it would decide had started, so it does not count here.`,
  'can-only-add': (v) => `There are no records of ${v['name']} for ${year(v)} yet. It can only add to this.`,
  'ceased-not-scaled': (v) =>
    `${v['name']} does not run to the end of the year. Its income counts as it is: the law does not say that it is scaled up. Scaled up, it would be ${pounds(v, 'scaled')}.`,
  'methods-disagree': (v) =>
    `The law does not say whether a part year is scaled by months or by days. By months it is ${pounds(v, 'byMonths')}, by days ${pounds(v, 'byDays')}, and they fall on opposite sides.`,
  'just-and-reasonable-disagrees': (v) =>
    `As counted here it is ${pounds(v, 'scaled')}; by the figure you think just and reasonable it is ${pounds(v, 'fair')}, on the other side. Ask HMRC which one it will use.`,
  'unsorted-could-change': (v) =>
    `${pounds(v, 'credits')} of money in is not sorted yet, and could carry you over. Sort it first.`,
  exemption: (v) => circumstanceText(String(v['kind']), v['ended'] !== undefined),
  'nothing-carried-on': (v) => `On ${on(v, 'on')} there is no self-employment or property of yours.`,
  'all-left-out': (v) =>
    `Nothing of what you have on ${on(v, 'on')} is looked at for that year: it is foreign property while you are not resident in the UK, or of a kind that does not count.`,
  'starts-later': (v) =>
    `The first tax return that has to show what you have is due too late to bring it in before ${on(v, 'from')}.`,
  'no-return-asked-for': () => 'HMRC has not asked for a tax return that would include what you have.',
  'minimum-stay': (v) =>
    `Once in, you stay in until ${v['years']} tax years in a row are within the amount for their year, whatever a single year brings.`,
  'year-above-amount': (v) =>
    v['income'] === undefined
      ? `What is known already for ${year(v)} is more than ${pounds(v, 'threshold')}, so the count of three years starts again after it.`
      : `${counted(v)}, above ${pounds(v, 'threshold')}, so the count of three years starts again after it.`,
  'year-at-amount': (v) =>
    `${counted(v)}, which is not under ${pounds(v, 'threshold')}, so the count of three years starts again after it. The regulation itself says not more than the amount, by which this year would count.`,
  'third-year-overdue': (v) =>
    `The return for ${year(v)} was due by ${on(v, 'due')} and is not in yet, so the third year does not count yet.`,
  'third-year-not-in': (v) =>
    `The return or fourth update for ${year(v)} is not in yet, so the third year does not count yet.`,
  'three-years-within': () => 'Three tax years in a row were within the amount, so you can stop.',
  'three-years-likely': () =>
    'If it goes on like this, three tax years in a row are within the amount, and then you can stop.',
  'year-within-amount': (v) => `${counted(v)}, within ${pounds(v, 'threshold')}.`,
  'regulation-reads-later': (v) =>
    `This is how the 2021 article reads it. The regulation itself reads a year later: from ${year(v, 'year')}.`,
  'year-doubtful': (v) => `Income for ${year(v)} may fall on either side of ${pounds(v, 'threshold')}.`,
  'year-not-known': (v) => `Income for ${year(v)} is not known yet.`,
  'depends-on-year': (v) => `This depends on the answer for ${year(v)}.`,
  'year-outside-rules': (v) => `These rules have no figures for ${year(v)}.`,
  'no-sources': () => 'No self-employment or property has been added yet.',
  'books-already-more': (v) => `What is known already for ${year(v)} is more than ${pounds(v, 'threshold')}.`,
  'missing-tax-return': (v) =>
    `The tax return for ${year(v)} decides this. It is due by ${on(v, 'due')} and is not in yet.`,
  'missing-tax-return-overdue': (v) =>
    `The tax return for ${year(v)} decides this. It was due by ${on(v, 'due')} and is not in yet.`,
  'missing-fourth-update': (v) =>
    `The quarterly updates${of(v)} for ${year(v)}, up to the fourth, decide this before the return does, and are not all in yet.`,
  'missing-records': (v) => `There are no records${of(v)} for ${year(v)} yet.`,
  'missing-year-to-come': (v) => `${year(v)} has not started yet.`,
  'missing-year-outside-rules': (v) => `These rules have no figures for ${year(v)}.`,
  'missing-sources': () => 'Add what you have: self-employment, or property.',
  'earliest-exit': (v) =>
    `If every year not known yet is within the amount, the earliest you could stop is 6 April ${String(v['year']).slice(0, 4)}.`,
  'exit-reached': (v) =>
    `After ${v['years']} tax years within the amount you can stop from 6 April ${String(v['year']).slice(0, 4)}.`,
  'exit-likely': (v) =>
    `If it goes on like this, you can stop from 6 April ${String(v['year']).slice(0, 4)}, after ${v['years']} tax years within the amount.`,
  'out-otherwise': (v) =>
    `You need not use it from 6 April ${String(v['year']).slice(0, 4)}, whatever the years before it came to.`,
  'told-by-hmrc': (v) => `HMRC has told you to send quarterly updates for ${year(v)}, or you signed up for it.`,
  'must-use': (v) => `You must use ${service} for ${year(v)}.`,
  'in-until-known': (v) =>
    `It is not known yet whether you can stop for ${year(v)}. Until it is, its quarterly updates stay due.`,
  'no-penalty-chosen': () => 'Because you chose to sign up, a late update costs nothing.',
  'no-penalty-first-year': () =>
    'Late updates cost nothing in 2026 to 2027. They still have to be sent before the tax return.',
  'end-of-period-statement': (v) => `Each business was to be finalised after the end of ${year(v)}.`,
  'tax-return': (v) => `The tax return for ${year(v)}.`,
  'payment-on-account': () =>
    'Only if HMRC asks for payments on account: when your last bill was £1,000 or more and most of it was not taken at source.',
  'balancing-payment': (v) => `What is left to pay for ${year(v)}.`,
};

/** ` of Flat 1`, where it is one source alone. */
const of = (v: Values): string => (v['name'] === undefined ? '' : ` of ${v['name']}`);

const missing: Readonly<Record<string, Words>> = {
  'tax-return': (v) => `Your tax return for ${year(v)}: what it said, once it is in.`,
  'tax-return-overdue': (v) =>
    `Your tax return for ${year(v)}: what it said, and when it was sent. It was due already.`,
  'fourth-update': (v) => `The quarterly updates${of(v)} for ${year(v)} up to the fourth, or the whole year’s records.`,
  records: (v) => `Your records${of(v)} for ${year(v)}.`,
  sources: () => 'What you have: self-employment, UK property or foreign property.',
  'year-to-come': (v) => `Your income for ${year(v)}, which has not started yet.`,
  'year-outside-rules': () => 'A year these rules have no figures for.',
};

const steps: Readonly<Record<string, Words>> = {
  'sign-up-by': (v) => `Sign up for ${service} before ${on(v, 'from')}. HMRC does not do it for you.`,
  'sign-up-now': (v) =>
    `You must use ${service} from ${on(v, 'from')}. If you have not signed up, do so now: HMRC does not do it for you.`,
  'get-ready': (v) =>
    `At this rate you must use ${service} from ${on(v, 'from')}. Your tax return will settle it; sign up before then.`,
  'choose-software': (v) =>
    `Choose software that sends quarterly updates to HMRC${v['from'] === undefined ? '' : `, and have it ready by ${on(v, 'from')}`}. Quarterday keeps the records and does not send them.`,
  'check-exemption': () =>
    'If you cannot use digital tools, because of age, health, disability, where you live or your religion, you can apply not to.',
  'send-overdue-return': (v) => `Send the tax return for ${year(v)}, and enter here what it said.`,
  'tell-return': (v) => `When your tax return for ${year(v)} is in, enter here what it said.`,
  'add-records': (v) => `Add your records${of(v)} for ${year(v)}, or import your bank’s file.`,
  'complete-year': (v) =>
    `Send the fourth quarterly update${of(v)} for ${year(v)}, with your records complete: it decides before the return does.`,
  'may-sign-up': (v) => `You can sign up early, for ${year(v)}.`,
  'check-after-sign-up': (v) =>
    `After signing up, check in HMRC online services that ${year(v)} was changed. HMRC’s service may not carry it over by itself.`,
  'opt-out-not-yet': (v) =>
    `HMRC’s service may let you opt out of quarterly updates for ${year(v)}, but by these figures you must send them that year.`,
  'tell-hmrc-ended': (v) =>
    `${v['name']} ended on ${on(v, 'ended')}. Tell HMRC, and send its last update, by ${on(v, 'by')}: until HMRC knows, it expects more updates.`,
  'grace-may-apply': (v) =>
    `${year(v)} is your first year under HMRC’s new penalties. The charge of the fifteenth day may drop out if you paid, or agreed a payment plan, within 30 days. Ask HMRC.`,
  'complete-year-later': (v) =>
    `Once ${year(v)} is over, send its fourth quarterly update${of(v)}, with your records complete: it decides before the return does.`,
  'finish-records': (v) =>
    `Your records of ${v['name']} stop before the end of ${year(v)}. Add those from ${on(v, 'from')} to ${on(v, 'to')}: the answer rests on a guess until then.`,
  'sort-first': (v) => `Sort the money in of ${year(v)} that is not sorted yet: it could change the answer.`,
  'apply-for-exemption': () =>
    'HMRC has to agree to this exemption. If you have not applied, apply now: until HMRC agrees, you must use it like anybody else. When it ends, tell HMRC within three months.',
  'opt-out-by-figures': (v) =>
    `By these figures you need not use it for ${year(v)}, though HMRC expects it. Opt out in HMRC online services, or ask HMRC: until then, your updates stay due.`,
  'tell-hmrc-ended-late': (v) =>
    `${v['name']} ended on ${on(v, 'ended')}. Telling HMRC, and its last update, were due by ${on(v, 'by')}. If either is still to be done, do it now: until HMRC knows, it expects more updates.`,
  'nothing-recorded': (v) =>
    `Nothing is recorded for ${v['name']} in ${year(v)}, so it counts as nil. If something came in, record it.`,
  'may-opt-out': (v) => `You can opt out of quarterly updates for ${year(v)}.`,
  'save-updates-first': () => 'Opting out deletes the updates already sent for that year. Save their figures first.',
  'check-after-opt-out': (v) =>
    `After opting out, check in HMRC online services that ${year(v)} was changed as well. HMRC’s service may leave it as it was.`,
  'opt-out-to-leave': (v) =>
    `You can stop from ${on(v, 'from')}. Opt out in HMRC online services: until you do, HMRC still expects your updates.`,
};

/** What is told of a year with a day, as a sentence begins with it. */
const told: Readonly<Record<string, string>> = {
  notice: 'The notice to file',
  'tax-return': 'The tax return',
  'final-declaration': 'The tax return',
  amendment: 'A change to the tax return',
  'quarterly-update': 'A quarterly update',
  'end-of-period-statement': 'An end of period statement',
  records: 'A total of records',
  payment: 'A payment',
};

const problems: Readonly<Record<string, Words>> = {
  'rules-may-have-changed': (v) =>
    `These rules were last checked on ${on(v, 'checked')} and should have been looked at again by ${on(v, 'review')}. They may have changed.`,
  'hmrc-and-law-differ': (v) =>
    `What HMRC told you for ${year(v)} and what the figures say differ. What HMRC told you decides the dates here. Ask HMRC.`,
  'penalties-not-worked-out': () =>
    'Not all of what lateness may have cost is worked out here: only HMRC’s new penalties, by the law in force, are.',
  'form-does-not-fit': (v) =>
    `${v['name']} stands on form ${v['form']}, which is not for what it is. Check the form, or what it was added as.`,
  'total-does-not-fit': (v) =>
    `The total of ${v['name']} for ${year(v)} does not fit its days: they do not add up to it, or lie outside it. Check both.`,
  'source-unknown': (v) => `${v['source']} is told of, but is not among what you have. Add it, or correct the name.`,
  'dated-later': (v) =>
    `${told[String(v['what'])]} for ${year(v)} is dated ${on(v, 'on')}, after ${on(v, 'asAt')}, the day this is seen from, so it does not count here. Check the day.`,
  'box-left-out': (v) =>
    `${pounds(v, 'amount')} in ${v['form']} box ${v['box']} for ${year(v)} is not part of the income looked at. Check the number of the box.`,
  'update-too-early': (v) =>
    `Quarterly update ${v['quarter']} for ${year(v)} is told as sent on ${on(v, 'on')}, before it could be sent. Check the day.`,
  'return-too-early': (v) =>
    `The tax return for ${year(v)} is told as sent on ${on(v, 'on')}, before that year was over. Check the day.`,
  'notice-after-return': (v) =>
    `The notice to file for ${year(v)} is told as given after the return was sent. Check both days.`,
  'return-without-figures': (v) =>
    `The tax return for ${year(v)} is told as sent, without a figure, so its income counts as nil. If it had figures, enter them.`,
  'too-much-left-out': (v) =>
    `${pounds(v, 'amount')} for ${year(v)} is told as not on the return, which is more than the ${pounds(v, 'limit')} that may be left off. Check the return.`,
  'outside-its-days': (v) =>
    `There are figures of ${v['name']} for ${year(v)}, when by its days it was not carried on. Check them, or its days.`,
};

const latePayment: Readonly<Record<string, Words>> = {
  'late-at-day-15': (v) => `${v['percent']}% of ${pounds(v, 'owed')} owed after 15 days: ${pounds(v, 'cost')}`,
  'late-at-day-30': (v) => `${v['percent']}% of ${pounds(v, 'owed')} owed after 30 days: ${pounds(v, 'cost')}`,
  'late-from-day-31': (v) =>
    `${v['percent']}% a year of ${pounds(v, 'owed')} from day 31, for ${count(Number(v['days']), 'day')}: ${pounds(v, 'cost')}`,
};

const leftOut: Readonly<Record<string, { what: string; why: string }>> = {
  'rent-a-room': {
    what: 'Rent-a-Room receipts not on the return',
    why: 'They are not on the return, so they do not count towards the amount.',
  },
  allowance: {
    what: 'Income within the trading or property allowance, not on the return',
    why: 'It is not on the return, so it does not count towards the amount.',
  },
  'box-does-not-count': {
    what: 'A box that does not count',
    why: 'This box is not part of the income looked at for that year.',
  },
  'not-resident': {
    what: 'Foreign property while not resident',
    why: 'Only UK income counts for a year in which you were not resident in the UK.',
  },
  'activity-left-out': { what: 'An activity that is left out', why: 'Receipts of this kind do not count.' },
};

function say(table: Readonly<Record<string, Words>>, code: string, values: Values): string {
  const words = table[code];
  if (words === undefined) throw new Error(`no words for ${code}`);
  return words(values);
}

export const reasonText = (code: string, values: Values): string => say(reasons, code, values);
export const missingText = (code: string, values: Values): string => say(missing, code, values);
export const stepText = (code: string, values: Values): string => say(steps, code, values);
export const latePaymentText = (code: string, values: Values): string => say(latePayment, code, values);
export const problemNote = (code: string, values: Values): string => say(problems, code, values);
export function leftOutText(code: string): { what: string; why: string } {
  const words = leftOut[code];
  if (words === undefined) throw new Error(`no words for ${code}`);
  return words;
}
