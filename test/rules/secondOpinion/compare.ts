/**
 * Where do two readers of the same papers differ about one person?
 */
import { ask } from '../facts.ts';
import type { Obligation, Outlook } from '../../../shared/rules/answers.ts';
import { begins, called, yearCalled, yearHolding } from './calendar.ts';
import { choices, dueIn, paymentsDue } from './dates.ts';
import { amountOf, earliestExit, opinions, overdue, type Opinion } from './decisions.ts';
import { evidence } from './income.ts';
import { pence, shown, type Person } from './person.ts';

export interface Comparison {
  readonly fields: number;
  /** "2027-28 answer: papers need-not-use, product must-use" */
  readonly differences: readonly string[];
  /** The answers compared, year by year. */
  readonly answers: readonly string[];
}
/** A field by both readers; undefined is what the papers leave open. */
type Field = readonly [name: string, papers: unknown, product: unknown];

export function compare(person: Person): Comparison {
  const said = ask(person);
  const projections = said.incomes.filter((i) => i.basis === 'projection');
  const projected = new Map(projections.map((i) => [yearCalled(i.taxYear), pence(i.qualifyingIncome)]));
  const opinion = opinions(person, projected);
  const all: Field[] = [
    ['the years answered', opinion.map((o) => called(o.year)).join(), said.years.map((y) => y.taxYear).join()],
    ...opinion.flatMap((o) => yearFields(person, o, said)),
    ...incomeFields(person, said, projected),
    ...exitFields(person, opinion, said, projected),
    ...dueFields(person, opinion, said),
    ...choiceFields(person, said),
  ];
  const fixed = all.filter(([, papers]) => papers !== undefined);
  const differ = fixed.filter(([, papers, product]) => JSON.stringify(papers) !== JSON.stringify(product));
  return {
    fields: fixed.length,
    differences: differ.map(([name, a, b]) => `${name}: papers ${JSON.stringify(a)}, product ${JSON.stringify(b)}`),
    answers: opinion.map((o) => o.verdict),
  };
}

function yearFields(person: Person, o: Opinion, said: Outlook): Field[] {
  const name = called(o.year);
  const product = said.years.find((y) => y.taxYear === name);
  if (o.verdict === 'open') return [[`${name} answer`, undefined, null]];
  const sure = o.verdict === 'must-use' || o.verdict === 'need-not-use';
  const { tested } = o;
  const doubtful = o.verdict === 'needs-information' && typeof tested === 'object' && tested !== null;
  const overdueAsked = doubtful && overdue(person, tested.year) ? tested.year : null;
  const kinds = (product?.exemptions ?? []).map((e) => e.kind as string);
  const abroad = kinds.includes('not-resident');
  return [
    [`${name} answer`, o.verdict, product?.answer],
    [`${name} from`, o.verdict === 'must-use' ? begins(o.year) : null, product?.from],
    [`${name} certainty`, sure ? (o.certainty ?? undefined) : undefined, product?.certainty],
    [`${name} tested`, testedWords(tested), product?.tested ?? null],
    [
      `${name} exemptions`,
      abroad ? undefined : [...new Set(o.exempt)].toSorted().join(),
      [...new Set(kinds)]
        .filter((k) => o.exempt.includes(k) || !o.perhaps.includes(k))
        .toSorted()
        .join(),
    ],
    [
      `${name} return missing`,
      overdueAsked === null ? undefined : true,
      product?.missing.some((m) => m.taxYear !== null && yearCalled(m.taxYear) === overdueAsked),
    ],
  ];
}

function testedWords(tested: Opinion['tested']): unknown {
  if (tested === 'open') return undefined;
  if (tested === null) return null;
  const { year, due, income, amount } = tested;
  return { taxYear: called(year), returnDue: due, qualifyingIncome: income, threshold: amount };
}

/** Incomes shown are today's: every amendment told, the figure used for a year as if it decided one far off is not asked. */
function incomeFields(person: Person, said: Outlook, projected: ReadonlyMap<number, bigint>): Field[] {
  return said.incomes.map((income): Field => {
    const year = yearCalled(income.taxYear);
    const known = evidence(person, year, year + 100, projected);
    const noNotice = person.returns.some((r) => r.taxYear === income.taxYear && r.noticeGivenOn === null);
    const papers = 'figures' in known && known.basis !== 'projection' && !noNotice;
    return [
      `${income.taxYear} income`,
      papers ? `${known.basis} ${shown(known.figures.used)}` : undefined,
      `${income.basis} ${income.qualifyingIncome}`,
    ];
  });
}

function exitFields(
  person: Person,
  opinion: readonly Opinion[],
  said: Outlook,
  projected: ReadonlyMap<number, bigint>,
): Field[] {
  const earliest = earliestExit(person, opinion, projected);
  const counting = said.exit.counting.flatMap((c): Field[] => {
    const year = yearCalled(c.taxYear);
    const [known, amount] = [evidence(person, year, year + 100, projected), amountOf(person, year)];
    const told = person.returns.find((r) => r.taxYear === c.taxYear)?.amendments ?? [];
    const settled = person.rules === '2021-published' ? ['return', 'update'] : ['return', 'update', 'records'];
    const whole = 'figures' in known && known.lacking !== true;
    const plain = whole && settled.includes(known.basis) && told.length === 0;
    return [
      [`exit ${c.taxYear} amount`, shown([amount, 1n]), c.threshold],
      [`exit ${c.taxYear} income`, plain ? shown(known.figures.used) : undefined, c.qualifyingIncome],
    ];
  });
  return [['earliest exit', earliest === 'open' ? undefined : earliest, said.exit.earliestFrom], ...counting];
}

const cost = (o: Obligation): string => (o.penaltyBearing ? 'penalty' : 'free');
function dueLine(o: Obligation): string {
  if (o.kind === 'quarterly-update')
    return `${o.kind} ${o.source ?? ''} ${o.quarter ?? ''} ${o.from} ${o.to} ${o.dueOn} ${cost(o)}`;
  return `${o.kind} ${o.source === null ? '' : `${o.source} `}${o.dueOn} ${cost(o)}`;
}

function dueFields(person: Person, opinion: readonly Opinion[], said: Outlook): Field[] {
  const current = yearHolding(person.asAt);
  return [current - 1, current, current + 1].flatMap((year): Field[] => {
    const due = said.obligations.filter((o) => o.taxYear === called(year));
    const isPayment = (o: Obligation): boolean => o.kind.includes('payment');
    const papers = dueIn(person, year, opinion);
    const lines = due.filter((o) => !isPayment(o)).map(dueLine);
    return [
      [`${called(year)} due`, papers?.toSorted() ?? undefined, lines.toSorted()],
      [
        `${called(year)} payments`,
        papers === null ? undefined : paymentsDue(year),
        due.filter(isPayment).map(dueLine).toSorted(),
      ],
    ];
  });
}

function choiceFields(person: Person, said: Outlook): Field[] {
  const papers = choices(person);
  const lines = (offer: Outlook['guidance']['signUp']): string[] =>
    offer.choices.map((c) => `${c.choose}: ${Object.values(c.becomes).join(', ')}`);
  return [
    ['sign-up choices', papers.signUp, lines(said.guidance.signUp)],
    ['opt-out choices', papers.optOut, lines(said.guidance.optOut)],
    ['opt-out offered', papers.optOut.map((c) => c.slice(0, 7)), said.guidance.optOut.offered],
    ['sign-up offered', papers.signUp.map((c) => c.slice(0, 7)), said.guidance.signUp.offered],
  ];
}
