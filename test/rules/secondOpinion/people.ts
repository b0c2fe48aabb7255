/**
 * Who might ask? People made up from a seed, near every edge the papers name.
 */
import { begins, called, day, daysLater, ends, monthLength, wholeMonths, yearHolding } from './calendar.ts';
import type { Line, Person, Return, Source } from './person.ts';

/** Chance from a seed: the same seed, the same person. */
export interface Dice {
  below(n: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
  chance(oneIn: number): boolean;
}
export function dice(seed: number): Dice {
  let state = (seed * 2_654_435_761 + 12_345) % 4_294_967_296;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) % 4_294_967_296;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
  return { below, pick: (from) => from[below(from.length)] ?? from[0], chance: (oneIn) => below(oneIn) === 0 };
}

const pounds = (pence: number): string => `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
const anyDay = (d: Dice, fromYear: number, toYear: number): string => {
  const year = fromYear + d.below(toYear - fromYear + 1);
  const month = 1 + d.below(12);
  return day(year, month, 1 + d.below(monthLength(year, month)));
};
/** A day near an edge of a month or a tax year as often as any other. */
function edgeDay(d: Dice, fromYear: number, toYear: number): string {
  const year = fromYear + d.below(toYear - fromYear + 1);
  if (d.chance(3)) return anyDay(d, fromYear, toYear);
  if (d.chance(2)) return daysLater(begins(year), d.below(7) - 3);
  const month = 1 + d.below(12);
  return day(year, month, d.pick([1, 5, 6, 7, 28]));
}

/** The amount itself, a penny either side, and figures that come to it after scaling. */
function amount(d: Dice, rules: Person['rules']): string {
  const whole = d.pick(
    rules === '2021-published' ? [1_000_000, 900_000, 1_200_000] : [5_000_000, 3_000_000, 2_000_000],
  );
  const months = 1 + d.below(12);
  const scaled = d.pick([
    whole,
    whole,
    Math.trunc((whole * months) / 12),
    Math.trunc((whole * (1 + d.below(366))) / 365),
  ]);
  const shifted = scaled + d.pick([-1, 0, 0, 1, 100, -100]);
  return pounds(Math.max(0, d.chance(8) ? d.below(9_000_000) : d.chance(4) ? Math.trunc(shifted / 2) : shifted));
}

/** What the year's amount comes to in so many months, where months and days can fall on either side of it. */
function atTheAmount(d: Dice, rules: Person['rules'], year: number, months: number): string {
  const whole = year <= 2024 ? 5_000_000 : year === 2025 ? 3_000_000 : 2_000_000;
  return pounds(Math.trunc(((rules === '2021-published' ? 1_000_000 : whole) * months) / 12) + d.below(3) - 1);
}

const forms = { 'self-employment': 'SA103F', 'uk-property': 'SA105', 'foreign-property': 'SA106' } as const;
type Form = 'SA103F' | 'SA103S' | 'SA105' | 'SA106' | 'SA200';
const boxesOf: Record<Form, [string, ...string[]]> = {
  SA103F: ['15', '16', '17'],
  SA105: ['20', '22', '23', '21'],
  SA106: ['14', '16', '17'],
  SA103S: ['9', '10', '11'],
  SA200: ['3.6', '3.6', '3.7'],
};

function source(d: Dice, id: string, kind: Source['kind'], asAt: string): Source {
  const made: Source = { id, kind };
  const first = 2022;
  const lastYear = Number(asAt.slice(0, 4));
  if (d.chance(2)) made.startedOn = edgeDay(d, first, Math.max(first, Math.min(2030, lastYear)));
  if ((made.startedOn ?? '') > asAt) delete made.startedOn;
  if (d.chance(5)) {
    const ceased = edgeDay(d, 2024, Math.max(2024, lastYear + 1));
    if (ceased >= (made.startedOn ?? '')) made.ceasedOn = ceased;
  }
  if (d.chance(6)) made.updatePeriods = { [called(2026 + d.below(4))]: 'calendar', [called(2027)]: 'calendar' };
  return made;
}

const lived = (s: Source, year: number): boolean =>
  (s.startedOn ?? '0000') <= ends(year) && (s.ceasedOn ?? '9999') >= begins(year);

function linesOf(d: Dice, sources: readonly Source[], year: number, rules: Person['rules']): Line[] {
  return sources.flatMap((s) => {
    if (!lived(s, year) || d.chance(12)) return [];
    const form = s.kind === 'self-employment' ? d.pick<Form>(['SA103F', 'SA103F', 'SA103S', 'SA200']) : forms[s.kind];
    const line: Line = { source: s.id, form, box: boxesOf[form][0], amount: amount(d, rules) };
    const months = wholeMonths(s.startedOn ?? begins(year), ends(year));
    if (months !== null && months < 12 && d.chance(2)) line.amount = atTheAmount(d, rules, year, months);
    const partYear = (s.startedOn ?? '') > begins(year) && (s.ceasedOn ?? '9999') > ends(year);
    if (partYear && d.chance(6)) line.justAndReasonable = { amount: amount(d, rules), reason: 'A winter trade' };
    if (d.chance(6) && (s.ceasedOn ?? '9999') <= ends(year)) line.grossUpCeased = true;
    if (!partYear && s.ceasedOn === undefined && d.chance(8)) line.period = accounts(d, year);
    const alone = line.justAndReasonable !== undefined || line.grossUpCeased === true;
    const more =
      !alone && d.chance(4) ? [{ ...line, box: d.pick(boxesOf[form]), amount: pounds(d.below(400_000)) }] : [];
    if (
      !alone &&
      line.period === undefined &&
      s.kind === 'uk-property' &&
      year <= 2025 &&
      rules === '2026-regulations' &&
      d.chance(5)
    )
      return [line, ...more, { source: s.id, form: 'SA105', box: '5', amount: pounds(d.below(3_000_000)) }];
    return [line, ...more];
  });
}

/** Accounts of other lengths than a year: whole months or odd days, never an odd twelve months. */
function accounts(d: Dice, year: number): { from: string; to: string } {
  const to = d.pick([ends(year), day(year + 1, 3, 31), day(year, 12, 31), day(year, 9, 30), day(year, 10, 5)]);
  const from = d.pick([day(year - 1, 7, 1), day(year - 1, 10, 6), day(year, 4, 1), begins(year), day(year, 5, 13)]);
  return { from, to };
}

function oneReturn(d: Dice, person: Person, year: number): Return {
  const { sources, rules, asAt } = person;
  const made: Return = { taxYear: called(year), lines: linesOf(d, sources, year, rules) };
  if (begins(year + 1) > asAt) return made;
  const usual = day(year + 2, 1, 31);
  const submitted = d.pick([
    usual,
    daysLater(usual, 1),
    daysLater(begins(year + 1), d.below(500)),
    day(year + 1, 12, 1),
  ]);
  if (!d.chance(5)) made.submittedOn = submitted;
  if (d.chance(8)) {
    const notice = d.pick([
      null,
      daysLater(begins(year + 1), d.below(700)),
      day(year + 1, 10, 31),
      day(year + 2, 1, 6),
    ]);
    if (notice === null || (notice <= asAt && notice <= submitted)) made.noticeGivenOn = notice;
  }
  if (made.submittedOn !== undefined && d.chance(4)) {
    const madeOn = d.pick([ends(year + 1), begins(year + 2), daysLater(submitted, 1 + d.below(200)), ends(year + 2)]);
    if (madeOn > submitted) made.amendments = [{ madeOn, lines: linesOf(d, sources, year, rules) }];
    const again = daysLater(madeOn, 1 + d.below(400));
    if (madeOn > submitted && d.chance(3))
      made.amendments?.push({ madeOn: again, lines: linesOf(d, sources, year, rules) });
  }
  return made;
}

const kinds = [
  'digitally-excluded',
  'religious-objection',
  'identity-not-verifiable',
  'power-of-attorney',
  'no-national-insurance-number',
  'minister-of-religion',
  'lloyds-underwriter',
  'married-couples-allowance',
  'blind-persons-allowance',
  'visiting-performer',
  'qualifying-care',
  'trust-income',
  'averaging',
  'residence-and-remittance',
] as const;

function circumstance(d: Dice, person: Person): Person['circumstances'][number] {
  const kind = d.pick([...kinds]);
  const [one, other] = [edgeDay(d, 2023, 2028), edgeDay(d, 2023, 2031)];
  const from = one < other ? one : other;
  const to = d.chance(2) ? null : one < other ? other : one;
  const [first] = person.sources;
  const activity = (kind === 'visiting-performer' || kind === 'qualifying-care') && d.chance(2);
  if (activity && first !== undefined) return { kind, from: '2020-04-06', to: null, source: first.id };
  return { kind, from, to: (to ?? '9999') < from ? null : to };
}

/** A person and a day, wholly from the seed. */
export function personFrom(seed: number): Person {
  const d = dice(seed);
  const rules = d.chance(4) ? '2021-published' : '2026-regulations';
  const asAt = d.chance(2) ? anyDay(d, 2025, 2033) : edgeDay(d, 2025, 2033);
  const person: Person = { asAt: d.chance(6) ? day(2026 + d.below(6), 1, 31) : asAt, rules, ...nothing() };
  person.sources = (['self-employment', 'uk-property', 'foreign-property', 'self-employment'] as const)
    .slice(0, 1 + d.below(4))
    .filter((_, i) => i === 0 || d.chance(2))
    .map((kind, i) => source(d, `source ${i + 1}`, kind, person.asAt));
  const current = yearHolding(person.asAt);
  for (let year = rules === '2021-published' ? 2022 : 2024; year <= current; year += 1) {
    if (year < current && !d.chance(8)) person.returns.push(oneReturn(d, person, year));
    if (d.chance(3)) addBooks(d, person, year, current);
    if (d.chance(4)) addUpdates(d, person, year, current);
  }
  if (d.chance(4)) person.circumstances = [circumstance(d, person), ...(d.chance(3) ? [circumstance(d, person)] : [])];
  if (rules === '2026-regulations' && d.chance(5))
    person.residence = [{ taxYear: called(2024 + d.below(4)), ukResident: false }];
  if (d.chance(4)) addStatuses(d, person, current);
  if (d.chance(6)) person.taxReturnsSent = [called(current - 1)];
  return person;
}

const nothing = (): Omit<Person, 'asAt' | 'rules'> => ({
  sources: [],
  returns: [],
  records: [],
  unsorted: [],
  updates: [],
  statuses: [],
  taxReturnsSent: [],
  circumstances: [],
  residence: [],
});

function addBooks(d: Dice, person: Person, year: number, current: number): void {
  for (const s of person.sources) {
    const gross = year === current ? d.pick(['0.00', amount(d, person.rules)]) : amount(d, person.rules);
    const upTo = year === current ? person.asAt : ends(year);
    if (lived(s, year) && !d.chance(10)) person.records.push({ taxYear: called(year), source: s.id, upTo, gross });
  }
  if (d.chance(4)) person.unsorted.push({ taxYear: called(year), credits: pounds(d.below(500_000)), rows: 3 });
}

function addUpdates(d: Dice, person: Person, year: number, current: number): void {
  const lines = person.sources
    .filter((s) => lived(s, year) && !d.chance(8))
    .map((s) => ({ source: s.id, gross: amount(d, person.rules) }));
  const quarter = year === current ? 1 : d.pick([4, 4, 2]);
  const sentOn = quarter === 4 ? d.pick([day(year + 1, 5, 7), begins(year + 1)]) : day(year, 11, 5);
  const send = (on: string, of: typeof lines, number = quarter): void =>
    void person.updates.push({ taxYear: called(year), quarter: number, sentOn: on, lines: of });
  if (quarter === 4 && d.chance(3)) send(day(year, 11, 5), [...lines], 2);
  if (!d.chance(3)) return send(sentOn, lines);
  // Each business by itself, some of them a second time.
  for (const [i, line] of lines.entries()) {
    send(daysLater(sentOn, i), [line]);
    if (d.chance(4)) send(daysLater(sentOn, i + 1), [{ ...line, gross: amount(d, person.rules) }]);
  }
}

function addStatuses(d: Dice, person: Person, current: number): void {
  const words = ['MTD Mandated', 'MTD Voluntary', 'Annual', 'Digitally Exempt', 'Dormant', 'MTD Exempt'] as const;
  for (const year of [current - 1, current, current + 1])
    if (!d.chance(3)) person.statuses.push({ taxYear: called(year), status: d.pick([...words]) });
}
