/** The app in a browser window, on this machine only. */
import { done } from '../../shared/values/outcome.ts';
import { serveUntilStopped } from '../hosts/browser/host.ts';
import type { Answered, Given } from './command.ts';

export async function serve(given: Given): Answered {
  const served = await serveUntilStopped(given.words[0]);
  return served.ok ? done({ json: undefined, lines: [] }) : served;
}
