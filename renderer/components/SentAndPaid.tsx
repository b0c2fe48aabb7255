/**
 * What was told of returns sent and payments made, and was any of it told by mistake?
 */
import type { ToldShown } from '../../shared/contract/told.ts';
import { obligationName } from '../../shared/wording/dates.ts';
import { day, money, taxYear } from '../../shared/wording/format.ts';
import { takingBack as words } from '../../shared/wording/takingBack.ts';
import { TakeBack } from './TakeBack.tsx';

interface Shown {
  readonly told: ToldShown;
  readonly onSaved: () => void;
}

/** Nothing while nothing was told. */
export function SentAndPaid({ told, onSaved }: Shown) {
  const { filings, payments } = told;
  if (filings.length + payments.length === 0) return null;
  return (
    <section className="section about-part" aria-labelledby="about-sent">
      <h2 id="about-sent" tabIndex={-1}>
        {words.sentAndPaid}
      </h2>
      <p className="quiet">{words.sentAndPaidHint}</p>
      <ul className="told-list">
        {filings.map((f) => {
          const what = words.filed(obligationName(f), taxYear(f.taxYear), f.sentOn === null ? null : day(f.sentOn));
          return (
            <li key={JSON.stringify(f)}>
              <span>{what}</span>
              <TakeBack removal={{ about: 'filing', ...f }} what={what} onDone={onSaved} />
            </li>
          );
        })}
        {payments.map(({ taxYear: year, due, amount, paidOn }) => {
          const what = words.paid(money(amount), day(due), paidOn === null ? null : day(paidOn));
          return (
            <li key={`${year} ${due} ${paidOn} ${amount}`}>
              <span>{what}</span>
              <TakeBack removal={{ about: 'payment', taxYear: year, due, paidOn }} what={what} onDone={onSaved} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
