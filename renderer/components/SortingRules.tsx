/**
 * Which sorting rules are there, in which order, and what can be done with them?
 */
import { useCallback, useRef, useState } from 'react';
import type { RuleEffectShown, RuleShown, RulesShown } from '../../shared/contract/rules.ts';
import { count } from '../../shared/wording/format.ts';
import { rulesWords as words } from '../../shared/wording/rules.ts';
import { ask, say } from '../store.ts';
import { RuleForm } from './RuleForm.tsx';
import { nothingTyped, typedOf } from './ruleTyped.ts';
import { useAfterWrites } from './useAfterWrites.ts';
import { useOpening } from './useOpening.ts';

interface Known {
  readonly shown: RulesShown;
  /** What applying all of them would sort. */
  readonly waiting: RuleEffectShown | undefined;
}

/** The rules as they are now; read again after anything was written. */
function useRules(): Known | undefined {
  const asked = useRef(0);
  const [known, setKnown] = useState<Known>();
  const read = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const list = await ask('rules.list', {});
    const waiting = list.ok && list.value.rules.length > 0 ? await ask('rules.preview', { change: null }) : undefined;
    if (mine !== asked.current || !list.ok) return;
    setKnown({ shown: list.value, waiting: waiting?.ok === true ? waiting.value : undefined });
  }, []);
  useAfterWrites(
    useCallback(() => {
      void read();
    }, [read]),
  );
  return known;
}

export function SortingRules() {
  const known = useRules();
  const { open, opener, close } = useOpening('rules');
  if (known === undefined) return null;
  const { rules, accounts } = known.shown;
  return (
    <section className="section" aria-labelledby="sorting-rules">
      <h2 id="sorting-rules">{words.title}</h2>
      <p className="quiet">{words.lead}</p>
      {rules.length === 0 ? (
        <p className="rules-none">{words.none}</p>
      ) : (
        <ol className="rule-list" aria-label={words.list}>
          {rules.map((rule, i) => (
            <li key={rule.number} className="sheet">
              {open === `change ${rule.number}` ? (
                <RuleForm begun={typedOf(rule)} number={rule.number} accounts={accounts} onDone={close} />
              ) : (
                <Rule rule={rule} place={i + 1} last={rules.length} opener={opener(`change ${rule.number}`)} />
              )}
            </li>
          ))}
        </ol>
      )}
      {open === 'add' ? (
        <RuleForm begun={nothingTyped} accounts={accounts} onDone={close} />
      ) : (
        <p className="buttons after">
          <button {...opener('add')}>{words.add}</button>
          <SortNow waiting={known.waiting} />
        </p>
      )}
    </section>
  );
}

function SortNow({ waiting }: { readonly waiting: RuleEffectShown | undefined }) {
  const n = waiting?.sorts.rows ?? 0;
  if (n === 0) return null;
  const sort = async () => {
    const reply = await ask('rules.change', { change: null, reach: 'unsorted' });
    if (reply.ok) say(words.sortedNow(count(reply.value.done.sorted, 'row')), 1);
  };
  return (
    <button type="button" onClick={() => void sort()}>
      {words.sortNow(count(n, 'row'))}
    </button>
  );
}

interface Placed {
  readonly rule: RuleShown;
  readonly place: number;
  readonly last: number;
  readonly opener: ReturnType<ReturnType<typeof useOpening>['opener']>;
}

function Rule({ rule, place, last, opener }: Placed) {
  const { number } = rule;
  const move = async (to: number) => {
    const reply = await ask('rules.change', { change: { kind: 'move', number, to } });
    if (reply.ok) say(words.moved(number), 1);
  };
  const remove = async () => {
    const reply = await ask('rules.change', { change: { kind: 'remove', number } });
    if (reply.ok) say(words.removed(number), 1);
  };
  return (
    <>
      <p>
        <strong>{words.rule(number)}</strong> <span className="rule-fits">{rule.fitsText}</span>{' '}
        <span className="quiet">
          {words.becomesSign} {rule.makesText}
        </span>
      </p>
      <p className="buttons">
        <button {...opener} className="plain" aria-label={words.changeRule(number)}>
          {words.change}
        </button>
        <button
          type="button"
          className="plain"
          aria-label={words.moveUp(number)}
          aria-disabled={place === 1}
          onClick={() => (place === 1 ? undefined : void move(place - 1))}
        >
          {words.up}
        </button>
        <button
          type="button"
          className="plain"
          aria-label={words.moveDown(number)}
          aria-disabled={place === last}
          onClick={() => (place === last ? undefined : void move(place + 1))}
        >
          {words.down}
        </button>
        <button type="button" className="plain" aria-label={words.removeRule(number)} onClick={() => void remove()}>
          {words.remove}
        </button>
      </p>
    </>
  );
}
