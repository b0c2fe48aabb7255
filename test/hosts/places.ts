/** Where does a test keep its books? In a folder of its own that is gone when the test is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../main/clock.ts';
import type { Context } from '../../main/operations/context.ts';
import { closeContext, openContext } from '../../main/operations/openContext.ts';
import { civil } from '../../shared/values/dates.ts';

export function folderOfItsOwn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that stands still on 22 November 2026. */
export const standing: Clock = { now: () => '2026-11-22T09:30:00.000Z', today: () => civil(2026, 11, 22) };

/** The app without a window, on books in that folder. */
export function appIn(folder: string): Context {
  const context = openContext({ folder, clock: standing });
  onTestFinished(() => closeContext(context));
  return context;
}
