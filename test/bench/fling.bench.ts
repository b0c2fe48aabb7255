/**
 * Does the window keep up when 100,000 records fly past?
 *
 * A traced fling through Records in Chromium, beside the same fling over a blank page as high, in the same run: the longest
 * task of the page's thread, tasks over 50 ms, and the most rows ever drawn. Needs what `npm run build` makes.
 */
import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser as chromiumHere } from '../../scripts/tools.ts';
import { startHost } from '../journey/host.ts';
import { makeBooks } from './books.ts';
import { full, report, type Measured } from './measure.ts';

const sizes = full ? [10_000, 100_000, 1_000_000] : [100_000];
/** In pixels, and pixels a second. */
const fling = { x: 700, y: 500, yDistance: -240_000, speed: 60_000, gestureSourceType: 'mouse' } as const;
const ourWindow = { viewport: { width: 1280, height: 800 } };
const tall = '<div style="height: 6000000px; background: linear-gradient(white, silver) 0 0 / 100% 62px"></div>';

interface Task {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds: on the clock, and of the thread's own work where the system says. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}
interface Trace {
  readonly longest: number;
  /** The most of the thread's own work in one task: what a busy machine adds is not in it. */
  readonly work: number;
  readonly over50: number;
  readonly tasks: number;
}

/** Milliseconds each task of the page's thread took, while `work` went on. */
async function traced(chrome: Browser, page: Page, work: () => Promise<unknown>): Promise<Trace> {
  await chrome.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] });
  await work();
  const { traceEvents } = JSON.parse((await chrome.stopTracing()).toString()) as { traceEvents: readonly Task[] };
  const threads = new Set(
    traceEvents
      .filter((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain')
      .map((e) => `${e.pid} ${e.tid}`),
  );
  const all = traceEvents.filter((e) => e.name === 'RunTask' && threads.has(`${e.pid} ${e.tid}`));
  const times = all.map((e) => (e.dur ?? 0) / 1000);
  const most = (list: readonly number[]): number => list.reduce((a, b) => Math.max(a, b), 0);
  return {
    longest: most(times),
    work: most(all.map((e) => (e.tdur ?? 0) / 1000)),
    over50: times.filter((ms) => ms > 50).length,
    tasks: all.length,
  };
}

async function flung(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.synthesizeScrollGesture', fling);
  await session.detach();
}

/** Counts the rows drawn at every change of them, from now on; the answer says how many there were at most. */
async function rowsCounted(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const body = document.querySelector('[role=grid] tbody');
    const root = document.documentElement;
    const count = () => {
      const rows = body?.querySelectorAll('tr').length ?? 0;
      root.dataset['rows'] = String(Math.max(rows, Number(root.dataset['rows'] ?? 0)));
    };
    count();
    if (body !== null) new MutationObserver(count).observe(body, { childList: true });
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['rows']));
}

async function measured(chrome: Browser, size: number): Promise<Measured> {
  const data = mkdtempSync(join(tmpdir(), 'quarterday-fling-'));
  await makeBooks(join(data, 'books.quarterday'), size);
  const host = await startHost(data);
  try {
    const blank = await chrome.newPage(ourWindow);
    await blank.setContent(tall);
    const control = await traced(chrome, blank, () => flung(blank));
    await blank.close();
    const page = await chrome.newPage(ourWindow);
    await page.goto(host.address);
    await page.getByRole('link', { name: 'Records' }).click();
    await page.locator('[role=grid] tbody tr[data-record]').first().waitFor();
    const mostRows = await rowsCounted(page);
    const ours = await traced(chrome, page, () => flung(page));
    const top = await page.locator('.scroll').evaluate((box) => box.scrollTop);
    await page.locator('[role=grid] tbody tr[tabindex="0"]').focus();
    const end = await traced(chrome, page, async () => {
      await page.keyboard.press('End');
      await page.locator(`tr[aria-rowindex="${size + 1}"][data-record]`).waitFor();
    });
    const rows = await mostRows();
    await page.close();
    return {
      job: 'fling, longest task',
      size,
      ours: ours.longest,
      control: control.longest,
      goal: '≤ control + 16 ms, none over 50 ms, ≤ 80 rows',
      more: {
        'tasks over 50 ms': ours.over50,
        'control’s': control.over50,
        'its own work ms': ours.work,
        'control’s work': control.work,
        rows,
        pixels: top,
        'to the end, longest': end.longest,
      },
    };
  } finally {
    await host.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

if (existsSync('out/main/serve.js')) {
  const executablePath = chromiumHere();
  const chrome = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const all: Measured[] = [];
  for (const size of sizes) all.push(await measured(chrome, size));
  await chrome.close();
  report('fling', all);
} else {
  console.log('Build first: npm run build.');
}
