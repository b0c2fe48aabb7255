/**
 * What has been typed about one tax return, and how does it go to main?
 */
import type { Input, SourceShown } from '../../shared/contract/contract.ts';
import type { ReturnAmount, ReturnShown } from '../../shared/contract/told.ts';
import { firstDay, lastDay, type TaxYear } from '../../shared/values/dates.ts';
import type { Page } from '../../shared/wording/aboutYou.ts';
import { states } from '../screens/startForm.ts';
import { day, money } from '../../shared/wording/format.ts';

export interface AskedBox {
  readonly source: string;
  readonly name: string;
  readonly form: Page;
  readonly box: '9' | '10' | '14' | '15' | '16' | '20';
}
/** Amounts by `boxKey`, as typed. */
export type TypedAmounts = Readonly<Record<string, string>>;
export interface TypedChange {
  readonly key: number;
  readonly made: string;
  readonly amounts: TypedAmounts;
}
export interface TypedTold {
  readonly state: string;
  readonly submitted: string;
  readonly notice: string;
  /** Which pages a trade's income stands on, by source; the full ones if it is not here. */
  readonly pages: Readonly<Record<string, Page>>;
  readonly amounts: TypedAmounts;
  readonly changes: readonly TypedChange[];
}

export const boxKey = ({ source, form, box }: Pick<ReturnAmount, 'source' | 'form' | 'box'>): string =>
  `${source} ${form} ${box}`;

/** Sources that were carried on in any part of the year. */
export const sourcesIn = (sources: readonly SourceShown[], year: TaxYear): readonly SourceShown[] =>
  sources.filter(
    (s) =>
      (s.startedOn === null || s.startedOn <= lastDay(year)) && (s.ceasedOn === null || s.ceasedOn >= firstDay(year)),
  );

export const pageOf = (typed: Pick<TypedTold, 'pages'>, source: string): Page => typed.pages[source] ?? 'SA103F';

/** The boxes to copy from, for one source. */
export function boxesOf({ id, name, kind }: SourceShown, typed: Pick<TypedTold, 'pages'>): readonly AskedBox[] {
  const of = (form: Page, ...boxes: readonly AskedBox['box'][]) =>
    boxes.map((box) => ({ source: id, name, form, box }));
  if (kind === 'uk-property') return of('SA105', '20');
  if (kind === 'foreign-property') return of('SA106', '14');
  return pageOf(typed, id) === 'SA103S' ? of('SA103S', '9', '10') : of('SA103F', '15', '16');
}

const plain = (amounts: readonly ReturnAmount[]): TypedAmounts =>
  Object.fromEntries(amounts.map((a) => [boxKey(a), money(a.amount).replace('£', '')]));

/** The form as it stands before anything is typed. */
export function asTyped(told: ReturnShown): TypedTold {
  const short = told.amounts.filter((a) => a.form === 'SA103S').map((a) => [a.source, 'SA103S' as const]);
  return {
    state: told.state ?? '',
    submitted: told.submittedOn === null ? '' : day(told.submittedOn),
    notice: told.noticeOn === null ? '' : day(told.noticeOn),
    pages: Object.fromEntries(short),
    amounts: plain(told.amounts),
    changes: told.amendments.map(({ madeOn, amounts }, key) => ({ key, made: day(madeOn), amounts: plain(amounts) })),
  };
}

/** Another change of the return, beginning with the amounts before it. */
export const nextChange = ({ changes, amounts }: TypedTold): TypedChange => ({
  key: Math.max(-1, ...changes.map((c) => c.key)) + 1,
  made: '',
  amounts: changes.at(-1)?.amounts ?? amounts,
});

/** As the contract has it; undefined while it is not said whether the return was sent. */
export function asEntry(year: TaxYear, typed: TypedTold, boxes: readonly AskedBox[]): Input<'told.save'> | undefined {
  const state = states.find((s) => s === typed.state);
  if (state === undefined) return undefined;
  const of = (amounts: TypedAmounts) =>
    boxes.map(({ source, form, box }) => ({ source, form, box, amount: amounts[boxKey({ source, form, box })] ?? '' }));
  const notice = state === 'no-notice' ? '' : typed.notice;
  if (state !== 'sent') return { about: 'return', taxYear: year, state, notice };
  return {
    about: 'return',
    taxYear: year,
    state,
    notice,
    submitted: typed.submitted,
    amounts: of(typed.amounts),
    amendments: typed.changes.map(({ made, amounts }) => ({ made, amounts: of(amounts) })),
  };
}
