/**
 * What is the answer for each tax year, and why?
 */
import type { Outlook, YearAnswer } from '../../shared/rules/answers.ts';
import { taxYear } from '../../shared/wording/format.ts';
import { answerWords, certaintyWords, shortAnswers, testedWords } from '../../shared/wording/overview.ts';
import { Why } from './Why.tsx';

/** The year opened at first: the one the big sentence is most likely about. */
function mainYear(outlook: Outlook): YearAnswer | undefined {
  return (
    outlook.years.find((year) => year.answer === 'must-use') ??
    outlook.years.find((year) => year.taxYear === outlook.next?.decides) ??
    outlook.years[0]
  );
}

export function YearByYear({ outlook }: { readonly outlook: Outlook }) {
  const opened = mainYear(outlook);
  return (
    <ul className="years sheet">
      {outlook.years.map((year, i) => (
        <li key={year.taxYear}>
          <details open={year === opened}>
            <summary>
              <span className="year-name">{taxYear(year.taxYear)}</span>
              <span className={`year-short ${year.answer}`}>{shortAnswers[year.answer]}</span>
              <span className="year-words">
                {answerWords(year, outlook.asAt, outlook.years[i - 1])}
                <span className="small quiet">{underAnswer(year, outlook)}</span>
              </span>
            </summary>
            <Why year={year} income={outlook.incomes.find((income) => income.taxYear === year.tested?.taxYear)} />
          </details>
        </li>
      ))}
    </ul>
  );
}

function underAnswer(year: YearAnswer, outlook: Outlook): string {
  const parts = [certaintyWords(year, outlook), testedWords(year)];
  return parts.filter((part) => part !== '').join('. ');
}
