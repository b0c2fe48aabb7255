/** Which bank rows may be ones the books have already, and what does the person say of them? */
import { toPounds } from '../../shared/values/money.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { commandWords } from '../../shared/wording/commands.ts';
import { heldAnswered, heldLines } from '../../shared/wording/importReport.ts';
import { clock } from '../clock.ts';
import type { HeldAnswer, HeldRow } from '../ledger/api.ts';
import type { Answered, Given } from './command.ts';
import { reading, writing } from './ledgers.ts';

/** Lists them; `--same 12,13` and `--another 14` answer, one of them at a time, by the numbers of the list. */
export async function held(given: Given): Answered {
  const [same, another] = [given.option('same'), given.option('another')];
  const numbers = same ?? another;
  if (same !== undefined && another !== undefined) return { wrong: commandWords.oneOf('same', 'another') };
  if (numbers === undefined) return list(given);
  const rows = numbersIn(numbers);
  if (!rows.ok) return rows;
  const answer: HeldAnswer = same === undefined ? 'another' : 'same';
  const answered = await writing(given, (ledger) => ledger.answerHeld(clock.now(), rows.value, answer));
  if (!answered.ok) return answered;
  return done({ json: answered.value, lines: [heldAnswered(answered.value.answered)] });
}

async function list(given: Given): Answered {
  const found = await reading(given, async (ledger) => done(await ledger.held()));
  if (!found.ok) return found;
  const rows = found.value.map(({ pence, ...row }: HeldRow) => ({ ...row, amount: toPounds(pence) }));
  return done({ json: rows, lines: heldLines(rows) });
}

function numbersIn(text: string): Outcome<readonly number[]> {
  const wrong = text.split(',').find((part) => !/^[1-9]\d{0,14}$/.test(part.trim()));
  if (wrong !== undefined) return refuse('row-not-held', 'rows', { row: wrong });
  return done(text.split(',').map(Number));
}
