/**
 * Which books are open: the person's own, the example, or none yet?
 *
 * One ledger is open at a time. The person's own books open by themselves at the first question; going to others opens
 * those first and closes the ones before, so a refusal leaves everything as it was.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ExampleName } from '../../shared/contract/examples.ts';
import type { Keeping } from '../../shared/contract/keeping.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import type { Clock } from '../clock.ts';
import { examples } from '../examples/all.ts';
import type { LedgerClient } from '../ledger/api.ts';
import { openLedger } from '../ledger/client.ts';
import { copyJob } from '../ledger/copies.ts';
import type { Restored } from '../ledger/restore.ts';
import type { BookPaths } from './folder.ts';
import { makeLedger, type Fill } from './newLedger.ts';
import { safekeeping } from './safekeeping.ts';

export interface OpenBooks {
  readonly which: 'own' | 'example';
  readonly ledger: LedgerClient;
  /** The name of the example; null for a person's own books. */
  readonly example: string | null;
  /** The day answers are for: today, or the day the example is seen from. */
  asAt(): PlainDate;
}
export interface Books {
  /** The books open now, or undefined if the person has none yet. */
  current(): Promise<Outcome<OpenBooks | undefined>>;
  /** The same, but having none is refused. */
  opened(): Promise<Outcome<OpenBooks>>;
  hasOwn(): boolean;
  goToOwn(): Promise<Outcome<OpenBooks>>;
  /** Makes the example's ledger first, if it is not there. */
  goToExample(name: ExampleName): Promise<Outcome<OpenBooks>>;
  /** Makes the person's own ledger, filled, and opens it. Books that are there already are never replaced. */
  start(fill: Fill): Promise<Outcome<OpenBooks>>;
  /** How the open books are kept; null while none are open. */
  keeping(): Keeping | null;
  /** Checks the open books again, in the background. */
  check(): void;
  /** Where the person's own books lie, and where they are copied to. */
  readonly paths: BookPaths;
  /** Puts the books of a copy in the place of the person's own, and opens them. What was there is kept under another name. */
  restore(from: string, passphrase: string | null): Promise<Outcome<Restored & { readonly books: OpenBooks }>>;
  /** Copies the open books first, if they are the person's own and changed since the last copy. */
  beforeImport(): Promise<void>;
  close(): Promise<void>;
}

export function openBooks(paths: BookPaths, clock: Clock): Books {
  let open: OpenBooks | undefined;
  let openPath: string | undefined;
  const keep = safekeeping(clock);
  const backupsOf = (path: string): string | null => (path === paths.own ? paths.backups : null);

  async function goTo(path: string): Promise<Outcome<OpenBooks>> {
    if (open !== undefined && openPath === path) {
      keep.begin(path, backupsOf(path), open.ledger);
      return done(open);
    }
    const next = await booksAt(path, clock);
    if (!next.ok) return next;
    await open?.ledger.close();
    [open, openPath] = [next.value, path];
    keep.begin(path, backupsOf(path), next.value.ledger);
    return next;
  }
  const current = async (): Promise<Outcome<OpenBooks | undefined>> =>
    existsSync(openPath ?? paths.own) ? goTo(openPath ?? paths.own) : done(open);
  const close = async (): Promise<void> => {
    await keep.settled();
    await open?.ledger.close();
    [open, openPath] = [undefined, undefined];
  };
  return {
    current,
    opened: async () => {
      const found = await current();
      if (!found.ok) return found;
      return found.value === undefined ? refuse('books-none') : done(found.value);
    },
    hasOwn: () => existsSync(paths.own),
    goToOwn: async () => (existsSync(paths.own) ? goTo(paths.own) : refuse('books-none')),
    goToExample: async (name) => {
      const path = examplePath(paths, name);
      const made = await exampleMade(path, name, clock);
      return made.ok ? goTo(path) : made;
    },
    start: async (fill) => {
      if (existsSync(paths.own)) return refuse('books-exist');
      const made = await makeLedger(paths.own, { at: clock.now(), example: null }, fill);
      return made.ok ? goTo(paths.own) : made;
    },
    keeping: () => (openPath === undefined ? null : keep.keeping(openPath)),
    beforeImport: async () => {
      if (open !== undefined && openPath !== undefined)
        await keep.beforeImport(openPath, backupsOf(openPath), open.ledger);
    },
    check: () => {
      if (open !== undefined && openPath !== undefined) keep.again(openPath, backupsOf(openPath), open.ledger);
    },
    paths,
    restore: async (from, passphrase) => {
      const before = openPath;
      await close();
      const restored = await copyJob('restore', from, paths.own, passphrase);
      if (!restored.ok) {
        if (before !== undefined) await goTo(before);
        return restored;
      }
      keep.forget(paths.own);
      const next = await goTo(paths.own);
      return next.ok ? done({ ...restored.value, books: next.value }) : next;
    },
    close,
  };
}

async function booksAt(path: string, clock: Clock): Promise<Outcome<OpenBooks>> {
  const opened = await openLedger(path);
  if (!opened.ok) return opened;
  const ledger = opened.value;
  const { example } = await ledger.about();
  if (example === null) return done({ which: 'own', ledger, example: null, asAt: clock.today });
  return done({ which: 'example', ledger, example: example.name, asAt: () => example.asAt });
}

/** A file an example; the first keeps the name it always had. */
const examplePath = (paths: BookPaths, name: ExampleName): string =>
  name === 'plumber' ? paths.example : join(dirname(paths.example), `example-${name}.quarterday`);

async function exampleMade(path: string, name: ExampleName, clock: Clock): Promise<Outcome<null>> {
  return existsSync(path) ? done(null) : makeExample(path, name, clock);
}

/** The example's ledger file, made whole at that path. */
export function makeExample(path: string, name: ExampleName, clock: Clock): Promise<Outcome<null>> {
  const at = clock.now();
  const { asAt, fill } = examples[name];
  return makeLedger(path, { at, example: { name, asAt } }, (ledger) => fill(ledger, at));
}
