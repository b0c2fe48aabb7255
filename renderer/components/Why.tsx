/**
 * Why is that the answer? The reasons with where they stand, the arithmetic, what was not counted and what is missing.
 */
import type { Income, IncomeBasis, Reason, Working, YearAnswer } from '../../shared/rules/answers.ts';
import { taxYearOf } from '../../shared/values/dates.ts';
import { money, period, taxYear } from '../../shared/wording/format.ts';
import {
  asItStood,
  basisWords,
  isCompared,
  otherWays,
  overview,
  sumWords,
  workingWords,
} from '../../shared/wording/overview.ts';
import { showRecords, useStore } from '../store.ts';
import { MissingLink } from './MissingLink.tsx';
import { CiteLink } from './OutLink.tsx';

interface Asked {
  readonly year: YearAnswer;
  readonly income: Income | undefined;
}

export function Why({ year, income }: Asked) {
  return (
    <div className="why">
      {year.missing.length === 0 ? null : (
        <>
          <h3>{overview.missing}</h3>
          <ul className="bullets">
            {year.missing.map((m) => (
              <li key={`${m.code} ${m.source ?? ''} ${m.taxYear ?? ''}`}>
                {m.text} <MissingLink missing={m} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{overview.why}</h3>
      <Reasons because={year.because} />
      {income === undefined || income.workings.length === 0 || !isCompared(year) ? null : (
        <Workings income={income} tested={year.tested} />
      )}
    </div>
  );
}

export function Reasons({ because }: { readonly because: readonly Reason[] }) {
  if (because.length === 0) return <p className="quiet">{overview.noReasons}</p>;
  return (
    <ul className="reasons">
      {because.map((reason) => (
        <li key={`${reason.code} ${reason.text}`}>
          {reason.text} <CiteLink cite={reason.cite} />
        </li>
      ))}
    </ul>
  );
}

function Workings({ income, tested }: { readonly income: Income; readonly tested: YearAnswer['tested'] }) {
  const stood = asItStood(income, tested);
  const sum = sumWords(income);
  const scaled = income.workings.some((w) => w.used === 'months' || w.used === 'days');
  const amount = money(income.qualifyingIncome);
  return (
    <>
      <h3>{overview.workings}</h3>
      {stood === null ? null : <p>{stood}</p>}
      <p>{overview.incomeOf(taxYear(income.taxYear), amount, basisWords[income.basis], scaled)}</p>
      <ul className="workings">
        {income.workings.map((working) => (
          <WorkingLine key={`${working.source} ${working.period.from}`} working={working} basis={income.basis} />
        ))}
      </ul>
      {sum === null ? null : <p className="sum">{sum}</p>}
      <Without ids={income.without} />
      {income.leftOut.length === 0 ? null : (
        <>
          <h3>{overview.leftOut}</h3>
          <ul className="reasons">
            {income.leftOut.map((left) => (
              <li key={`${left.what} ${left.amount}`}>
                {left.what}, {money(left.amount)}. {left.why} <CiteLink cite={left.cite} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Without({ ids }: { readonly ids: readonly string[] }) {
  const sources = useStore((known) => known.sources);
  if (ids.length === 0) return null;
  const names = ids.map((id) => sources.find((s) => s.id === id)?.name ?? id);
  return <p className="small quiet">{overview.without(names.join(', '))}</p>;
}

function WorkingLine({ working, basis }: { readonly working: Working; readonly basis: IncomeBasis }) {
  const name = useStore((known) => known.sources.find((s) => s.id === working.source)?.name ?? working.source);
  const { rows } = working;
  return (
    <li>
      <strong>{name}</strong> <span className="small quiet">{period(working.period)}</span>
      <p className="sum">{workingWords(working, basis)}</p>
      {otherWays(working).map((way) => (
        <p key={way} className="small quiet">
          {way}
        </p>
      ))}
      {rows === null ? null : (
        <button
          type="button"
          className="plain small"
          onClick={() => showRecords({ taxYear: taxYearOf(rows.from), source: rows.source })}
        >
          {overview.rowsLink}
        </button>
      )}
    </li>
  );
}
