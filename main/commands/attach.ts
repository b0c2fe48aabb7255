/** How is a receipt on disk kept with a record, by command? */
import { basename } from 'node:path';
import { contract } from '../../shared/contract/contract.ts';
import { refuseIssue } from '../../shared/contract/facts.ts';
import { done } from '../../shared/values/outcome.ts';
import { commandWords } from '../../shared/wording/commands.ts';
import { clock } from '../clock.ts';
import { bytesOf } from '../operations/attachments.ts';
import type { Answered, Given } from './command.ts';
import { writing } from './ledgers.ts';

export async function attachFile(given: Given): Answered {
  const [, path = ''] = given.words;
  const input = { record: Number(given.needed('record')) };
  const asked = contract['attachments.list'].input.safeParse(input);
  if (!asked.success) return refuseIssue(asked.error, { record: given.needed('record') });
  const name = basename(path);
  return writing(given, async (ledger) => {
    const bytes = await bytesOf({ path, name });
    if (!bytes.ok) return bytes;
    const attached = await ledger.attach(clock.now(), { record: asked.data.record, name, bytes: bytes.value });
    if (!attached.ok) return attached;
    return done({ json: attached.value, lines: [commandWords.attached(name)] });
  });
}
