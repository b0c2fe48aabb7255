/**
 * Which things fall due together?
 *
 * The same update for several sources is one line, and everything due on one day is one group.
 */
import type { Obligation } from '../../shared/rules/answers.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { isPayment } from '../../shared/wording/dates.ts';

export interface DueTogether {
  readonly dueOn: PlainDate;
  /** Each of one kind, tax year and quarter, for one or several sources. */
  readonly things: readonly (readonly [Obligation, ...Obligation[]])[];
}

const sameThing = (o: Obligation): string =>
  [o.kind, o.taxYear, o.quarter ?? '', o.from, o.to, o.sentOn ?? ''].join(' ');

/** In order of the day they are due. */
export function byDueDate(obligations: readonly Obligation[]): readonly DueTogether[] {
  const days = [...new Set(obligations.map((o) => o.dueOn))].toSorted();
  return days.map((dueOn) => ({ dueOn, things: things(obligations.filter((o) => o.dueOn === dueOn)) }));
}

function things(due: readonly Obligation[]): readonly (readonly [Obligation, ...Obligation[]])[] {
  const kinds = [...new Set(due.map(sameThing))];
  return kinds.flatMap((kind) => {
    const [first, ...rest] = due.filter((o) => sameThing(o) === kind);
    return first === undefined ? [] : [[first, ...rest] as const];
  });
}

/** Its day has gone by, and nothing says that it was sent; payments are said apart. */
export const isOverdue = (o: Obligation, asAt: PlainDate): boolean => !o.done && o.dueOn < asAt && !isPayment(o.kind);

/** Does one update sent now cover another that is overdue? Each covers its tax year from the start, where updates are of the year so far. */
export function oneCoversOthers(overdue: readonly Obligation[]): boolean {
  const from = overdue.flatMap((o) => (o.kind === 'quarterly-update' ? [`${o.source} ${o.from}`] : []));
  return new Set(from).size < from.length;
}
export const isComing = (o: Obligation, asAt: PlainDate): boolean => !o.done && o.dueOn >= asAt;
