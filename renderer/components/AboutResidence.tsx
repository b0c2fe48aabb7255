/**
 * In which tax years was the person resident in the UK? A tick a year, kept at once.
 */
import { useState } from 'react';
import type { ToldShown } from '../../shared/contract/told.ts';
import type { TaxYear } from '../../shared/values/dates.ts';
import { aboutYou as words } from '../../shared/wording/aboutYou.ts';
import { taxYear } from '../../shared/wording/format.ts';
import { ask } from '../store.ts';

export function AboutResidence({ told }: { readonly told: ToldShown['residence'] }) {
  const [years, setYears] = useState(told);
  const [said, setSaid] = useState('');
  const put = async (year: TaxYear, ukResident: boolean) => {
    const tick = (now: boolean) =>
      setYears((before) => before.map((y) => (y.taxYear === year ? { ...y, ukResident: now } : y)));
    setSaid('');
    tick(ukResident);
    const reply = await ask('told.save', { about: 'residence', taxYear: year, ukResident });
    if (!reply.ok) tick(!ukResident);
    setSaid(reply.ok ? words.saved : reply.problem.message);
  };
  return (
    <div className="sheet">
      <fieldset className="choices">
        <legend className="unseen">{words.residence}</legend>
        {years.map((year) => (
          <label key={year.taxYear}>
            <input
              type="checkbox"
              checked={year.ukResident}
              onChange={(event) => void put(year.taxYear, event.target.checked)}
            />
            {words.residentIn(taxYear(year.taxYear))}
          </label>
        ))}
      </fieldset>
      <p className="status" role="status">
        {said}
      </p>
    </div>
  );
}
