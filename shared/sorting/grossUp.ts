/**
 * What was it before something was taken off? Gross less what was taken off is what arrived, to the penny.
 *
 * Where the person knows what was taken off, it is added back. Where a contractor took tax off the labour, the labour is
 * worked out from what arrived: £800.00 with 20% taken off was £1,000.00. Materials are paid in full and count as sales.
 */
import { mainIncome, type SourceKind } from '../policy/categories.ts';
import { asPence, rounded, scaled, type Pence } from '../values/money.ts';

export interface TakenOff {
  readonly category: string;
  readonly pence: Pence;
}
export type GrossAsk =
  | { readonly how: 'amounts'; readonly takenOff: readonly TakenOff[] }
  | { readonly how: 'contractor'; readonly percent: number; readonly materials: Pence };

/**
 * The income and what was taken off it, each positive in its own direction; undefined where they cannot be: nothing
 * arrived, nothing was taken off, materials of more than what arrived. What is nil is left out.
 *
 * `grossUp('self-employment', 80_000, { how: 'contractor', percent: 20, materials: 0 })` is turnover of 100_000 and
 * taxTakenOffTradingIncome of 20_000.
 */
export function grossUp(kind: SourceKind, net: Pence, ask: GrossAsk): readonly TakenOff[] | undefined {
  if (net <= 0) return undefined;
  const takenOff = ask.how === 'amounts' ? ask.takenOff : contractorTax(net, ask);
  const given = takenOff?.filter(({ pence }) => pence !== 0) ?? [];
  if (given.length === 0 || given.some(({ pence }) => pence < 0)) return undefined;
  const gross = asPence(given.reduce<number>((sum, { pence }) => sum + pence, net));
  return [{ category: mainIncome(kind), pence: gross }, ...given];
}

function contractorTax(
  net: Pence,
  { percent, materials }: Extract<GrossAsk, { how: 'contractor' }>,
): readonly TakenOff[] | undefined {
  const paid = asPence(net - materials);
  if (materials < 0 || paid <= 0 || percent <= 0 || percent >= 100) return undefined;
  const labour = rounded(scaled(paid, 100, 100 - percent), 'half-up');
  return [{ category: 'taxTakenOffTradingIncome', pence: asPence(labour - paid) }];
}

/** Where fees and repairs taken off on the way belong, by kind of source. */
export const feeCategory = (kind: SourceKind): string =>
  kind === 'self-employment' ? 'financeCharges' : 'professionalFees';
export const repairsCategory = 'repairsAndMaintenance';
