/**
 * What do sorting rules do to the bank rows that are here, and how is it done as one action?
 *
 * The preview and the deed follow one plan. Rows not sorted yet are sorted by the first rule that fits. Of rows that a rule
 * had sorted, those change which the rule at hand now decides otherwise, or which it had sorted and no longer does. What a
 * person has put right by hand is never touched.
 */
import { becomes as recordsOf } from '../../shared/sorting/becomes.ts';
import { firstFit, type NumberedRule, type RuleChange, type SetAside } from '../../shared/sorting/rule.ts';
import { asPence, type Pence } from '../../shared/values/money.ts';
import { done, type Outcome } from '../../shared/values/outcome.ts';
import type { Instant, StoredBankRow } from './api.ts';
import type { Connection } from './connection.ts';
import { act, addRow, type Draft } from './history.ts';
import { planRecord, writeRecord, type PlannedRecord } from './records.ts';
import { changedRules, kindIn, readRules, sourcesById, writeChange, type Changed, type Sources } from './rules.ts';
import type { RowIs, RowsMoved, RowWouldBe, RuleEffect, RulesChanged, RulesReach } from './rulesApi.ts';
import { addTaking, changeBankRow, takeAway } from './standing.ts';

interface OldRecord {
  readonly id: number;
  readonly source: number;
  readonly letting: number | null;
  readonly category: string;
  readonly pence: Pence;
  readonly rule: number | null;
}
/** What a row will be; records as they will be stored. */
type Will = 'unsorted' | SetAside | readonly PlannedRecord[];
interface Step {
  readonly row: StoredBankRow;
  readonly state: string;
  readonly old: readonly OldRecord[];
  readonly will: Will;
  readonly rule: number | null;
}
interface Plan {
  readonly rule: number | null;
  readonly sorts: readonly Step[];
  readonly changes: readonly Step[];
  readonly corrected: number;
}
interface SortedRow extends StoredBankRow {
  readonly state: string;
  readonly rule: number;
}

const rowColumns = 'b.id, a.name AS account, b.day AS date, b.text, b.pence';

/** One after the other: of a million rows only those a rule fits are held. */
const waitingRows = (connection: Connection): Iterable<StoredBankRow> =>
  connection
    .sql<StoredBankRow>(
      `SELECT ${rowColumns} FROM unsorted u JOIN bank_row b ON b.id = u.id JOIN bank_account a ON a.id = b.account
      ORDER BY u.day DESC, u.id DESC`,
    )
    .iterate();

/** Rows that stand as a rule sorted them, the newest first. */
const rowsByRule = (connection: Connection): Iterable<SortedRow> =>
  connection
    .sql<SortedRow>(
      `SELECT ${rowColumns}, b.state, CASE WHEN s.id IS NULL THEN b.rule ELSE s.rule END AS rule
      FROM (SELECT id FROM bank_row WHERE rule IS NOT NULL UNION SELECT bank_row FROM sorting WHERE rule IS NOT NULL) c
      JOIN standing_bank_row b ON b.id = c.id JOIN bank_account a ON a.id = b.account
      LEFT JOIN sorting s ON s.id = (SELECT max(t.id) FROM standing_sorting t WHERE t.bank_row = b.id)
      WHERE b.state <> 'unsorted' AND CASE WHEN s.id IS NULL THEN b.rule ELSE s.rule END IS NOT NULL
      ORDER BY b.day DESC, b.id DESC`,
    )
    .iterate();

const recordsOfRow = (connection: Connection, row: number): readonly OldRecord[] =>
  connection
    .sql<OldRecord>('SELECT id, source, letting, category, pence, rule FROM standing_record WHERE bank_row = ?')
    .all(row)
    .toSorted((a, b) => a.id - b.id);

/** What the rule makes of the row as the ledger takes it; undefined where it cannot be taken so. */
function willBe(sources: Sources, rule: NumberedRule, row: StoredBankRow): Will | undefined {
  const made = recordsOf(rule.makes, row, kindIn(sources));
  if (made === undefined || typeof made === 'string') return made;
  const planned: PlannedRecord[] = [];
  for (const record of made) {
    const one = planRecord(sources, record);
    if (!one.ok) return undefined;
    planned.push(one.value);
  }
  return planned;
}

function planOf(connection: Connection, sources: Sources, change: Changed | null): Plan {
  const rules = change?.rules ?? readRules(connection);
  const number = change?.number ?? null;
  const first = firstFit(rules);
  const isMeant = (rule: NumberedRule): boolean => number === null || rule.number === number;
  const sorts: Step[] = [];
  for (const row of waitingRows(connection)) {
    const rule = first(row);
    if (rule === undefined || !isMeant(rule)) continue;
    const will = willBe(sources, rule, row);
    if (will !== undefined) sorts.push({ row, state: 'unsorted', old: [], will, rule: rule.number });
  }
  const found = number === null ? { changes: [], corrected: 0 } : planChanges(connection, sources, first, number);
  return { rule: number, sorts, ...found };
}

function planChanges(
  connection: Connection,
  sources: Sources,
  first: (row: StoredBankRow) => NumberedRule | undefined,
  number: number,
): { changes: readonly Step[]; corrected: number } {
  const changes: Step[] = [];
  let corrected = 0;
  for (const { state, rule: by, ...row } of rowsByRule(connection)) {
    const rule = first(row);
    if (rule?.number !== number && by !== number) continue;
    const will = rule === undefined ? 'unsorted' : willBe(sources, rule, row);
    const old = recordsOfRow(connection, row.id);
    if (will === undefined || isSame(state, old, will)) continue;
    if (old.some((record) => record.rule === null)) corrected += 1;
    else changes.push({ row, state, old, will, rule: rule?.number ?? null });
  }
  return { changes, corrected };
}

/** Does the row come to what it is already, whichever rule says so? */
function isSame(state: string, old: readonly OldRecord[], will: Will): boolean {
  if (typeof will === 'string') return state === will;
  return (
    state === 'records' &&
    old.length === will.length &&
    will.every((record, i) => {
      const was = old[i];
      return (
        was?.source === record.source &&
        was.letting === record.letting &&
        was.category === record.category &&
        was.pence === record.pence
      );
    })
  );
}

const sampleOf = 50;

/** What a change of the rules would do; null: what applying them to rows not sorted yet would do. */
export function ruleEffect(connection: Connection, change: RuleChange | null): Outcome<RuleEffect> {
  return connection.db.transaction((): Outcome<RuleEffect> => {
    const sources = sourcesById(connection);
    const changed = change === null ? done(null) : changedRules(connection, sources, change);
    if (!changed.ok) return changed;
    const plan = planOf(connection, sources, changed.value);
    const codes = codesOf(sources);
    const shown = [...plan.sorts.slice(0, sampleOf), ...plan.changes.slice(0, sampleOf)];
    return done({
      rule: plan.rule,
      sorts: movedBy(plan.sorts),
      changes: { ...movedBy(plan.changes), records: plan.changes.reduce((n, { old }) => n + old.length, 0) },
      corrected: plan.corrected,
      sample: shown.map((step): RowWouldBe => ({
        row: step.row,
        was: step.state === 'records' ? step.old.map(codes) : (step.state as Exclude<RowIs, readonly unknown[]>),
        becomes: typeof step.will === 'string' ? step.will : step.will.map(codes),
        rule: step.rule,
      })),
    });
  })();
}

function movedBy(steps: readonly Step[]): RowsMoved {
  const sumOf = (take: (pence: number) => number): number => steps.reduce((n, { row }) => n + take(row.pence), 0);
  return {
    rows: steps.length,
    moneyIn: asPence(sumOf((pence) => Math.max(0, pence))),
    moneyOut: asPence(sumOf((pence) => Math.max(0, 0 - pence))),
  };
}

type Shown = Exclude<RowIs, string>[number];

/** Records here name sources and lettings by the ledger's own numbers. */
function codesOf(
  sources: Sources,
): (record: Pick<PlannedRecord, 'source' | 'letting' | 'category' | 'pence'>) => Shown {
  const all = [...sources.values()];
  return ({ source, letting, category, pence }) => {
    const found = all.find((s) => s.key === source);
    const place = found?.lettings.find((l) => l.key === letting)?.id ?? null;
    return { source: found?.id ?? '', letting: place, category, pence };
  };
}

/** Changes the rules and sorts what follows from it, as one action; null: applies them to rows not sorted yet. */
export function changeRules(
  connection: Connection,
  at: Instant,
  change: RuleChange | null,
  reach: RulesReach,
): Outcome<RulesChanged> {
  return act(connection, at, (draft) => {
    const sources = sourcesById(connection);
    const changed = change === null ? done(null) : changedRules(connection, sources, change);
    if (!changed.ok) return changed;
    const plan: Plan =
      reach === 'none'
        ? { rule: changed.value?.number ?? null, sorts: [], changes: [], corrected: 0 }
        : planOf(connection, sources, changed.value);
    const steps = reach === 'all' ? [...plan.sorts, ...plan.changes] : plan.sorts;
    const what = change === null || changed.value === null ? null : writeChange(draft, sources, change, changed.value);
    for (const step of steps) takeStep(draft, step);
    const [sorted, again] = [plan.sorts.length, reach === 'all' ? plan.changes.length : 0];
    return done({ what: whatWasDone(what, sorted, again), value: { rule: plan.rule, sorted, changed: again } });
  });
}

const rows = (n: number): string => `${n} bank row${n === 1 ? '' : 's'}`;

function whatWasDone(what: string | null, sorted: number, changed: number): string | null {
  if (what === null) return sorted === 0 ? null : `Sorted ${rows(sorted)} by rules`;
  const parts = [sorted === 0 ? '' : `sorted ${rows(sorted)}`, changed === 0 ? '' : `changed ${rows(changed)}`];
  const came = parts.filter((part) => part !== '').join(', ');
  return came === '' ? what : `${what}: ${came}`;
}

/** Makes the row what it will be; what was there gives way, each record to the one in its place. */
function takeStep(draft: Draft, { row, old, will, rule }: Step): void {
  const made = typeof will === 'string' ? [] : will;
  for (const record of old.slice(made.length)) addTaking(draft, 'removal', [record.id], record.id);
  for (const [i, record] of made.entries()) {
    const replaced = old[Math.min(i, old.length - 1)];
    if (replaced !== undefined) takeAway(draft, { table: 'record', id: replaced.id }, draft.action);
    writeRecord(draft, record, row.id, replaced?.id ?? null, rule);
  }
  const became = typeof will === 'string' ? will : 'records';
  changeBankRow(draft, row.id, () => void addRow(draft, 'sorting', [became, row.id, rule]));
}
