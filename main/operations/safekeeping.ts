/**
 * Are the open books sound, and is there a copy of them?
 *
 * A moment after opening, and on each new day, a second connection that only reads checks the books whole and copies
 * them, if they changed since the last copy; then old copies are thinned. Nobody waits for it: what it finds stands in the
 * app's state. The person's own books in the app's folder are copied; a ledger elsewhere only when asked.
 */
import { mkdir, rm, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Keeping } from '../../shared/contract/keeping.ts';
import type { PlainDate } from '../../shared/values/dates.ts';
import { refuse, type Problem } from '../../shared/values/outcome.ts';
import { keepingWords } from '../../shared/wording/backups.ts';
import { problemText } from '../../shared/wording/problems.ts';
import { inLondon, type Clock } from '../clock.ts';
import type { LedgerClient, Verified } from '../ledger/api.ts';
import { openLedger } from '../ledger/client.ts';
import { sweep } from '../ledger/disk.ts';
import { backupName } from '../ledger/backupName.ts';
import { thinned } from '../ledger/thinning.ts';
import { placeOf } from './place.ts';
import { foundSound } from './soundBooks.ts';

export interface Safekeeping {
  /** Begins the check and the copy, unless it was done today for these books. */
  begin(path: string, backups: string | null, open: LedgerClient): void;
  /** Checks the books now, and copies them if they changed, whatever was done today. */
  again(path: string, backups: string | null, open: LedgerClient): void;
  /** What was found is of other books: these have been replaced. */
  forget(path: string): void;
  /** Copies the books now, if they changed; for books up to 32 MB, before an import. Larger ones have the day's copy. */
  beforeImport(path: string, backups: string | null, open: LedgerClient): Promise<void>;
  keeping(path: string): Keeping;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

interface Found {
  checking: boolean;
  checked: Keeping['checked'];
  soundCopy: string | null;
  damage: string | null;
  lastBackup: string | null;
  backupProblem: string | null;
}

const nothingFound = { checked: null, soundCopy: null, damage: null, lastBackup: null, backupProblem: null } as const;
const smallEnough = 32 * 1024 * 1024;
/** How long the check waits after opening, in milliseconds: until then the machine is for the first answer. */
const firstAnswer = 1000;

export function safekeeping(clock: Clock): Safekeeping {
  const found = new Map<string, Found>();
  const days = new Map<string, PlainDate>();
  let last: Promise<unknown> = Promise.resolve();
  const wanted = new Set<AbortController>();
  const moment = async (): Promise<void> => {
    const passing = new AbortController();
    wanted.add(passing);
    await setTimeout(firstAnswer, undefined, { signal: passing.signal }).catch(() => undefined);
    wanted.delete(passing);
  };
  /** Whoever waits for the check does not wait for its moment. */
  const atOnce = (): void => {
    for (const passing of wanted) passing.abort();
  };
  const queue = (path: string, backups: string | null, open: LedgerClient, begun = last): Promise<void> => {
    const of = found.get(path) ?? { ...nothingFound, checking: true };
    of.checking = true;
    found.set(path, of);
    const next = begun.then(() => lookAfter({ path, backups, open }, clock, of));
    last = next;
    return next;
  };
  return {
    begin: (path, backups, open) => {
      if (days.get(path) === clock.today()) return;
      days.set(path, clock.today());
      void queue(path, backups, open, Promise.all([last, moment()]));
    },
    again: (path, backups, open) => {
      days.set(path, clock.today());
      atOnce();
      if (found.get(path)?.checking !== true) void queue(path, backups, open);
    },
    forget: (path) => {
      days.delete(path);
      found.delete(path);
    },
    beforeImport: async (path, backups, open) => {
      if (backups === null || (await stat(path)).size > smallEnough) return;
      atOnce();
      await queue(path, backups, open);
    },
    keeping: (path) => {
      const place = placeOf(path);
      const known = found.get(path) ?? { ...nothingFound, checking: false };
      return { place, placeText: place === 'this-computer' ? null : keepingWords[place], ...known };
    },
    settled: async () => {
      atOnce();
      await last;
    },
  };
}

interface Kept {
  readonly path: string;
  readonly backups: string | null;
  /** The books as a person has them open. */
  readonly open: LedgerClient;
}

/** Never rejects: what goes wrong is what it finds. */
async function lookAfter({ path, backups, open }: Kept, clock: Clock, found: Found): Promise<void> {
  found.checking = true;
  try {
    // They may be closed by now; the check is then of no use to them.
    const before = await open.state().catch(() => null);
    const opened = await openLedger(path, { readOnly: true });
    if (!opened.ok) {
      found.damage = problemText(opened.problem);
      return;
    }
    try {
      const verified = await opened.value.verify();
      if (verified.ok && before?.chain === verified.chain) foundSound(open, before);
      found.damage = verified.ok ? null : problemText(unsound(verified));
      found.soundCopy = verified.copy ?? null;
      found.checked = { at: inLondon(clock.now()), records: verified.records };
      if (verified.ok && backups !== null) await copy(opened.value, path, backups, clock, verified.chain, found);
    } finally {
      await opened.value.close();
    }
  } catch {
    found.backupProblem = keepingWords.failed;
  } finally {
    found.checking = false;
  }
}

async function copy(
  ledger: LedgerClient,
  path: string,
  backups: string,
  clock: Clock,
  chain: string,
  found: Found,
): Promise<void> {
  await mkdir(backups, { recursive: true, mode: 0o700 });
  sweep(backups);
  const before = await ledger.backups(backups);
  if (before[0]?.chain === chain) {
    found.lastBackup = before[0].at;
    return;
  }
  const at = clock.now();
  const stem = basename(path, extname(path));
  const made = await ledger.backup(join(backups, backupName(stem, at)), null);
  found.backupProblem = made.ok ? null : problemText(made.problem);
  if (!made.ok) return;
  found.lastBackup = at;
  const all = [...before, { name: backupName(stem, at), at }];
  for (const name of thinned(all, clock.today())) await rm(join(backups, name), { force: true });
}

/** The refusal of everything that would take a figure out of books that are not sound. */
export function unsound({ checks, copy: sound }: Verified): Problem {
  const { code = 'chain-broken', detail = '' } = checks[0] ?? {};
  return refuse(code, '', sound === undefined ? { detail } : { detail, copy: sound }).problem;
}
