/** Which payments arrived after something was taken off, what were they before, and which rows move between own accounts? */
import type { Parsed, Written } from '../../shared/contract/contract.ts';
import type { GrossShown, PairShown, PayeeShown, PayoutShown, PayoutsShown } from '../../shared/contract/payouts.ts';
import { categoryOf, type SourceKind } from '../../shared/policy/categories.ts';
import { grossCite, payoutPayees, type PayoutPayee } from '../../shared/policy/payouts.ts';
import { feeCategory, grossUp, repairsCategory, type GrossAsk } from '../../shared/sorting/grossUp.ts';
import { holdsWords, payeeOf, plain } from '../../shared/sorting/payee.ts';
import { transferPairs } from '../../shared/sorting/transfers.ts';
import { taxYearOf, type TaxYear } from '../../shared/values/dates.ts';
import { nothing, sum, toPounds, type Pence } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { parseTypedMoney } from '../../shared/values/typed.ts';
import { grossWorking } from '../../shared/wording/payouts.ts';
import type { LedgerClient } from '../ledger/api.ts';
import type { StoredPayout } from '../ledger/payouts.ts';
import type { Context } from './context.ts';
import { write } from './outlook.ts';

const mostShown = 50;
const mostPaired = 5000;
const mostOffered = 5;

/** Everyone known to take something off: by name, and by what the person restored before. */
async function payeesOf(ledger: LedgerClient): Promise<readonly PayoutPayee[]> {
  const [taxed, charged] = [
    await ledger.restored('taxTakenOffTradingIncome'),
    await ledger.restored('professionalFees'),
  ];
  const named = (texts: readonly string[], kind: PayoutPayee['kind']): PayoutPayee[] =>
    [...new Set(texts.map(payeeOf))].filter((name) => name !== '').map((name) => ({ name, kind, words: [name] }));
  return [...payoutPayees, ...named(taxed, 'labour'), ...named(charged, 'rent')];
}

/** Agents take their fee from rent, and contractors their tax from work; a marketplace may pay either. */
const suits = (kind: PayoutPayee['kind'], of: SourceKind): boolean =>
  kind === 'sale' || (kind === 'rent') === (of !== 'self-employment');

/** Payments left as they arrived, by who paid them; what the person said is whole is left out. */
export async function payoutsOf(ledger: LedgerClient, year: TaxYear | null): Promise<PayoutsShown> {
  const payees = await payeesOf(ledger);
  const [found, said, sources] = await Promise.all([
    ledger.payouts(payees.flatMap(({ words }) => words)),
    ledger.answers('payout'),
    ledger.sources(),
  ]);
  const whole = new Set(said.filter(({ answer }) => answer === 'whole').map(({ about }) => about));
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  const groups = new Map<string, { readonly payee: PayoutPayee; readonly payouts: StoredPayout[] }>();
  for (const payout of found) {
    const kind = kinds.get(payout.source);
    if (year !== null && taxYearOf(payout.date) !== year) continue;
    if (kind === undefined || categoryOf(kind, payout.category)?.counts !== true) continue;
    const text = plain(payout.text);
    const payee = payees.find((p) => suits(p.kind, kind) && p.words.some((words) => holdsWords(text, words)));
    if (payee === undefined || whole.has(payee.name) || whole.has(aboutRow(payout))) continue;
    const group = groups.get(payee.name) ?? { payee, payouts: [] };
    groups.set(payee.name, group);
    group.payouts.push(payout);
  }
  const shown = [...groups.values()].map(({ payee, payouts }) => payeeShown(payee, payouts));
  const all = [...groups.values()].flatMap(({ payouts }) => payouts);
  const { title, url } = grossCite;
  return {
    payees: shown,
    cite: { title, url },
    count: all.length,
    amount: toPounds(sum(all.map(({ pence }) => pence))),
  };
}

const aboutRow = ({ row }: StoredPayout): string => `row ${row}`;

const payeeShown = ({ name, kind }: PayoutPayee, payouts: readonly StoredPayout[]): PayeeShown => ({
  name,
  kind,
  about: name,
  count: payouts.length,
  amount: toPounds(sum(payouts.map(({ pence }) => pence))),
  payouts: payouts.slice(0, mostShown).map(payoutShown),
});

function payoutShown(payout: StoredPayout): PayoutShown {
  const { record, date, text, description, source, letting, category, pence } = payout;
  const amount = toPounds(pence);
  return { record, date, text, description, source, letting, category, amount, about: aboutRow(payout) };
}

export async function listPayouts(
  { taxYear }: Parsed<'payouts.list'>,
  context: Context,
): Promise<Outcome<PayoutsShown>> {
  const books = await context.books.opened();
  return books.ok ? done(await payoutsOf(books.value.ledger, taxYear)) : books;
}

/** Remembers that it arrives whole: everything from somebody, or one payment. */
export function sayWhole({ about }: Parsed<'payouts.whole'>, context: Context): Promise<Outcome<Written<null>>> {
  return answered(context, 'payout', about, 'whole');
}

const answered = (context: Context, question: string, about: string, answer: string) =>
  write(context, ({ ledger }) => ledger.answer(context.clock.now(), { question, about, answer }));

/** What it was before something was taken off; nothing is kept. */
export async function workOutGross(ask: Parsed<'payouts.workOut'>, context: Context): Promise<Outcome<GrossShown>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const source = (await books.value.ledger.sources()).find(({ id }) => id === ask.source);
  if (source === undefined) return refuse('source-unknown', 'source', { source: ask.source });
  const net = amountOf(ask.net, 'net');
  if (!net.ok) return net;
  const meant = grossMeant(ask, source.kind);
  if (!meant.ok) return meant;
  const parts = grossUp(source.kind, net.value, meant.value);
  if (parts === undefined) return refuse('gross-impossible', ask.kind === 'labour' ? 'materials' : 'fee');
  const shown = parts.map(({ category, pence }) => ({
    category,
    categoryName: categoryOf(source.kind, category)?.name ?? category,
    amount: toPounds(pence),
  }));
  const [gross, ...takenOff] = shown.map(({ amount }) => amount);
  if (gross === undefined) throw new Error('a gross amount has a part of its own');
  return done({
    net: toPounds(net.value),
    gross,
    parts: shown,
    working: grossWorking(gross, takenOff, toPounds(net.value)),
  });
}

function grossMeant(ask: Parsed<'payouts.workOut'>, kind: SourceKind): Outcome<GrossAsk> {
  if (ask.kind === 'labour') {
    if (kind !== 'self-employment') return refuse('gross-of-property', 'kind');
    const materials = amountOf(ask.materials, 'materials');
    return materials.ok ? done({ how: 'contractor', percent: ask.percent, materials: materials.value }) : materials;
  }
  const fee = amountOf(ask.fee, 'fee');
  if (!fee.ok) return fee;
  const repairs = amountOf(ask.kind === 'rent' ? ask.repairs : '', 'repairs');
  if (!repairs.ok) return repairs;
  const repairsIn = kind === 'self-employment' ? 'maintenanceCosts' : repairsCategory;
  return done({
    how: 'amounts',
    takenOff: [
      { category: feeCategory(kind), pence: fee.value },
      { category: repairsIn, pence: repairs.value },
    ],
  });
}

function amountOf(text: string, path: string): Outcome<Pence> {
  if (text.trim() === '') return done(nothing);
  const pence = parseTypedMoney(text);
  return pence === undefined || pence < 0 ? refuse('amount-unreadable', path, { found: text }) : done(pence);
}

/** At most five pairs of rows not sorted yet that may be one move between own accounts. */
export async function listPairs(context: Context): Promise<Outcome<readonly PairShown[]>> {
  const books = await context.books.opened();
  if (!books.ok) return books;
  const { ledger } = books.value;
  const { items } = await ledger.unsorted({ after: null, limit: mostPaired, text: '' });
  const declined = new Set((await ledger.answers('transfer')).map(({ about }) => about));
  const pairs = transferPairs(items, declined).slice(0, mostOffered);
  return done(
    pairs.map(({ about, from, to }) => ({ about, amount: toPounds(to.pence), from: side(from), to: side(to) })),
  );
}

const side = ({ id, account, date, text }: PairShown['from']): PairShown['from'] => ({ id, account, date, text });

export function declinePair({ about }: Parsed<'rows.notPair'>, context: Context): Promise<Outcome<Written<null>>> {
  return answered(context, 'transfer', about, 'no');
}
