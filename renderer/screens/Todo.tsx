/**
 * What does one do next? The steps in order, then whether one may sign up or opt out, and for which years.
 */
import { useMemo } from 'react';
import type { Offer, Outlook } from '../../shared/rules/answers.ts';
import { todo } from '../../shared/wording/dates.ts';
import { taxYear } from '../../shared/wording/format.ts';
import type { LinkKey } from '../../shared/wording/links.ts';
import { StepLink } from '../components/MissingLink.tsx';
import { GuideLink } from '../components/OutLink.tsx';
import { useStore } from '../store.ts';

const guides: readonly LinkKey[] = ['check-when', 'work-out-income', 'software', 'exemption', 'penalties'];

export function Todo() {
  const outlook = useStore((known) => known.outlook);
  return outlook === undefined ? null : <Steps outlook={outlook} />;
}

function Steps({ outlook }: { readonly outlook: Outlook }) {
  const { steps, signUp } = outlook.guidance;
  const free = useMemo(() => freeToLeave(outlook), [outlook]);
  return (
    <>
      <div className="room-head">
        <h1>{todo.title}</h1>
        <p>{steps.length === 0 ? todo.none : todo.lead}</p>
      </div>
      {steps.length === 0 ? null : (
        <ol className="steps sheet">
          {steps.map((step) => (
            <li key={`${step.code} ${step.text}`}>
              <p>{step.text}</p>
              {step.link === null ? <StepLink code={step.code} /> : <GuideLink to={step.link} />}
            </li>
          ))}
        </ol>
      )}
      <div className="two-offers">
        <Offered
          title={todo.signUp}
          years={signUp.offered}
          may={todo.maySignUp}
          how={todo.signUpHow}
          none={todo.noSignUp}
          link="sign-up"
        />
        <Offered
          title={todo.optOut}
          years={free}
          may={todo.mayOptOut}
          how={todo.optOutHow}
          none={todo.noOptOut}
          link="online-services"
        />
      </div>
      <section className="section" aria-labelledby="guides">
        <h2 id="guides">{todo.guides}</h2>
        <ul className="guides">
          {guides.map((key) => (
            <li key={key}>
              <GuideLink to={key} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Years HMRC's service lets them opt out of, but for those in which they must use it by law. */
function freeToLeave({ guidance, years }: Outlook): Offer['offered'] {
  const must = new Set(years.filter((y) => y.answer === 'must-use').map((y) => y.taxYear));
  return guidance.optOut.offered.filter((year) => !must.has(year));
}

interface Offering {
  readonly title: string;
  readonly years: Offer['offered'];
  readonly may: (years: string) => string;
  readonly how: string;
  readonly none: string;
  readonly link: LinkKey;
}

/** Only the years are shown: what HMRC would call the person in each is for machines. */
function Offered({ title, years, may, how, none, link }: Offering) {
  return (
    <section className="sheet">
      <h2>{title}</h2>
      {years.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <>
          <ul className="offers">
            {years.map((year) => (
              <li key={year}>{may(taxYear(year))}</li>
            ))}
          </ul>
          <p className="quiet">{how}</p>
          <p>
            <GuideLink to={link} />
          </p>
        </>
      )}
    </section>
  );
}
