/**
 * What can a person cause that we must answer, rather than throw?
 *
 * A refusal is a value: a code, where it is (a path into the input) and the values its sentence needs. Words are put to
 * it at the very edge by `shared/wording/problems.ts`. What we broke ourselves throws.
 */
export interface Problem {
  readonly code: string;
  /** Where in the input, such as `returns[0].lines[2].amount`; empty for the whole. */
  readonly path: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** The answer, wrapped: `done(5)` is `{ ok: true, value: 5 }`. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A refusal: `refuse('date-impossible', 'date', { date: '2026-02-30' })`. Every code has its sentence in `shared/wording/problems.ts`. */
export function refuse(code: string, path = '', values: Problem['values'] = {}): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, path, values } };
}
