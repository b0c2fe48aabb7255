/**
 * How is each reason said to a person?
 *
 * One sentence for each code of `shared/rules`, in its tense on a day.
 */
import { firstDay, laterYear, taxYears, type PlainDate, type TaxYear } from '../values/dates.ts';
import { listed, roundMoney, taxYear } from './format.ts';
import { april, isOver, of, on, pounds, say, service, year, type Values, type Words } from './said.ts';

/** `2026 to 2027, 2027 to 2028 and 2028 to 2029`. */
function yearsIn(v: Values): string {
  const [first, last] = [String(v['first']) as TaxYear, String(v['last']) as TaxYear];
  return listed(taxYears(first, last).map(taxYear));
}
const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const inWords = (v: Values, name: string): string => numbers[Number(v[name])] ?? String(v[name]);
const sideOf = (v: Values): string =>
  `which is ${v['side'] === 'more' ? '' : 'not '}more than ${pounds(v, 'threshold')}`;
const basis: Readonly<Record<string, string>> = {
  return: 'on your tax return',
  update: 'by the quarterly updates sent',
  records: 'in your records',
  'not-asked-for': 'as no tax return was asked for',
  projection: 'as the year looks now',
};
/** What was scaled stands nowhere as such: it is made from what does. */
const from: Readonly<Record<string, string>> = {
  return: 'from your tax return',
  update: 'from the quarterly updates sent',
  records: 'from your records',
  projection: 'as the year looks now',
};
const ofIncome = (v: Values): string => `Your income from self-employment and property before expenses for ${year(v)}`;
const is = (v: Values): string => (v['basis'] === 'projection' ? 'is likely to be' : 'is');
function income(v: Values): string {
  const named = String(v['basis']);
  // A year that is over without its records being whole cannot go on.
  const stopped = v['ended'] === undefined ? undefined : 'from records that do not reach its end';
  if (v['scaled'] === undefined)
    return `${ofIncome(v)} ${is(v)} ${pounds(v, 'income')} ${stopped ?? basis[named] ?? ''}`;
  return `${ofIncome(v)}, ${stopped ?? from[named] ?? ''} and scaled to a full year, ${is(v)} ${pounds(v, 'income')}`;
}
/** Income of one of the years that count towards leaving: a forecast is not said as a fact. */
const counted = (v: Values): string =>
  `Income for ${year(v)}${v['scaled'] === undefined ? '' : ', scaled to a full year,'} ${is(v)} ${pounds(v, 'income')}`;
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
  'no-national-insurance-number': ['you have no National Insurance number', 'you had no National Insurance number'],
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
    'HMRC agreed that you need not keep digital records for VAT, which holds here too while nothing has changed',
    'HMRC had agreed that you need not keep digital records for VAT',
  ],
  'new-non-resident-notice': ['you told HMRC that you are newly not resident'],
  'not-resident': ['you were not resident in the UK'],
};

/** Why a circumstance means that a year is free: which one, when it held, and whether HMRC has to agree. */
export function circumstanceText(v: Values, asAt: PlainDate): string {
  const [now, then = now] = circumstances[String(v['kind'])] ?? [String(v['kind'])];
  const need = isOver(v, asAt) ? 'You did not need to use it' : 'You need not use it';
  const begins = v['from'] === undefined ? '' : `, from ${on(v, 'from')} on,`;
  const held = v['in'] !== undefined ? ` in ${year(v, 'in')}` : v['on'] !== undefined ? ` on ${on(v, 'on')}` : '';
  const only = v['only'] === undefined ? '' : `. That counts for ${year(v)} alone`;
  const agreed = v['agreed'] === undefined ? '' : isOver(v, asAt) ? ', if HMRC had agreed' : ', once HMRC has agreed';
  return `${need} for ${year(v)} because${begins} ${v['ended'] === undefined ? now : then}${held}${agreed}${only}.`;
}

const reasons: Readonly<Record<string, Words>> = {
  'income-more-than-threshold': (v) =>
    v['already'] === undefined
      ? `${income(v)}, which is more than ${pounds(v, 'threshold')}.${hidden(v)}`
      : `What is known already for ${year(v)} comes to ${pounds(v, 'already')}, which is more than ${pounds(v, 'threshold')}. By the year’s end it ${is(v)} ${pounds(v, 'income')}${v['scaled'] === undefined ? '' : ', scaled to a full year'}.`,
  'income-not-more-than-threshold': (v) => `${income(v)}, which is not more than ${pounds(v, 'threshold')}.`,
  'no-notice': (v) => `HMRC did not ask for a tax return for ${year(v)}, so that year’s income counts as nil.`,
  'part-year-scaled': (v) =>
    `${v['name']} counts for ${on(v, 'from')} to ${on(v, 'to')}, which is not a whole year, so its ${pounds(v, 'gross')}${v['likely'] === undefined ? '' : ' likely by then'} is scaled ${v['way']} to one.`,
  'accounts-scaled': (v) =>
    `The accounts of ${v['name']} run from ${on(v, 'from')} to ${on(v, 'to')}, so its ${pounds(v, 'gross')} is scaled ${v['way']} to a full year.`,
  'increase-too-late': (v) =>
    `The change of ${on(v, 'on')} to the return for ${year(v)} made its income ${pounds(v, 'to')}, more than the ${pounds(v, 'from')} that counts, but after ${year(v, 'forYear')} had started, so it does not count for that year.`,
  'return-lowered': (v) =>
    `The change of ${on(v, 'on')} to the return for ${year(v)} lowered its income from ${pounds(v, 'from')} to ${pounds(v, 'to')}.${v['byRule'] === undefined ? '' : ' A lower figure counts whenever the change is made.'}`,
  'return-raised': (v) =>
    `The change of ${on(v, 'on')} to the return for ${year(v)} raised its income from ${pounds(v, 'from')} to ${pounds(v, 'to')}${v['byRule'] === undefined ? '' : ', in time to count'}.`,
  'can-only-add': (v) => `There are no records of ${v['name']} for ${year(v)} yet. It can only add to this.`,
  'ceased-not-scaled': (v, asAt) =>
    `${v['name']} ${stopped(v, asAt)}, before the end of the tax year. HMRC has not said whether such income is scaled up to a full year, so its ${pounds(v, 'gross')} counts as it is. ${v['several'] === undefined ? 'Scaled up' : 'With all that stopped scaled up'}, the year would come to ${pounds(v, 'otherwise')}, ${otherwise(v)}`,
  'ceased-scaled': (v, asAt) =>
    `${v['name']} ${stopped(v, asAt)}, before the end of the tax year, and its ${pounds(v, 'gross')} is scaled up to a full year, as was asked for. ${v['several'] === undefined ? 'Not scaled up' : 'With all that stopped read the other way'}, the year would come to ${pounds(v, 'otherwise')}, ${otherwise(v)}`,
  'methods-disagree': (v) => {
    const [months, days] = v['more'] === 'days' ? ['not more', 'more'] : ['more', 'not more'];
    return `The law does not say whether a part year is scaled by months or by days. By months your income for ${year(v)} is ${pounds(v, 'byMonths')}, which is ${months} than ${pounds(v, 'threshold')}; by days it is ${pounds(v, 'byDays')}, which is ${days}.`;
  },
  'just-and-reasonable-disagrees': (v) =>
    `By the figure you think just and reasonable it is ${pounds(v, 'fair')}, ${sideOf(v)}. Ask HMRC which one it will use.`,
  'unsorted-could-change': (v) =>
    `${pounds(v, 'credits')} of money in is not sorted yet, and could carry you over. Sort it first.`,
  exemption: (v, asAt) => circumstanceText(v, asAt ?? firstDay(String(v['taxYear']) as TaxYear)),
  'nothing-carried-on': (v, asAt) =>
    asAt === null || String(v['on']) <= asAt
      ? `On ${on(v, 'on')} you had no self-employment or property.`
      : `On ${on(v, 'on')} you will have no self-employment or property.`,
  'foreign-left-out': (v) =>
    `You were not resident in the UK in ${taxYear(before(v, 2))}, so your foreign property is left out for ${year(v)}, and it is all you have.`,
  'all-left-out': (v) =>
    `Nothing of what you have on ${on(v, 'on')} is looked at for that year: it is foreign property while you are not resident in the UK, or of a kind that does not count.`,
  'starts-later': (v) =>
    `The first tax return that must include ${v['name']} is for ${year(v)}, due by ${on(v, 'due')}. You cannot have to start before the 6 April after that, ${on(v, 'from')}.`,
  'no-return-asked-for': () => 'HMRC has not asked for a tax return that would include what you have.',
  'minimum-stay': (v) =>
    `Once in, you stay in until ${inWords(v, 'years')} tax years in a row are within the amount for their year, whatever a single year brings.`,
  'stay-if-in': (v) =>
    `If you must use it for ${year(v)} already, you stay in until ${inWords(v, 'years')} tax years in a row are within the amount for their year.`,
  'year-above-amount': (v) => {
    const already =
      v['already'] === undefined ? '' : `What is known already for ${year(v)} comes to ${pounds(v, 'already')}`;
    const known = v['income'] === undefined ? `What is known already for ${year(v)} is` : `${counted(v)},`;
    const above = v['income'] === undefined ? 'more than' : 'above';
    return already === ''
      ? `${known} ${above} ${pounds(v, 'threshold')}, so the count of three years starts again after it.`
      : `${already}, above ${pounds(v, 'threshold')}, so the count of three years starts again after it.`;
  },
  'year-at-amount': (v) =>
    `${counted(v)}, which is not under ${pounds(v, 'threshold')}, so the count of three years starts again after it. The regulation itself says not more than the amount, by which this year would count.`,
  'third-year-overdue': (v) =>
    `The return for ${year(v)} was due by ${on(v, 'due')} and is not in yet, so the third year does not count yet.`,
  'third-year-not-in': (v, asAt) =>
    asAt !== null && asAt < firstDay(String(v['taxYear']) as TaxYear)
      ? `${year(v)} has not started yet, so the third year does not count yet.`
      : `The return or fourth update for ${year(v)} is not in yet, so the third year does not count yet.`,
  'three-years-within': (v, asAt) =>
    `Three tax years in a row were within the amount, so you ${isOver(v, asAt, 'year') ? 'could' : 'can'} stop from ${april(v)}.`,
  'three-years-needed': (v, asAt) =>
    `You ${hasBegun(v, asAt) ? 'could have stopped' : 'can stop'} from ${april(v)} if each of the tax years ${yearsIn(v)} is within the amount for its year.`,
  'three-years-likely': () =>
    'If it goes on like this, three tax years in a row are within the amount, and then you can stop.',
  'year-within-amount': (v) => `${counted(v)}, within ${pounds(v, 'threshold')}.`,
  'regulation-reads-later': (v) =>
    `This is how the 2021 article reads it. The regulation itself reads a year later: from ${year(v, 'year')}.`,
  'year-doubtful': (v) => `Income for ${year(v)} may fall on either side of ${pounds(v, 'threshold')}.`,
  'year-not-known': (v) =>
    v['overdue'] === undefined
      ? `Income for ${year(v)} is not known yet.`
      : `The tax return for ${year(v)} is overdue, so its income cannot be counted yet.`,
  'depends-on-year': (v) => `This depends on the answer for ${year(v)}.`,
  'year-outside-rules': (v) => `These rules have no figures for ${year(v)}.`,
  'no-sources': () => 'No self-employment or property has been added yet.',
  'books-already-more': (v) =>
    `What is known already for ${year(v)} comes to ${pounds(v, 'there')}, which is more than ${pounds(v, 'threshold')}.`,
  'missing-tax-return': (v) =>
    `The tax return for ${year(v)} decides this. It is due by ${on(v, 'due')} and is not in yet.`,
  'missing-tax-return-overdue': (v) =>
    v['over'] === undefined
      ? `The tax return for ${year(v)} decides this. It was due by ${on(v, 'due')} and is not in yet.`
      : `The tax return for ${year(v)} was due by ${on(v, 'due')} and is not in yet.`,
  'missing-fourth-update': (v) =>
    `The quarterly updates${of(v)} for ${year(v)}, up to the fourth, decide this before the return does, and are not all in yet.`,
  'missing-records': (v) => `There are no records${of(v)} for ${year(v)} yet.`,
  'missing-year-to-come': (v) => `${year(v)} has not started yet.`,
  'earliest-exit': (v, asAt) => {
    const start = v['starts'] === undefined ? 'The' : `If you start on ${april(v, 'starts')}, the`;
    const could = hasBegun(v, asAt) ? 'could have stopped is' : 'could stop is';
    return v['third'] === undefined
      ? `${start} earliest you ${could} ${april(v)}: after the tax years ${yearsIn(v)}, if each is within the amount for its year.`
      : `${start} earliest you ${could} ${april(v)}, once ${yearsIn(v)} are each known to be under the amount: the third of them is free itself.`;
  },
  'exit-reached': (v, asAt) =>
    `${v['flips'] === undefined ? 'After' : 'By one of two readings, after'} ${inWords(v, 'years')} tax years within the amount you ${isOver(v, asAt, 'year') ? 'could' : 'can'} stop from ${april(v)}.`,
  'exit-likely': (v) =>
    `${v['ended'] === undefined ? 'If it goes on like this' : 'As things stand'}${v['flips'] === undefined ? '' : ', by one of two readings'}, you can stop from ${april(v)}, after ${inWords(v, 'years')} tax years within the amount.`,
  'out-otherwise': (v, asAt) => {
    const over = isOver(v, asAt, 'year');
    const agreed = v['agreed'] === undefined ? 'You' : over ? 'If HMRC had agreed, you' : 'Once HMRC has agreed, you';
    return `${agreed} ${over ? 'did not need to' : 'need not'} use it for ${year(v, 'year')}, whatever the years before it came to.`;
  },
  'told-by-hmrc': (v) => `HMRC has told you to send quarterly updates for ${year(v)}, or you signed up for it.`,
  'must-use': (v) => `You must use ${service} for ${year(v)}.`,
  'in-until-known': (v) =>
    `It is not known yet whether you can stop for ${year(v)}. Until it is, its quarterly updates stay due.`,
  'no-penalty-chosen': () => 'Because you chose to sign up, a late update costs nothing.',
  'no-penalty-first-year': () =>
    'Late updates cost nothing in 2026 to 2027. They still have to be sent before the tax return.',
  'end-of-period-statement': (v) => `Each business was to be finalised after the end of ${year(v)}.`,
  'tax-return': (v) => `The tax return for ${year(v)}.`,
  'late-costs-at-once': (v) =>
    `Sent late, it costs ${roundMoney(String(v['amount']))} at once, and more after three months.`,
  'payment-on-account': () =>
    'Only if HMRC asks for payments on account: when your last bill was £1,000 or more and most of it was not taken at source.',
  'balancing-payment': (v) => `What is left to pay for ${year(v)}.`,
};

/** Has the tax year begun that would be the first one out? */
const hasBegun = (v: Values, asAt: PlainDate | null): boolean =>
  asAt !== null && firstDay(String(v['year']) as TaxYear) <= asAt;
/** `stopped on 5 October 2024`, or will. */
const stopped = (v: Values, asAt: PlainDate | null): string =>
  `${asAt !== null && String(v['stopped']) > asAt ? 'stops' : 'stopped'} on ${on(v, 'stopped')}`;
/** On which side the other reading falls: an answer may hang on it. */
const otherwise = (v: Values): string =>
  v['flips'] === undefined
    ? 'which makes no difference here.'
    : `which is ${v['side'] === 'more' ? '' : 'not '}more than ${pounds(v, 'threshold')}. Ask HMRC which it uses.`;
const before = (v: Values, by: number): TaxYear => laterYear(String(v['taxYear']) as TaxYear, -by);

/** `asAt` puts it in its tense; null for what reads the same on any day. */
export const reasonText = (code: string, values: Values, asAt: PlainDate | null): string =>
  say(reasons, code, values, asAt);
