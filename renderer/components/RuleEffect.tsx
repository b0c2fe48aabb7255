/**
 * What would a rule do? In a sentence or two, and the rows as they are and would be.
 */
import type { RuleEffectShown } from '../../shared/contract/rules.ts';
import { money, shortDay } from '../../shared/wording/format.ts';
import { effectWords, rulesWords as words } from '../../shared/wording/rules.ts';

export function RuleEffect({ effect }: { readonly effect: RuleEffectShown }) {
  return (
    <>
      {effectWords(effect).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {effect.sample.length === 0 ? null : (
        <section className="flush scroll effect" tabIndex={0} aria-label={words.previewTitle}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.date}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.was}</th>
                <th scope="col">{words.becomes}</th>
                <th scope="col" className="number">
                  {words.amount}
                </th>
              </tr>
            </thead>
            <tbody>
              {effect.sample.map((row) => (
                <tr key={row.id}>
                  <td className="figure">{shortDay(row.date)}</td>
                  <td>{row.text}</td>
                  <td>{row.was}</td>
                  <td>{row.becomes}</td>
                  <td className="number">{money(row.amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
