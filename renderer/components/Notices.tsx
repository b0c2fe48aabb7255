/**
 * What stands in the way of a sure answer? Bank rows not sorted yet, and what the outlook itself warns of.
 */
import { useEffect, useState } from 'react';
import type { BankRowPage } from '../../shared/contract/contract.ts';
import type { Outlook } from '../../shared/rules/answers.ts';
import { overview, unsortedNotice } from '../../shared/wording/overview.ts';
import { ask, showRecords } from '../store.ts';

export function Notices({ outlook }: { readonly outlook: Outlook }) {
  const page = useUnsorted();
  const waiting = page !== undefined && page.count > 0;
  if (!waiting && outlook.problems.length === 0) return null;
  return (
    <ul className="notices">
      {waiting ? (
        <li>
          {unsortedNotice(page.count, page.moneyIn)}{' '}
          <button type="button" className="plain" onClick={() => showRecords({ tab: 'unsorted' })}>
            {overview.unsortedLink}
          </button>
        </li>
      ) : null}
      {outlook.problems.map((problem) => (
        <li key={problem.code}>{problem.text}</li>
      ))}
    </ul>
  );
}

/** How much is not sorted, asked once as the room opens. */
function useUnsorted(): BankRowPage | undefined {
  const [page, setPage] = useState<BankRowPage>();
  useEffect(() => {
    let here = true;
    void ask('rows.list', { limit: 1 }).then((reply) => {
      if (here && reply.ok) setPage(reply.value);
    });
    return () => {
      here = false;
    };
  }, []);
  return page;
}
