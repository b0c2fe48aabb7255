/**
 * What did a tax year come to, by source and HMRC box?
 *
 * Adds up kept totals; each amount is the person's own share, in the category's own direction.
 */
import { categories, categoryOf, residentialFinance, type Form, type SourceKind } from '../policy/categories.ts';
import { taxYearOf, type PlainDate, type TaxYear } from '../values/dates.ts';
import { nothing, sum, toPounds, type Pence, type Pounds } from '../values/money.ts';

/** One kept total: a source, letting and category on a day. */
export interface DayTotal {
  readonly source: string;
  readonly letting: string | null;
  readonly category: string;
  readonly day: PlainDate;
  readonly whole: Pence;
  readonly own: Pence;
  readonly count: number;
}

export interface BoxTotal {
  readonly form: Form;
  readonly box: string | null;
  readonly category: string;
  readonly name: string;
  readonly amount: Pounds;
}

export interface SourceSummary {
  readonly source: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly income: Pounds;
  /** Without what borrowing for homes costs, which is no expense and stands apart. */
  readonly expenses: Pounds;
  /** Null where there is none. */
  readonly residentialFinance: Pounds | null;
  readonly boxes: readonly BoxTotal[];
}

export interface YearSummary {
  readonly taxYear: TaxYear;
  readonly records: number;
  readonly sources: readonly SourceSummary[];
}

/** The year's totals, sources in the order given, boxes in HMRC's order; categories with no record are left out. */
export function yearSummary(
  taxYear: TaxYear,
  sources: readonly { id: string; name: string; kind: SourceKind }[],
  totals: readonly DayTotal[],
): YearSummary {
  const ofYear = totals.filter((t) => taxYearOf(t.day) === taxYear);
  return {
    taxYear,
    records: ofYear.reduce((n, t) => n + t.count, 0),
    sources: sources.map((s) =>
      summaryOf(
        s,
        ofYear.filter((t) => t.source === s.id),
      ),
    ),
  };
}

function summaryOf(source: { id: string; name: string; kind: SourceKind }, totals: readonly DayTotal[]): SourceSummary {
  const own = new Map<string, Pence>();
  for (const t of totals) own.set(t.category, sum([own.get(t.category) ?? nothing, t.own]));
  const all = (counts: (id: string) => boolean): Pounds =>
    toPounds(sum([...own].filter(([id]) => counts(id)).map(([, p]) => p)));
  const isApart = (id: string): boolean => residentialFinance.has(id);
  const isIn = (direction: string, id: string): boolean => categoryOf(source.kind, id)?.direction === direction;
  return {
    source: source.id,
    name: source.name,
    kind: source.kind,
    income: all((id) => isIn('income', id)),
    expenses: all((id) => isIn('expense', id) && !isApart(id)),
    residentialFinance: [...own.keys()].some(isApart) ? all(isApart) : null,
    boxes: categories[source.kind]
      .filter((c) => own.has(c.id))
      .map((c) => ({
        form: c.form,
        box: c.box,
        category: c.id,
        name: c.name,
        amount: toPounds(own.get(c.id) ?? nothing),
      })),
  };
}
