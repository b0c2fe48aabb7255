/**
 * How is this table to be read: as its bank lays it out, as the person says, or as last time?
 *
 * What the person says now goes first, then what they said of files laid out the same, then a known bank's header, then a
 * guess that the file itself proves. Where nothing is certain, the person is asked.
 */
import type { ColumnMapping, MappingColumn } from '../../shared/contract/contract.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { changedSince, likeLastTime } from '../../shared/wording/bankFiles.ts';
import { summaryHeader } from '../exports/summaryCsv.ts';
import type { RawRow } from './csv.ts';
import { provenOrder } from './dateOrder.ts';
import { knownLayout } from './known.ts';
import {
  heads,
  layoutSeen,
  mappedLayout,
  plainName,
  tableHead,
  tableOf,
  type Head,
  type Layout,
  type LayoutSeen,
  type Table,
} from './layout.ts';
import { columnsShown, guessMapping, isHeader, mappingFault, type Guess } from './mapping.ts';
import { profileOf, profiles } from './profiles/all.ts';

/** Columns a person named for files laid out so. */
export interface ReadBefore {
  readonly layout: LayoutSeen;
  readonly mapping: ColumnMapping;
}
export interface LayoutAsk {
  /** The bank's layout by its id (`profiles/all.ts`), or null to find out. */
  readonly profile: string | null;
  /** Which column is which, said by the person; null to find out. */
  readonly mapping: ColumnMapping | null;
  /** How files of this account were read before, the latest first. */
  readonly before?: readonly ReadBefore[];
}

/** How the file is to be read, or what is not certain. */
export interface Found {
  /** Null: ask the person. */
  readonly layout: Layout | null;
  readonly guess: Guess;
  readonly columns: readonly MappingColumn[];
  readonly seen: LayoutSeen;
  /** What has to be said of how files of this account were read before. */
  readonly since: readonly string[];
}

/** What the person said goes first, then a known bank's header, then a guess that the file proves. */
export async function layoutFor(
  first: readonly RawRow[],
  ask: LayoutAsk,
  all: () => AsyncIterable<RawRow[]>,
): Promise<Outcome<Found>> {
  const asked = ask.profile === null ? undefined : profileOf(ask.profile);
  if (ask.profile !== null && asked === undefined) return refuse('bank-unknown', 'profile', { profile: ask.profile });
  const cut = heads(first);
  if (isOwnSummary(cut)) return refuse('bank-file-own', 'file');
  const again = ask.mapping === null && asked === undefined ? readAgain(cut, ask.before ?? []) : undefined;
  if (again !== undefined) return done(again);
  const known =
    ask.mapping === null ? knownLayout(cut, asked === undefined ? profiles : [asked], asked !== undefined) : undefined;
  if (known === undefined && asked !== undefined && ask.mapping === null)
    return refuse('bank-layout-missing', 'profile', { bank: asked.name });
  const head = cut.find((h) => h.delimiter === known?.delimiter) ?? tableHead(cut);
  if (head === undefined) return refuse('bank-file-no-rows', 'file');
  const table = known ?? tableOf(head, isHeader);
  const seen = layoutSeen(head, table);
  const since = ask.mapping === null ? sinceBefore(seen, ask.before ?? []) : [];
  const found = { columns: columnsShown(head, table), seen, since };
  if (known !== undefined) return done({ layout: known, guess: { mapping: null, doubt: null }, ...found });
  if (ask.mapping !== null) {
    const fault = mappingFault(ask.mapping, table);
    if (fault !== undefined) return refuse(`mapping-${fault}`, 'mapping');
    const guess = { mapping: ask.mapping, doubt: null };
    return done({ layout: byHand(cut, head, table, ask.mapping), guess, ...found });
  }
  const guess = await sureGuess(head, table, all);
  const sure = guess.doubt === null && guess.mapping !== null;
  return done({ layout: sure ? mappedLayout(head, table, guess.mapping) : null, guess, ...found });
}

const summaryNames = summaryHeader.map(plainName).join('\n');
/** A year's summary as it was exported here: totals, and no payments. */
const isOwnSummary = (cut: readonly Head[]): boolean =>
  cut.some(({ rows }) => rows[0]?.cells.map(plainName).join('\n') === summaryNames);

/** A file laid out as one whose columns were named before is read in the same way. */
function readAgain(cut: readonly Head[], before: readonly ReadBefore[]): Found | undefined {
  const head = before.length === 0 ? undefined : tableHead(cut);
  if (head === undefined) return undefined;
  const table = tableOf(head, isHeader);
  const seen = layoutSeen(head, table);
  const same = before.find(({ layout }) => isSame(layout, seen));
  if (same === undefined || mappingFault(same.mapping, table) !== undefined) return undefined;
  const { mapping } = same;
  const columns = columnsShown(head, table);
  return {
    layout: byHand(cut, head, table, mapping),
    guess: { mapping, doubt: null },
    columns,
    seen,
    since: [likeLastTime],
  };
}

/**
 * The layout as the person named it. Where the header is a known bank's, what nobody is asked about stays as the bank has it:
 * the row's id, whose account it is and its currency. Otherwise rows would come in twice, or another currency as pounds.
 */
function byHand(cut: readonly Head[], head: Head, table: Table, mapping: ColumnMapping): Layout {
  const layout = mappedLayout(head, table, mapping);
  const known = knownLayout(cut, profiles, false);
  if (known?.delimiter !== head.delimiter) return layout;
  const { bankId, account, sortCode, accountNumber, currency } = known.columns;
  return { ...layout, columns: { ...layout.columns, bankId, account, sortCode, accountNumber, currency } };
}

const isSame = (a: LayoutSeen, b: LayoutSeen): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Files of this account were read by columns a person named, and this one's columns are others. */
function sinceBefore(seen: LayoutSeen, [last]: readonly ReadBefore[]): readonly string[] {
  return last === undefined ? [] : [changedSince(last.layout, seen)];
}

/** A guess from the first rows; where only the order of dates is in doubt, the rest of the file is asked. */
async function sureGuess(head: Head, table: Table, all: () => AsyncIterable<RawRow[]>): Promise<Guess> {
  const guess = guessMapping(head, table);
  if (guess.doubt !== 'date-order' || guess.mapping === null) return guess;
  return guessMapping(head, table, await provenOrder(all(), head.delimiter, guess.mapping.date));
}
