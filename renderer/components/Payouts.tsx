/**
 * Which payments arrived after something was taken off? Each is put back to what it was, or said to be whole.
 */
import { useCallback, useState } from 'react';
import type { PayeeShown, PayoutShown, PayoutsShown } from '../../shared/contract/payouts.ts';
import { count, money, shortDay } from '../../shared/wording/format.ts';
import { payoutWords as words } from '../../shared/wording/payouts.ts';
import { records } from '../../shared/wording/records.ts';
import { ask, say } from '../store.ts';
import { GrossUp } from './GrossUp.tsx';
import { CiteLink } from './OutLink.tsx';
import { useAfterWrites } from './useAfterWrites.ts';
import { useOpening, type Opening } from './useOpening.ts';

const sayWhole = async (about: string) => {
  const reply = await ask('payouts.whole', { about });
  if (reply.ok) say(words.saidWhole, 1);
};

export function Payouts() {
  const [shown, setShown] = useState<PayoutsShown>();
  const opening = useOpening('payouts');
  const read = useCallback(() => {
    void ask('payouts.list', {}).then((reply) => (reply.ok ? setShown(reply.value) : undefined));
  }, []);
  useAfterWrites(read);
  if (shown === undefined) return <p className="quiet">{records.loading}</p>;
  if (shown.count === 0) return <p className="sheet quiet empty">{words.none}</p>;
  return (
    <>
      <p className="lead lead-cited">{words.lead}</p>
      <p>
        <CiteLink cite={shown.cite} />
      </p>
      {shown.payees.map((payee) => (
        <Payee key={payee.about} payee={payee} opening={opening} />
      ))}
    </>
  );
}

interface Grouped {
  readonly payee: PayeeShown;
  readonly opening: Opening;
}

function Payee({ payee, opening }: Grouped) {
  const { name, kind, payouts } = payee;
  const open = payouts.find(({ record }) => opening.open === `${record}`);
  return (
    <section className="section payee" aria-label={name}>
      <div className="between">
        <h2>{words.from(name, count(payee.count, 'payment'), money(payee.amount))}</h2>
        <button type="button" className="plain" onClick={() => void sayWhole(payee.about)}>
          {words.allWhole(name)}
        </button>
      </div>
      <p className="quiet">{words.takenOff[kind]}</p>
      {open === undefined ? null : <GrossUp key={open.record} net={{ ...open, kind }} titled onDone={opening.close} />}
      <section className="sheet flush scroll" tabIndex={0} aria-label={words.tableOf(name)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.what}</th>
              <th scope="col" className="number">
                {words.arrived}
              </th>
              <th scope="col">{words.act}</th>
            </tr>
          </thead>
          <tbody>
            {payouts.map((payout) => (
              <Payout key={payout.record} payout={payout} opener={opening.opener(`${payout.record}`)} />
            ))}
          </tbody>
        </table>
      </section>
      {payouts.length < payee.count ? <p className="quiet small">{words.more(String(payouts.length))}</p> : null}
    </section>
  );
}

interface Listed {
  readonly payout: PayoutShown;
  readonly opener: ReturnType<Opening['opener']>;
}

function Payout({ payout, opener }: Listed) {
  const on = shortDay(payout.date);
  return (
    <tr>
      <td className="figure">{on}</td>
      <td>{payout.text}</td>
      <td className="number">{money(payout.amount)}</td>
      <td>
        <span className="buttons">
          <button {...opener} className="plain" aria-label={words.restoreOf(payout.text, on)}>
            {words.restore}
          </button>
          <button
            type="button"
            className="plain"
            aria-label={words.wholeOf(payout.text, on)}
            onClick={() => void sayWhole(payout.about)}
          >
            {words.whole}
          </button>
        </span>
      </td>
    </tr>
  );
}
