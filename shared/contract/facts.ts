/**
 * Facts as the public JSON has them: which keys, which forms, what is refused?
 *
 * One schema turns the file's form (pounds as text) into the rules' (pence) and back: `z.decode` and `z.encode`.
 * Unknown keys are refused by name; money is text with at most two decimals; days are real days.
 */
import { z } from 'zod';
import type { Facts } from '../rules/facts.ts';
import { overlap, parsePlainDate, parseTaxYear, wholeYear, type PlainDate, type TaxYear } from '../values/dates.ts';
import { parsePounds, toPounds, type Pence } from '../values/money.ts';
import { isId } from '../values/names.ts';
import { done, refuse, type Outcome } from '../values/outcome.ts';
import { sayable } from '../values/sayable.ts';

const code = (name: string) => ({ error: name });

export const day = z.custom<PlainDate>(
  (v) => typeof v === 'string' && parsePlainDate(v) !== undefined,
  code('date-impossible'),
);
export const taxYear = z.custom<TaxYear>(
  (v) => typeof v === 'string' && parseTaxYear(v) !== undefined,
  code('tax-year-unknown'),
);
/** Pounds as text, at least so many pence. What the schema lets out again is not asked twice. */
const poundsFrom = (least: number) =>
  z.codec(
    z.string(code('money-unreadable')),
    z.custom<Pence>((v) => Number.isSafeInteger(v)),
    {
      decode: (text, context) => {
        const pence = parsePounds(text);
        const message = pence === undefined ? 'money-unreadable' : 'amount-negative';
        if (pence === undefined || pence < least) context.issues.push({ code: 'custom', message, input: text });
        return pence ?? (0 as Pence);
      },
      encode: (pence) => toPounds(pence),
    },
  );
export const pounds = poundsFrom(-Infinity);
/** What was taken before expenses, or is to be paid: never less than nothing. */
const fromNothing = poundsFrom(0);
export const sourceId = z.string().refine(isId, code('id-unusable'));
export const sourceKind = z.enum(['self-employment', 'uk-property', 'foreign-property']);
const period = z.strictObject({ from: day, to: day }).refine((p) => p.from <= p.to, code('period-backwards'));
export const quarter = z.literal([1, 2, 3, 4]);
const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);

const source = z
  .strictObject({
    id: sourceId,
    name: z.string().max(200).nullable().default(null),
    kind: sourceKind,
    startedOn: day.nullable().default(null),
    ceasedOn: day.nullable().default(null),
    updatePeriods: z.record(taxYear, z.enum(['standard', 'calendar'])).default({}),
  })
  .refine(
    (s) => s.startedOn === null || s.ceasedOn === null || s.startedOn <= s.ceasedOn,
    code('ceased-before-started'),
  );

const line = z.strictObject({
  source: sourceId,
  form: z.enum(['SA103F', 'SA103S', 'SA105', 'SA106', 'SA200']),
  box: z.string().regex(/^\d{1,2}(\.\d)?[A-D]?$/, code('box-unreadable')),
  amount: fromNothing,
  period: period.nullable().default(null),
  justAndReasonable: z.strictObject({ amount: fromNothing, reason: z.string() }).nullable().default(null),
  grossUpCeased: z.boolean().default(false),
});

const taxReturn = z.strictObject({
  taxYear,
  noticeGivenOn: day.nullable().optional(),
  submittedOn: day.nullable().default(null),
  lines: list(line),
  notOnReturn: list(
    z.strictObject({ source: sourceId, what: z.enum(['rent-a-room', 'allowance']), amount: fromNothing }),
  ),
  amendments: list(z.strictObject({ madeOn: day, lines: z.array(line) })),
});

export const circumstanceKind = z.enum([
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
  'vat-exempt',
  'new-non-resident-notice',
]);

const statusWords = [
  'No Status',
  'MTD Mandated',
  'MTD Voluntary',
  'Annual',
  'Digitally Exempt',
  'Dormant',
  'MTD Exempt',
] as const;
/** HMRC shows one of them under two names. */
const status = z.codec(z.enum([...statusWords, 'Non Digital']), z.enum(statusWords), {
  decode: (s) => (s === 'Non Digital' ? 'Digitally Exempt' : s),
  encode: (s) => s,
});

const kind = z.enum([
  'quarterly-update',
  'end-of-period-statement',
  'final-declaration',
  'tax-return',
  'payment-on-account',
  'balancing-payment',
]);

/** Everything but `asAt` and `rules`: what `facts merge` may bring into a ledger stands in `toldSchema`. */
const toldShape = {
  returns: list(taxReturn),
  updates: list(
    z.strictObject({
      taxYear,
      quarter,
      sentOn: day,
      lines: z.array(z.strictObject({ source: sourceId, gross: fromNothing })),
    }),
  ),
  statuses: list(z.strictObject({ taxYear, status })),
  taxReturnsSent: list(taxYear),
  circumstances: list(
    z
      .strictObject({
        kind: circumstanceKind,
        from: day,
        to: day.nullable().default(null),
        source: sourceId.nullable().default(null),
      })
      .refine((c) => c.to === null || c.from <= c.to, code('period-backwards')),
  ),
  residence: list(z.strictObject({ taxYear, ukResident: z.boolean() })),
  filings: list(
    z.strictObject({
      kind,
      taxYear,
      quarter: quarter.nullable().default(null),
      source: sourceId.nullable().default(null),
      sentOn: day.nullable().default(null),
    }),
  ),
  payments: list(z.strictObject({ taxYear, due: day, amount: fromNothing, paidOn: day.nullable().default(null) })),
};

export const factsSchema = z.strictObject({
  asAt: day,
  rules: z.enum(['2026-regulations', '2021-published']).default('2026-regulations'),
  sources: list(source),
  returns: toldShape.returns,
  records: list(
    z.strictObject({
      taxYear,
      source: sourceId,
      upTo: day,
      gross: pounds,
      days: list(z.tuple([day, z.string(), pounds])),
    }),
  ),
  expected: list(z.strictObject({ source: sourceId, on: day, amount: pounds })),
  unsorted: list(
    z.strictObject({
      taxYear,
      credits: fromNothing,
      rows: z.int(code('number-not-whole')).nonnegative(code('number-not-whole')),
    }),
  ),
  updates: toldShape.updates,
  statuses: toldShape.statuses,
  taxReturnsSent: toldShape.taxReturnsSent,
  circumstances: toldShape.circumstances,
  residence: toldShape.residence,
  filings: toldShape.filings,
  payments: toldShape.payments,
});

/** What a person or HMRC said, as against what the books hold: the part of the facts a ledger keeps as told. */
export const toldSchema = z.strictObject(toldShape);
export type Told = Pick<
  Facts,
  'returns' | 'updates' | 'statuses' | 'taxReturnsSent' | 'circumstances' | 'residence' | 'filings' | 'payments'
>;
export const nothingTold: Told = {
  returns: [],
  updates: [],
  statuses: [],
  taxReturnsSent: [],
  circumstances: [],
  residence: [],
  filings: [],
  payments: [],
};
export type FactsJson = z.input<typeof factsSchema>;

/** Facts from parsed JSON, or the first thing wrong with it: code, path (`returns[0].lines[2].amount`), what stood there. */
export function readFacts(json: unknown): Outcome<Facts> {
  const read = factsSchema.safeDecode(json as FactsJson);
  if (!read.success) return refuseIssue(read.error, json);
  return refuseMistold(read.data as Facts) ?? done(read.data as Facts);
}

type Listed = Partial<Pick<Facts, 'sources' | 'records'>> & Told;
type Refused = ReturnType<typeof refuse>;

/**
 * Refuses what cannot be so as it was told: what stands twice (`facts-repeat`: of two for one year, which holds cannot be said),
 * a return changed before it was sent or without being sent, a period that has nothing to do with its year. Undefined where
 * nothing is.
 */
export function refuseMistold(facts: Listed): Refused | undefined {
  return refuseRepeats(facts) ?? earlyAmendment(facts) ?? periodElsewhere(facts);
}

function refuseRepeats(facts: Listed): Refused | undefined {
  return (
    repeat('sources', facts.sources, (s) => s.id, 'This source') ??
    repeat('returns', facts.returns, (r) => r.taxYear, 'The return for this tax year') ??
    repeat('records', facts.records, (r) => `${r.taxYear} ${r.source}`, 'This source’s total for this tax year') ??
    repeat('statuses', facts.statuses, (s) => s.taxYear, 'What HMRC told you for this tax year') ??
    repeat('residence', facts.residence, (r) => r.taxYear, 'Where you were resident in this tax year') ??
    repeatedAmendment(facts) ??
    repeatedUpdate(facts)
  );
}

function earlyAmendment({ returns }: Listed): Refused | undefined {
  for (const [i, { submittedOn, amendments }] of returns.entries()) {
    const at = amendments.findIndex(({ madeOn }) => submittedOn === null || madeOn < submittedOn);
    if (at !== -1)
      return refuse(
        submittedOn === null ? 'amendment-without-return' : 'amendment-before-return',
        `returns[${i}].amendments[${at}]`,
      );
  }
  return undefined;
}

/** Accounts may be longer than a tax year, or shorter; they share a day with it at least. */
function periodElsewhere({ returns }: Listed): Refused | undefined {
  for (const [i, { taxYear: of, lines, amendments }] of returns.entries()) {
    const versions = [
      [`returns[${i}]`, lines] as const,
      ...amendments.map((a, j) => [`returns[${i}].amendments[${j}]`, a.lines] as const),
    ];
    for (const [path, version] of versions) {
      const at = version.findIndex((l) => l.period !== null && overlap(l.period, wholeYear(of)) === undefined);
      if (at !== -1) return refuse('period-elsewhere', `${path}.lines[${at}].period`, { taxYear: of });
    }
  }
  return undefined;
}

function repeatedAmendment({ returns }: Listed): Refused | undefined {
  for (const [i, { amendments }] of returns.entries()) {
    const found = repeat(
      `returns[${i}].amendments`,
      amendments,
      ({ madeOn }) => madeOn,
      'An amendment made on this day',
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Each source has its own updates, so two sent on one day are two where no source stands in both. */
function repeatedUpdate({ updates }: Listed): Refused | undefined {
  const seen = new Set<string>();
  for (const [i, { taxYear: of, quarter: number, sentOn, lines }] of updates.entries()) {
    for (const id of new Set(lines.map((l) => l.source))) {
      const name = `${of} ${number} ${sentOn} ${id}`;
      if (seen.has(name))
        return refuse('facts-repeat', `updates[${i}]`, { what: 'This source’s update for this quarter and day' });
      seen.add(name);
    }
  }
  return undefined;
}

function repeat<T>(
  path: string,
  items: readonly T[] = [],
  name: (item: T) => string,
  what: string,
): Refused | undefined {
  if (items.length < 2) return undefined;
  const names = items.map(name);
  const at = names.findIndex((n, i) => names.indexOf(n) < i);
  return at === -1 ? undefined : refuse('facts-repeat', `${path}[${at}]`, { what });
}

/** The public JSON of facts; what is unknown is left out or null, as the schema has it. */
export function writeFacts(facts: Facts): FactsJson {
  return z.encode(factsSchema, facts as z.output<typeof factsSchema>);
}

/** The first issue zod found, as one of our problems; a misspelt key before anything else, because it explains the rest. An enum's or a custom rule's own code wins over zod's. */
export function refuseIssue(
  error: z.ZodError,
  json: unknown,
): { ok: false; problem: import('../values/outcome.ts').Problem } {
  const issue = error.issues.find((i) => i.code === 'unrecognized_keys') ?? error.issues[0];
  if (issue === undefined) return refuse('input-unreadable');
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const key = sayable(issue.keys[0] ?? '');
    return refuse('key-unknown', path === '' ? key : `${path}.${key}`, { key });
  }
  if (issue.code === 'invalid_key') return refuseKey(issue, path);
  const found = foundAt(json, issue.path);
  if (found === 'nothing') return refuse(path === 'asAt' ? 'as-at-missing' : 'key-missing', path);
  if (/^[a-z]+(-[a-z]+)+$/.test(issue.message)) return refuse(issue.message, path, { found });
  if (issue.code === 'invalid_value' && !isAboutReporting(issue.path))
    return refuse('value-not-listed', path, { found, allowed: listed(issue.values) });
  if (path === '') return refuse('facts-not-object');
  if (issue.path.at(-1) === 'status') return refuse('reporting-unknown', path);
  return refuse('value-unusable', path, { found });
}

/** A name in a table that is not what names are there: its own code, and the name is what was found. */
function refuseKey({ issues, path: at }: z.core.$ZodIssueInvalidKey, path: string): ReturnType<typeof refuse> {
  const found = JSON.stringify(sayable(String(at.at(-1))));
  return refuse(issues[0]?.message ?? 'value-unusable', path, { found });
}

/** `"a", "b" or "c"`. */
function listed(values: readonly unknown[]): string {
  const shown = values.map((v) => JSON.stringify(v));
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

/** HMRC's words for a person are neither echoed nor listed. */
const isAboutReporting = (path: readonly PropertyKey[]): boolean =>
  path.includes('statuses') || path.includes('status');

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? sayable(String(key)) : `${text}.${sayable(String(key))}`;
  }, '');
}

/** What stands at that path, short enough to show. */
function foundAt(json: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = json;
  for (const key of path)
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
  if (at === undefined) return 'nothing';
  if (isAboutReporting(path)) return 'something else';
  return sayable(JSON.stringify(at) ?? 'nothing').slice(0, 60);
}
