/**
 * When could one stop? The years that count towards it, for someone who must use it now.
 */
import type { Exit, Outlook } from '../../shared/rules/answers.ts';
import { day, money, roundMoney, taxYear } from '../../shared/wording/format.ts';
import { countsWords, leavingTable, leavingWords, overview } from '../../shared/wording/overview.ts';
import { Reasons } from './Why.tsx';

const counts = (value: boolean | null): string => {
  if (value === null) return countsWords.unknown;
  return value ? countsWords.yes : countsWords.no;
};

/** A forecast is not said as a fact. */
function incomeOf({ taxYear: year, qualifyingIncome }: Exit['counting'][number], { incomes }: Outlook): string {
  if (qualifyingIncome === null) return leavingTable.unknown;
  const isForecast = incomes.some((income) => income.taxYear === year && income.basis === 'projection');
  return isForecast ? leavingTable.likely(roundMoney(qualifyingIncome)) : money(qualifyingIncome);
}

export function Leaving({ outlook }: { readonly outlook: Outlook }) {
  const { exit } = outlook;
  if (exit.earliestFrom === null) return null;
  return (
    <section className="section" aria-labelledby="leaving">
      <h2 id="leaving">{overview.leaving}</h2>
      <div className="sheet">
        {exit.because.length === 0 ? <p>{leavingWords(day(exit.earliestFrom))}</p> : <Reasons because={exit.because} />}
        {exit.counting.length === 0 ? null : (
          <table className="narrow">
            <caption className="unseen">{leavingTable.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{leavingTable.year}</th>
                <th scope="col" className="number">
                  {leavingTable.income}
                </th>
                <th scope="col" className="number">
                  {leavingTable.amount}
                </th>
                <th scope="col">{leavingTable.counts}</th>
              </tr>
            </thead>
            <tbody>
              {exit.counting.map((year) => (
                <tr key={year.taxYear}>
                  <th scope="row">{taxYear(year.taxYear)}</th>
                  <td className="number">{incomeOf(year, outlook)}</td>
                  <td className="number">{roundMoney(year.threshold)}</td>
                  <td>{counts(year.counts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}
