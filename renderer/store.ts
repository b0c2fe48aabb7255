/**
 * What does the window know, and how does it ask for more?
 *
 * One store holds what main last answered; nothing is worked out here. Every write answers with the outlook that now
 * holds, and `ask` puts it in place.
 */
import { create } from 'zustand';
import type {
  Answered,
  AppState,
  FileMade,
  Input,
  OperationName,
  Reply,
  SourceShown,
  WordedProblem,
  Written,
} from '../shared/contract/contract.ts';
import type { ExampleName } from '../shared/contract/examples.ts';
import type { Settings } from '../shared/contract/settings.ts';
import type { Outlook } from '../shared/rules/answers.ts';
import type { TaxYear } from '../shared/values/dates.ts';
import { rooms, type Room } from '../shared/wording/rooms.ts';
import { openBridge } from './bridge.ts';

/** What Records shows: set by its own filters, or by a figure elsewhere that opens its rows. */
export interface RecordsView extends RecordFilters {
  readonly tab: 'recorded' | 'unsorted' | 'payouts';
}
/** What must fit a record for it to be shown; null and '' are no filter. */
export interface RecordFilters {
  readonly taxYear: TaxYear | null;
  readonly quarter: number | null;
  readonly source: string | null;
  readonly letting: string | null;
  /** Amounts as typed. */
  readonly least: string;
  readonly most: string;
  readonly from: 'bank' | 'typed' | null;
  readonly attached: boolean | null;
  readonly text: string;
}

/** A copy somebody may want back: where it comes from, and what it is called in a sentence. */
export interface CopyChosen {
  readonly from: Input<'backups.restore'>['from'];
  readonly name: string;
}

/** What somebody may want removed for good, what it is called in a sentence, and the element that has the focus after. */
export interface ForGoodAsked {
  readonly of: Input<'history.forGood'>['of'];
  readonly what: string;
  readonly back: string;
}

interface Known {
  /** Undefined until main has answered. */
  readonly app: AppState | undefined;
  readonly outlook: Outlook | undefined;
  readonly sources: readonly SourceShown[];
  readonly room: Room;
  readonly records: RecordsView;
  /** The file Import is about: chosen there, or dropped anywhere on the window. */
  readonly file: File | undefined;
  /** The field another room sent the reader to: taken there once it is on the page. */
  readonly field: string | undefined;
  /** How often something was written: what shows rows reads them again. */
  readonly writes: number;
  /** How often something was undone or done again. */
  readonly steps: number;
  /** What was just done, and how many steps back would undo it; 0: nothing to offer. */
  readonly toast: { readonly message: string; readonly undo: number } | undefined;
  readonly appearance: Settings['appearance'];
  /** Whether a key by itself, such as ?, does something. */
  readonly singleKeys: boolean;
  /** What lies over the room. */
  readonly over: 'keys' | 'palette' | ForGoodAsked | undefined;
  /** Whether the three questions are being asked. */
  readonly starting: boolean;
  /** How often books were entered: the second time and after, somebody asked for it. */
  readonly entered: number;
  /** The copy it is asked about whether it should take the place of the books. */
  readonly copy: CopyChosen | undefined;
  /** What a restore just now put aside: the name it is kept under. */
  readonly replaced: string | null;
  /** Something the whole window has to say: the app cannot be reached. */
  readonly trouble: WordedProblem | undefined;
}

export const noFilters: RecordFilters = {
  taxYear: null,
  quarter: null,
  source: null,
  letting: null,
  least: '',
  most: '',
  from: null,
  attached: null,
  text: '',
};
const allRecords: RecordsView = { tab: 'recorded', ...noFilters };
const isRoom = (name: string): name is Room => rooms.some((room) => room === name);
const roomInAddress = (): Room => {
  const named = location.hash.slice(1);
  return isRoom(named) ? named : 'overview';
};

export const useStore = create<Known>()(() => ({
  app: undefined,
  outlook: undefined,
  sources: [],
  room: roomInAddress(),
  records: allRecords,
  file: undefined,
  field: undefined,
  writes: 0,
  steps: 0,
  toast: undefined,
  appearance: 'system',
  singleKeys: true,
  over: undefined,
  starting: false,
  entered: 0,
  copy: undefined,
  replaced: null,
  trouble: undefined,
}));

const bridge = openBridge(isRoom);

const isWritten = (value: unknown): value is Written<unknown> =>
  typeof value === 'object' && value !== null && 'done' in value && 'outlook' in value;

function noteTrouble<T>(reply: Reply<T>): Reply<T> {
  if (!reply.ok && (reply.problem.code === 'app-unreachable' || reply.problem.code === 'not-let-in'))
    useStore.setState({ trouble: reply.problem });
  return reply;
}

/** Asks main. A write's outlook takes the place of the old one before this resolves. */
export async function ask<N extends OperationName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Reply<Answered<N>>> {
  const reply = noteTrouble(await bridge.call(name, input, signal));
  const value: unknown = reply.ok ? reply.value : undefined;
  if (isWritten(value)) useStore.setState((known) => ({ outlook: value.outlook, writes: known.writes + 1 }));
  return reply;
}

export const sendFile = async (file: File) => noteTrouble(await bridge.sendFile(file));
export const readFile = async (made: FileMade) => noteTrouble(await bridge.readFile(made));
export const saveFile = async (made: FileMade) => noteTrouble(await bridge.saveFile(made));

/** Reads what the window opens with: which books, their sources and their outlook. */
export async function openBooks(): Promise<void> {
  const app = await ask('app.state', {});
  if (app.ok) return enterBooks(app.value);
  return useStore.setState({ trouble: app.problem });
}

/** Takes the books just opened into the window, all at once, so that no room ever shows two books mixed. */
export async function enterBooks(app: AppState): Promise<void> {
  const entered = useStore.getState().entered + 1;
  if (app.books === 'none') return useStore.setState({ app, entered, outlook: undefined, sources: [] });
  const [outlook, sources] = await Promise.all([ask('outlook.read', {}), ask('sources.list', {})]);
  if (!outlook.ok) return useStore.setState({ trouble: outlook.problem });
  if (!sources.ok) return useStore.setState({ trouble: sources.problem });
  const { value } = outlook;
  useStore.setState({ app, entered, outlook: value, sources: sources.value, records: allRecords, starting: false });
}

/** Reads the sources again, after one was added. */
export async function readSources(): Promise<void> {
  const sources = await ask('sources.list', {});
  if (sources.ok) useStore.setState({ sources: sources.value });
}

export async function openExample(name?: ExampleName): Promise<Reply<AppState>> {
  const reply = await ask('books.example', name === undefined ? {} : { name });
  if (reply.ok) await enterBooks(reply.value);
  return reply;
}

/** Back to the person's own books. */
export async function openOwn(): Promise<Reply<AppState>> {
  const reply = await ask('books.own', {});
  if (reply.ok) await enterBooks(reply.value);
  return reply;
}

/** Goes to a room; the address follows, so that Back works. */
export function goTo(room: Room): void {
  if (location.hash === `#${room}`) useStore.setState({ room });
  else location.hash = room;
}

/** Opens Records on the rows meant. */
export function showRecords(view: Partial<RecordsView>): void {
  useStore.setState({ records: { ...allRecords, ...view } });
  goTo('records');
}

/** Says what was done; `undo` is how many steps back would undo it. */
export function say(message: string, undo = 0): void {
  useStore.setState({ toast: { message, undo } });
}

export function hush(): void {
  useStore.setState({ toast: undefined });
}

export function layOver(over: Known['over']): void {
  useStore.setState({ over });
}

/** Names the field to go to next; undefined once the reader is there. */
export function showField(field: string | undefined): void {
  useStore.setState({ field });
}

export function narrowRecords(view: Partial<RecordsView>): void {
  useStore.setState((known) => ({ records: { ...known.records, ...view } }));
}

export function chooseFile(file: File | undefined): void {
  useStore.setState({ file });
}

export function setStarting(starting: boolean): void {
  useStore.setState({ starting });
}

/** Follows the address: call once, gives back how to stop. */
export function followAddress(): () => void {
  const follow = () => useStore.setState({ room: roomInAddress() });
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}
