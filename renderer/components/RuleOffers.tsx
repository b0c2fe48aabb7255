/**
 * What could a rule take over? Offered quietly, after something was sorted the same way twice; declined once, never again.
 */
import { useCallback, useState } from 'react';
import type { RuleSuggested, RulesShown } from '../../shared/contract/rules.ts';
import { count } from '../../shared/wording/format.ts';
import { rulesWords as words } from '../../shared/wording/rules.ts';
import { ask, say } from '../store.ts';
import { RuleForm } from './RuleForm.tsx';
import { typedOf, type RuleTyped } from './ruleTyped.ts';
import { useAfterWrites } from './useAfterWrites.ts';

interface Asked {
  /** A rule begun from a row; it is made before anything is offered. */
  readonly begun: RuleTyped | undefined;
  readonly onDone: () => void;
}

export function RuleOffers({ begun, onDone }: Asked) {
  const [shown, setShown] = useState<RulesShown>();
  const [taken, setTaken] = useState<RuleTyped>();
  const read = useCallback(() => {
    void ask('rules.list', {}).then((reply) => (reply.ok ? setShown(reply.value) : undefined));
  }, []);
  useAfterWrites(read);
  const making = begun ?? taken;
  const done = () => {
    setTaken(undefined);
    onDone();
  };
  if (shown === undefined) return null;
  if (making !== undefined) return <RuleForm begun={making} accounts={shown.accounts} onDone={done} />;
  if (shown.suggested.length === 0) return null;
  return (
    <ul className="notices offers-quiet" aria-label={words.offers}>
      {shown.suggested.map((offer) => (
        <Offer key={offer.about} offer={offer} onTake={() => setTaken(typedOf(offer.rule))} />
      ))}
    </ul>
  );
}

function Offer({ offer, onTake }: { readonly offer: RuleSuggested; readonly onTake: () => void }) {
  const decline = async () => {
    const reply = await ask('rules.decline', { about: offer.about });
    if (reply.ok) say(words.declined, 1);
  };
  return (
    <li>
      {words.offer(count(offer.rows, 'row'), offer.fitsText, offer.makesText)}{' '}
      <button type="button" className="plain" onClick={onTake}>
        {words.offerSee}
      </button>{' '}
      <button type="button" className="plain" onClick={() => void decline()}>
        {words.offerNo}
      </button>
    </li>
  );
}
