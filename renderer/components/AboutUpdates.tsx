/**
 * Which quarterly updates have been sent, and what income did each say? Those told, and one more.
 */
import { useState } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import type { UpdateShown } from '../../shared/contract/told.ts';
import { taxYearOf, type PlainDate } from '../../shared/values/dates.ts';
import { aboutYou as words } from '../../shared/wording/aboutYou.ts';
import { day, money, taxYear } from '../../shared/wording/format.ts';
import { AboutForm } from './AboutForm.tsx';
import { MoneyField, SelectField, TextField } from './Field.tsx';
import { problemOf } from './Problems.tsx';
import { sourcesIn } from './returnForm.ts';
import { TakeBack } from './TakeBack.tsx';
import { yearOptions } from './yearOptions.ts';

const quarters = [1, 2, 3, 4] as const;
const quarterOptions = quarters.map((n) => ({ value: String(n), label: words.quarterName(n) }));

interface Asked {
  readonly told: readonly UpdateShown[];
  readonly sources: readonly SourceShown[];
  readonly asAt: PlainDate;
  readonly onSaved: () => void;
}

export function AboutUpdates({ told, sources, asAt, onSaved }: Asked) {
  const years = yearOptions(taxYearOf(asAt));
  const [year, setYear] = useState(taxYearOf(asAt));
  const [quarter, setQuarter] = useState<(typeof quarters)[number]>(1);
  const [sent, setSent] = useState('');
  const [gross, setGross] = useState<Readonly<Record<string, string>>>({});
  const having = sourcesIn(sources, year);
  const amounts = having.map((s) => ({ source: s.id, amount: gross[s.id] ?? '' }));
  const save = () => {
    setSent('');
    setGross({});
    onSaved();
  };
  return (
    <>
      <Given told={told} sources={sources} onSaved={onSaved} />
      <details className="aside">
        <summary>{words.newUpdate}</summary>
        <AboutForm
          id="update"
          title={words.newUpdate}
          button={words.addUpdate}
          entry={{ about: 'update', taxYear: year, quarter, sent, amounts }}
          onSaved={save}
        >
          {(problems) => (
            <>
              <div className="row-of-fields">
                <SelectField
                  id="update-year"
                  label={words.updateYear}
                  options={years}
                  value={year}
                  onValue={(value) => setYear(years.find((y) => y.value === value)?.value ?? year)}
                />
                <SelectField
                  id="update-quarter"
                  label={words.quarter}
                  options={quarterOptions}
                  value={String(quarter)}
                  onValue={(value) => setQuarter(quarters.find((q) => String(q) === value) ?? quarter)}
                />
              </div>
              <TextField
                id="update-sent"
                label={words.sent}
                hint={words.submittedHint}
                width="w-date"
                value={sent}
                onValue={setSent}
                problem={problemOf(problems, 'update-sent')}
              />
              {having.map((source, n) => (
                <MoneyField
                  key={source.id}
                  id={`update-amounts-${n}-amount`}
                  label={words.gross(source.name)}
                  width="w-money"
                  value={gross[source.id] ?? ''}
                  onValue={(value) => setGross((before) => ({ ...before, [source.id]: value }))}
                  problem={problemOf(problems, `update-amounts-${n}-amount`)}
                />
              ))}
            </>
          )}
        </AboutForm>
      </details>
    </>
  );
}

function Given({ told, sources, onSaved }: Pick<Asked, 'told' | 'sources' | 'onSaved'>) {
  if (told.length === 0) return <p className="quiet">{words.noUpdates}</p>;
  return (
    <ul className="told-list">
      {told.map(({ taxYear: year, quarter, sentOn, lines }) => {
        const what = words.updateLine(quarter, taxYear(year), day(sentOn));
        return (
          <li key={`${year} ${quarter} ${sentOn}`}>
            <span>
              {what}:{' '}
              {lines
                .map((l) => `${sources.find((s) => s.id === l.source)?.name ?? l.source} ${money(l.gross)}`)
                .join(', ')}
            </span>
            <TakeBack removal={{ about: 'update', taxYear: year, quarter, sentOn }} what={what} onDone={onSaved} />
          </li>
        );
      })}
    </ul>
  );
}
