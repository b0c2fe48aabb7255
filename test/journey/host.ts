/**
 * How does a journey get an app of its own? The built browser host, on an empty folder, stopped and cleared away after.
 */
import { expect, test as base, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningHost {
  /** To be opened once: it holds the token. */
  readonly address: string;
  /** The folder of its books. */
  readonly data: string;
  /** The folder goes with it, unless it is kept for another host. */
  stop(keepFolder?: boolean): Promise<void>;
}

const onTheirDay = new URL('clock.mjs', import.meta.url).href;

/** Starts `out/main/serve.js` on the journeys' day, with no books unless their folder is given; resolves when it has printed its address. */
export async function startHost(folder?: string): Promise<RunningHost> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'quarterday-journey-')));
  const host = spawn(process.execPath, ['--import', onTheirDay, 'out/main/serve.js'], {
    env: { ...process.env, QUARTERDAY_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(host, 'exit');
  const lines = createInterface(host.stdout);
  const first = once(lines, 'line') as Promise<[string]>;
  const address = await Promise.race([first.then(([line]) => line), ended.then(() => undefined)]);
  if (address === undefined) throw new Error('the host ended before it gave its address: build it first');
  const stop = async (keepFolder = false) => {
    host.kill('SIGTERM');
    await ended;
    if (!keepFolder) await rm(data, { recursive: true, force: true });
  };
  return { address, data, stop };
}

/** A page on an app with no books yet. What the browser complains of (a fault, a blocked style) fails the journey. */
export const test = base.extend<{ host: RunningHost; app: Page }>({
  host: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.stop();
  },
  app: async ({ page, host }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(host.address);
    await page.getByRole('button', { name: 'Start your books' }).waitFor();
    await use(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };
