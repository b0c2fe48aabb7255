/**
 * What did a tax year come to? By source and by the box of the tax return, and as a file.
 */
import { useEffect, useState } from 'react';
import type { SourceSummary, YearSummary as Summary } from '../../shared/rules/yearSummary.ts';
import { taxYearOf, type TaxYear } from '../../shared/values/dates.ts';
import { count, money, taxYear } from '../../shared/wording/format.ts';
import { financeApart, summary as words } from '../../shared/wording/records.ts';
import { SelectField } from '../components/Field.tsx';
import { PayoutsNotice } from '../components/PayoutsNotice.tsx';
import { asFieldProblem, ProblemSummary, type FieldProblem } from '../components/Problems.tsx';
import { useYearOptions } from '../components/yearOptions.ts';
import { ask, saveFile, useStore } from '../store.ts';

export function YearSummary() {
  const asAt = useStore((known) => known.outlook?.asAt);
  return asAt === undefined ? null : <OfYear first={taxYearOf(asAt)} />;
}

function OfYear({ first }: { readonly first: TaxYear }) {
  const [year, setYear] = useState(first);
  const [saved, setSaved] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const totals = useSummary(year, setProblems);
  const save = async () => {
    const made = await ask('export.make', { taxYear: year, as: 'csv' });
    const kept = made.ok ? await saveFile(made.value) : made;
    setProblems(kept.ok ? [] : [asFieldProblem(kept.problem)]);
    setSaved(made.ok && kept.ok ? words.saved(made.value.name) : '');
  };
  const years = useYearOptions(first);
  return (
    <>
      <div className="room-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <ProblemSummary problems={problems} />
      <div className="row-of-fields tools">
        <SelectField
          id="summary-year"
          label={words.year}
          place="narrow-field"
          options={years}
          value={year}
          onValue={(value) => setYear(years.find((y) => y.value === value)?.value ?? year)}
        />
        <button type="button" onClick={() => void save()}>
          {words.save}
        </button>
        <p className="status" role="status">
          {saved}
        </p>
      </div>
      <PayoutsNotice taxYear={year} />
      {totals === undefined ? null : <Totals totals={totals} />}
    </>
  );
}

function useSummary(year: TaxYear, setProblems: (problems: readonly FieldProblem[]) => void): Summary | undefined {
  const [totals, setTotals] = useState<Summary>();
  useEffect(() => {
    let here = true;
    void ask('summary.read', { taxYear: year }).then((reply) => {
      if (!here) return;
      if (reply.ok) setTotals(reply.value);
      else setProblems([asFieldProblem(reply.problem)]);
    });
    return () => {
      here = false;
    };
  }, [year, setProblems]);
  return totals;
}

function Totals({ totals }: { readonly totals: Summary }) {
  if (totals.records === 0) return <p className="quiet">{words.empty}</p>;
  return (
    <>
      <p className="quiet">
        {taxYear(totals.taxYear)}. {words.records(count(totals.records, 'record'))}
      </p>
      {totals.sources.map((source) => (
        <OfSource key={source.source} source={source} />
      ))}
    </>
  );
}

function OfSource({ source }: { readonly source: SourceSummary }) {
  return (
    <section className="section sheet" aria-labelledby={`summary-${source.source}`}>
      <h2 id={`summary-${source.source}`}>{source.name}</h2>
      <dl className="figures">
        <div>
          <dt>{words.income}</dt>
          <dd>{money(source.income)}</dd>
        </div>
        <div>
          <dt>{words.expenses}</dt>
          <dd>{money(source.expenses)}</dd>
        </div>
        {source.residentialFinance !== null && (
          <div>
            <dt>{financeApart}</dt>
            <dd>{money(source.residentialFinance)}</dd>
          </div>
        )}
      </dl>
      {source.boxes.length === 0 ? (
        <p className="quiet">{words.noneOfSource}</p>
      ) : (
        <table>
          <caption className="unseen">{words.tableOf(source.name)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.box}</th>
              <th scope="col">{words.category}</th>
              <th scope="col" className="number">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {source.boxes.map((box) => (
              <tr key={box.category}>
                <td className="box-number">
                  {box.form} {box.box ?? <span className="quiet">{words.noBox}</span>}
                </td>
                <th scope="row">{box.name}</th>
                <td className="number">{money(box.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
