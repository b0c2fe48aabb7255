/**
 * Could two rows be one move between the person's own accounts? Asked quietly, and never decided here.
 */
import { useCallback, useState } from 'react';
import type { PairShown } from '../../shared/contract/payouts.ts';
import { shortDay } from '../../shared/wording/format.ts';
import { pairOffer, pairWords as words } from '../../shared/wording/payouts.ts';
import { rulesWords } from '../../shared/wording/rules.ts';
import { ask, say } from '../store.ts';
import { useAfterWrites } from './useAfterWrites.ts';

export function PairOffers() {
  const [pairs, setPairs] = useState<readonly PairShown[]>([]);
  const read = useCallback(() => {
    void ask('rows.pairs', {}).then((reply) => (reply.ok ? setPairs(reply.value) : undefined));
  }, []);
  useAfterWrites(read);
  if (pairs.length === 0) return null;
  return (
    <ul className="notices offers-quiet" aria-label={`${rulesWords.offers}: ${words.about}`}>
      {pairs.map((pair) => (
        <Pair key={pair.about} pair={pair} />
      ))}
    </ul>
  );
}

function Pair({ pair: { about, amount, from, to } }: { readonly pair: PairShown }) {
  const agree = async () => {
    const reply = await ask('rows.sort', { rows: [from.id, to.id], as: 'between-my-accounts' });
    if (reply.ok) say(words.done, 1);
  };
  const decline = async () => {
    const reply = await ask('rows.notPair', { about });
    if (reply.ok) say(words.declined, 1);
  };
  return (
    <li>
      {pairOffer(amount, from.account, shortDay(from.date), to.account, shortDay(to.date))}{' '}
      <button type="button" className="plain" onClick={() => void agree()}>
        {words.yes}
      </button>{' '}
      <button type="button" className="plain" onClick={() => void decline()}>
        {words.no}
      </button>
    </li>
  );
}
