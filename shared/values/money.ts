/**
 * How much is it, exactly?
 *
 * Money is integer pence. Pounds, as text with up to two decimals, exist on glass and in files. An amount that a division
 * made is kept as an exact fraction until it is shown: thresholds compare the fraction, never a rounded figure.
 */
declare const ofMoney: unique symbol;

/** Integer pence, at most £99,999,999,999.99 either way (HMRC's own limit), so sums of a thousand still fit a double. */
export type Pence = number & { readonly [ofMoney]: true };
/** Pounds as text, two decimals, no sign but a minus: `"52000.00"`. */
export type Pounds = string;

export const most = 9_999_999_999_999;
export const nothing = 0 as Pence;

const poundsText = /^-?\d{1,11}(\.\d{1,2})?$/;

/** Pence from a whole number that is known to be one; throws otherwise, because that is our mistake and not a person's. */
export function asPence(value: number): Pence {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole pence: ${value}`);
  return (value === 0 ? 0 : value) as Pence;
}

/** `parsePounds('52000.5')` is 5200050; undefined for anything but digits, at most two decimals and a leading minus. */
export function parsePounds(text: string): Pence | undefined {
  if (!poundsText.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point === -1) return asPence(Number(text) * 100);
  const digits = text.slice(0, point) + text.slice(point + 1);
  return asPence(Number(text.length - point === 2 ? `${digits}0` : digits));
}

/** `toPounds(-123)` is `"-1.23"`. */
export function toPounds(value: Pence): Pounds {
  const size = Math.abs(value);
  const rest = size % 100;
  return `${value < 0 ? '-' : ''}${(size - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

/** The sum in pence; `sum([])` is nil. */
export function sum(values: Iterable<Pence>): Pence {
  let total = 0;
  for (const value of values) total += value;
  return asPence(total);
}

/** Exact pence as a fraction: what a division of money gives before anybody rounds it. `per` is always positive. */
export interface Fraction {
  readonly pence: bigint;
  readonly per: bigint;
}

export const whole = (value: Pence): Fraction => ({ pence: BigInt(value), per: 1n });

/** `scaled(26000_00, 12, 6)` is exactly £52,000. Throws on a nil divisor. */
export function scaled(value: Pence, times: number, by: number): Fraction {
  if (by <= 0) throw new RangeError(`cannot divide by ${by}`);
  return { pence: BigInt(value) * BigInt(times), per: BigInt(by) };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.per === b.per) return { pence: a.pence + b.pence, per: a.per };
  return { pence: a.pence * b.per + b.pence * a.per, per: a.per * b.per };
}

/** Is `a` more than `b`, exactly? Equal is not more. */
export function isMore(a: Fraction, b: Pence): boolean {
  return a.pence > BigInt(b) * a.per;
}

/** Is `a` less than `b`, exactly? Equal is not less. */
export function isLess(a: Fraction, b: Pence): boolean {
  return a.pence < BigInt(b) * a.per;
}

/** Is one exact amount more than another? A third of £1.00 is not more than two sixths of it. */
export function exceeds(a: Fraction, b: Fraction): boolean {
  return a.pence * b.per > b.pence * a.per;
}

/** What `a` exceeds `b` by, exactly; negative when it does not. */
export function excess(a: Fraction, b: Pence): Fraction {
  return { pence: a.pence - BigInt(b) * a.per, per: a.per };
}

export type Rounding = 'half-up' | 'half-away-from-zero';

/**
 * The one place where money is divided and rounded. `rounded(scaled(2500000, 365, 182))` is 5013736; half a penny
 * less than nothing is nil by `half-up` and a penny less by `half-away-from-zero`. decimal.js is the test's oracle.
 */
export function rounded({ pence, per }: Fraction, how: Rounding = 'half-up'): Pence {
  if (per === 1n) return asPence(Number(pence));
  const twice = 2n * pence;
  if (how === 'half-up') return asPence(Number(floored(twice + per, 2n * per)));
  return asPence(Number((pence < 0n ? twice - per : twice + per) / (2n * per)));
}

/** Division of whole numbers goes towards nil; this one goes down. */
function floored(value: bigint, by: bigint): bigint {
  const cut = value / by;
  return value < 0n && cut * by !== value ? cut - 1n : cut;
}

/** Decimal pounds of a fraction, to as many places as asked (at least one), cut and not rounded: shows on which side of a threshold it falls. */
export function exactPounds({ pence, per }: Fraction, places: number): string {
  const digits = (((pence < 0n ? -pence : pence) * 10n ** BigInt(places)) / (per * 100n))
    .toString()
    .padStart(places + 1, '0');
  return `${pence < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A person's share of a property: `{ of: 1, in: 3 }` is a third, kept as a fraction so that thirds add up. */
export interface Share {
  readonly of: number;
  readonly in: number;
}
export const wholeShare: Share = { of: 1, in: 1 };

const shareFraction = /^(\d{1,6})\/(\d{1,6})$/;
const shareDecimal = /^(0|1)?(?:\.(\d{1,6}))?$/;

/** `"0.5"`, `"1/3"` or `"1"`; undefined for nil, for more than a whole and for anything else. */
export function parseShare(text: string): Share | undefined {
  const fraction = shareFraction.exec(text);
  if (fraction !== null) return lowest(Number(fraction[1]), Number(fraction[2]));
  const decimal = shareDecimal.exec(text);
  if (decimal === null || text === '') return undefined;
  return lowest(Math.round(Number(text) * 1_000_000), 1_000_000);
}

function lowest(of: number, within: number): Share | undefined {
  if (of <= 0 || within <= 0 || of > within) return undefined;
  let [a, b] = [of, within];
  while (b !== 0) [a, b] = [b, a % b];
  return { of: of / a, in: within / a };
}

/** Own pence: the person's share, rounded once, half away from zero. Half of £0.01 is £0.01; half of −£0.01 is −£0.01. */
export function ownShare(value: Pence, share: Share): Pence {
  return rounded(scaled(value, share.of, share.in), 'half-away-from-zero');
}
