/**
 * What has been typed into the first form, and what is still missing from it?
 */
import type { Input } from '../../shared/contract/contract.ts';
import type { SourceKind } from '../../shared/policy/categories.ts';
import { parseShare } from '../../shared/values/money.ts';
import { taxYearFrom, type TaxYear } from '../../shared/values/dates.ts';
import { parseTypedMoney } from '../../shared/values/typed.ts';
import { startProblems } from '../../shared/wording/firstRun.ts';
import { taxYear } from '../../shared/wording/format.ts';
import type { FieldProblem } from '../components/Problems.tsx';

export interface TypedSource {
  /** Tells one from another while they are being typed. */
  readonly key: number;
  readonly kind: SourceKind;
  readonly name: string;
  readonly started: string;
  readonly share: string;
}
export interface TypedReturn {
  readonly taxYear: TaxYear;
  readonly state: string;
  readonly submitted: string;
  /** One for each source, in their order. */
  readonly amounts: readonly string[];
}
export interface Started {
  readonly sources: readonly TypedSource[];
  readonly returns: readonly TypedReturn[];
  readonly reporting: string;
}

export const states = ['sent', 'none-yet', 'no-notice'] as const;
export const reportings = ['must', 'early', 'yearly', 'not-sure'] as const;

export const newSource = (others: readonly TypedSource[]): TypedSource => ({
  key: Math.max(-1, ...others.map((s) => s.key)) + 1,
  kind: 'self-employment',
  name: '',
  started: '',
  share: '1',
});

const noReturn = (year: TaxYear): TypedReturn => ({ taxYear: year, state: '', submitted: '', amounts: [''] });

export const blank: Started = {
  sources: [newSource([])],
  returns: [noReturn(taxYearFrom(2024)), noReturn(taxYearFrom(2025))],
  reporting: '',
};

const problem = (id: string, wrong: boolean, message: string): readonly FieldProblem[] =>
  wrong ? [{ id, message }] : [];

/** Everything to be mended before it is worth asking main, in the order of the page. Dates main reads itself. */
export function missingIn(form: Started): readonly FieldProblem[] {
  return [
    ...form.sources.flatMap((s, n) => [
      ...problem(`sources-${n}-name`, s.name.trim() === '', startProblems.name(n + 1)),
      ...problem(`sources-${n}-share`, parseShare(s.share.trim()) === undefined, startProblems.share(n + 1)),
    ]),
    ...form.returns.flatMap(missingInReturn),
    ...problem('reporting', form.reporting === '', startProblems.reporting),
  ];
}

function missingInReturn(said: TypedReturn, n: number): readonly FieldProblem[] {
  const years = taxYear(said.taxYear);
  if (said.state !== 'sent') return problem(`returns-${n}-state`, said.state === '', startProblems.state(years));
  return [
    ...problem(`returns-${n}-submitted`, said.submitted.trim() === '', startProblems.submitted(years)),
    ...said.amounts.flatMap((amount, i) =>
      problem(`returns-${n}-amounts-${i}`, !isAmount(amount), startProblems.amount),
    ),
  ];
}

const isAmount = (typed: string): boolean => typed.trim() === '' || parseTypedMoney(typed) !== undefined;

/** The form as the contract has it; undefined while a choice is still open. */
export function asStart(form: Started): Input<'books.start'> | undefined {
  const reporting = reportings.find((r) => r === form.reporting);
  const returns = form.returns.flatMap((said) => {
    const state = states.find((s) => s === said.state);
    if (state === undefined) return [];
    const sent = state === 'sent';
    return [
      {
        taxYear: said.taxYear,
        state,
        submitted: sent ? said.submitted.trim() : '',
        amounts: said.amounts.map((amount) => (sent ? amount.trim() : '')),
      },
    ];
  });
  if (reporting === undefined || returns.length < form.returns.length) return undefined;
  const sources = form.sources.map(({ kind, name, started, share }) => ({
    kind,
    name: name.trim(),
    started: started.trim(),
    share: share.trim(),
  }));
  return { sources, returns, reporting };
}
