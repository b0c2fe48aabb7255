/**
 * What has lateness cost so far, by what was told? Points, charges and tax paid late; nothing where there is nothing.
 */
import type { Penalties } from '../../shared/rules/answers.ts';
import { lateness } from '../../shared/wording/dates.ts';
import { day, money, taxYear } from '../../shared/wording/format.ts';
import { GuideLink } from './OutLink.tsx';

export function Lateness({ penalties }: { readonly penalties: Penalties }) {
  const { points, threshold, charges, latePayment } = penalties;
  if (points.length + charges.length + latePayment.length === 0) return null;
  return (
    <section className="section" aria-labelledby="lateness">
      <h2 id="lateness">{lateness.title}</h2>
      <div className="sheet lateness">
        {points.length === 0 ? null : <p>{lateness.points(points.length, threshold)}</p>}
        <ul className="bullets">
          {points.map((p) => (
            <li key={p.dueOn}>{lateness.point(day(p.dueOn), p.expiresOn === null ? null : day(p.expiresOn))}</li>
          ))}
          {charges.map((c) => (
            <li key={`charge ${c.for}`}>{lateness.charge(money(c.amount), day(c.for))}</li>
          ))}
          {latePayment.map((late) => (
            <li key={late.taxYear}>
              {lateness.paid(money(late.amount), taxYear(late.taxYear))}
              <ul className="bullets small">
                {late.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        <p className="small quiet">{lateness.rests}</p>
        <GuideLink to="penalties" />
      </div>
    </section>
  );
}
