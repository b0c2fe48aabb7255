/**
 * How does the person report, as they would say it themselves? This tax year and the next.
 */
import { useState } from 'react';
import type { Reporting } from '../../shared/contract/told.ts';
import type { TaxYear } from '../../shared/values/dates.ts';
import { aboutYou as words, reportingWords } from '../../shared/wording/aboutYou.ts';
import { taxYear } from '../../shared/wording/format.ts';
import { AboutForm } from './AboutForm.tsx';
import { Choices } from './Field.tsx';

const isReporting = (text: string): text is Reporting => Object.hasOwn(reportingWords, text);
const options = Object.keys(reportingWords)
  .filter(isReporting)
  .map((value) => ({ value, label: reportingWords[value] }));

export function AboutReporting({ year, told }: { readonly year: TaxYear; readonly told: Reporting }) {
  const [said, setSaid] = useState<Reporting>(told);
  const id = `reporting-${year}`;
  return (
    <AboutForm
      id={id}
      title={words.reportingFor(taxYear(year))}
      button={words.save}
      entry={{ about: 'reporting', taxYear: year, said }}
    >
      {() => (
        <Choices
          id={`${id}-said`}
          legend={words.reportingFor(taxYear(year))}
          options={options}
          value={said}
          onValue={(value) => setSaid(isReporting(value) ? value : said)}
          unseenLegend
        />
      )}
    </AboutForm>
  );
}
