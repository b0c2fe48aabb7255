/**
 * How is a sorting rule made or changed? Which rows, what they are, what it would do to the rows here; then it is kept.
 */
import { useState } from 'react';
import type { RuleEffectShown } from '../../shared/contract/rules.ts';
import { count } from '../../shared/wording/format.ts';
import { rulesWords as words } from '../../shared/wording/rules.ts';
import { ask, say } from '../store.ts';
import { EntryForm } from './EntryForm.tsx';
import { problemOf, type FieldProblem } from './Problems.tsx';
import { RuleEffect } from './RuleEffect.tsx';
import { RuleFits } from './RuleFits.tsx';
import { RuleMakes } from './RuleMakes.tsx';
import { givenBy, ruleFieldId, type RuleGiven, type RuleTyped } from './ruleTyped.ts';

interface Asked {
  readonly begun: RuleTyped;
  /** The rule to change; undefined for a new one. */
  readonly number?: number | undefined;
  readonly accounts: readonly string[];
  readonly onDone: () => void;
}
interface Seen {
  readonly rule: RuleGiven;
  readonly effect: RuleEffectShown;
}

export function RuleForm({ begun, number, accounts, onDone }: Asked) {
  const [typed, setTyped] = useState(begun);
  const [seen, setSeen] = useState<Seen>();
  const [follow, setFollow] = useState({ unsorted: true, all: false });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const changeOf = (rule: RuleGiven) =>
    number === undefined ? ({ kind: 'add', rule } as const) : ({ kind: 'change', number, rule } as const);
  const type = (more: Partial<RuleTyped>) => {
    setTyped((before) => ({ ...before, ...more }));
    setSeen(undefined);
  };
  const refused = ({ path, message }: { readonly path: string; readonly message: string }) =>
    setProblems([{ id: ruleFieldId(path), message }]);
  const preview = async () => {
    const rule = givenBy(typed);
    if ('length' in rule) return setProblems(rule);
    const reply = await ask('rules.preview', { change: changeOf(rule) });
    if (!reply.ok) return refused(reply.problem);
    setProblems([]);
    return setSeen({ rule, effect: reply.value });
  };
  const keep = async ({ rule, effect }: Seen) => {
    const [sorts, changes] = [effect.sorts.rows > 0 && follow.unsorted, effect.changes.rows > 0 && follow.all];
    const reach = changes ? 'all' : sorts ? 'unsorted' : 'none';
    const reply = await ask('rules.change', { change: changeOf(rule), reach });
    if (!reply.ok) return refused(reply.problem);
    const made = reply.value.done;
    say(words.kept(number === undefined, made.rule ?? 0, made.sorted, made.changed), 1);
    return onDone();
  };
  const problem = (id: string) => problemOf(problems, id);
  return (
    <EntryForm
      label={number === undefined ? words.add : words.changeRule(number)}
      titled
      button={seen === undefined ? words.preview : words.save}
      problems={problems}
      onSubmit={() => void (seen === undefined ? preview() : keep(seen))}
      onStop={onDone}
    >
      <RuleFits typed={typed} accounts={accounts} onTyped={type} problem={problem} />
      <RuleMakes typed={typed} onTyped={type} problem={problem} />
      <div className="effect-of" role="status">
        {seen === undefined ? null : <RuleEffect effect={seen.effect} />}
      </div>
      {seen === undefined ? null : (
        <div className="choices">
          {seen.effect.sorts.rows === 0 ? null : (
            <label>
              <input
                type="checkbox"
                checked={follow.unsorted || follow.all}
                disabled={follow.all}
                onChange={(event) => setFollow({ ...follow, unsorted: event.target.checked })}
              />
              {words.applyUnsorted(count(seen.effect.sorts.rows, 'row'))}
            </label>
          )}
          {seen.effect.changes.rows === 0 ? null : (
            <label>
              <input
                type="checkbox"
                checked={follow.all}
                onChange={(event) => setFollow({ ...follow, all: event.target.checked })}
              />
              {words.applyAll(count(seen.effect.changes.rows, 'row'))}
            </label>
          )}
        </div>
      )}
    </EntryForm>
  );
}
