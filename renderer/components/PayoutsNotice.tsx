/**
 * Do payments stand in the books as they arrived, after something was taken off? One line on the Overview, with the way there.
 */
import { useCallback, useState } from 'react';
import type { PayoutsShown } from '../../shared/contract/payouts.ts';
import type { TaxYear } from '../../shared/values/dates.ts';
import { payoutsLink, payoutsNotice } from '../../shared/wording/payouts.ts';
import { ask, showRecords } from '../store.ts';
import { useAfterWrites } from './useAfterWrites.ts';

interface Asked {
  /** Of one tax year alone, or of all. */
  readonly taxYear?: TaxYear;
}

export function PayoutsNotice({ taxYear }: Asked) {
  const [shown, setShown] = useState<PayoutsShown>();
  const read = useCallback(() => {
    void ask('payouts.list', { taxYear: taxYear ?? null }).then((reply) =>
      reply.ok ? setShown(reply.value) : undefined,
    );
  }, [taxYear]);
  useAfterWrites(read);
  if (shown === undefined || shown.count === 0) return null;
  return (
    <p className="notice-line">
      {payoutsNotice(shown.count, shown.amount)}{' '}
      <button type="button" className="plain" onClick={() => showRecords({ tab: 'payouts' })}>
        {payoutsLink}
      </button>
    </p>
  );
}
