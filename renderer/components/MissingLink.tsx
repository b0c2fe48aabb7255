/**
 * Where is what is missing to be given? Each missing thing, and each step that asks for one, leads to its field.
 */
import type { Missing } from '../../shared/rules/answers.ts';
import { overview } from '../../shared/wording/overview.ts';
import { showField } from '../store.ts';

export function MissingLink({ missing }: { readonly missing: Missing }) {
  const { code, taxYear } = missing;
  if (code === 'sources') return <a href="#sources">{overview.sourcesHere}</a>;
  if (code === 'records' || code === 'fourth-update') return <a href="#records">{overview.recordHere}</a>;
  if (!code.startsWith('tax-return') && code !== 'notice') return null;
  return (
    <a href="#about" onClick={() => showField(taxYear === null ? undefined : `return-${taxYear}-state`)}>
      {overview.tellHere}
    </a>
  );
}

export function StepLink({ code }: { readonly code: string }) {
  if (code === 'send-overdue-updates') return <a href="#dates">{overview.datesHere}</a>;
  if (code === 'add-sources') return <a href="#sources">{overview.sourcesHere}</a>;
  if (tellsReturn.has(code)) return <a href="#about">{overview.tellHere}</a>;
  return adds.has(code) ? <a href="#records">{overview.recordHere}</a> : null;
}

const tellsReturn: ReadonlySet<string> = new Set([
  'tell-return',
  'tell-notice',
  'send-overdue-return',
  'send-overdue-returns',
]);
const adds: ReadonlySet<string> = new Set(['add-records', 'complete-year', 'finish-records', 'nothing-recorded']);
