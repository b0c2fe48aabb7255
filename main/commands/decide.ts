/**
 * Facts in, outlook out: for one person, or for a million, a line each?
 *
 * Knows no ledger and loads none. Lines are answered in their order, each as it comes: memory stays the same however many
 * there are. A bad line is answered with its problem, the rest go on, and the exit code is 1 at the end.
 */
import { readFacts } from '../../shared/contract/facts.ts';
import { printOutlook } from '../../shared/contract/printOutlook.ts';
import { ruleSet } from '../../shared/policy/ruleSets.ts';
import type { Outlook } from '../../shared/rules/answers.ts';
import { outlook } from '../../shared/rules/outlook.ts';
import { done, refuse, type Outcome } from '../../shared/values/outcome.ts';
import { commandWords, outlookLines } from '../../shared/wording/commands.ts';
import { problemText } from '../../shared/wording/problems.ts';
import type { Answered, Given, Printed } from './command.ts';
import { linesOf, openInput, parseJson, readJsonInput } from './input.ts';
import { printBytes } from './output.ts';
import { emptyPage } from './page.ts';

/** What the command line says over the file: it wins. */
interface Over {
  readonly asAt?: string;
  readonly rules?: string;
}

export async function decide(given: Given): Answered {
  const [one, many] = [given.option('facts'), given.option('ndjson')];
  const over = overOf(given);
  if (one !== undefined && many === undefined) return decideOne(one, over);
  if (many !== undefined && one === undefined) return decideMany(many, over);
  return { wrong: commandWords.oneOf('facts', 'ndjson') };
}

export function overOf(given: Given): Over {
  const [asAt, rules] = [given.option('as-at'), given.option('rules')];
  return { ...(asAt === undefined ? {} : { asAt }), ...(rules === undefined ? {} : { rules }) };
}

async function decideOne(file: string, over: Over): Answered {
  const json = await readJsonInput(file);
  if (!json.ok) return json;
  const decided = outlookOn(json.value, over);
  return decided.ok ? done({ json: decided.value, lines: outlookLines(decided.value) }) : decided;
}

async function decideMany(file: string, over: Over): Promise<Outcome<Printed>> {
  const input = await openInput(file);
  if (!input.ok) return input;
  const page = emptyPage();
  let line = 0;
  let failed = false;
  for await (const bytes of linesOf(input.value)) {
    line += 1;
    const decided = outlookOfLine(bytes, over);
    if (decided.ok) printOutlook(decided.value, page);
    else {
      failed = true;
      page.own(JSON.stringify({ line, problem: worded(decided.problem) }));
    }
    page.endLine();
    if (page.isFull()) await printBytes(page.take());
  }
  await printBytes(page.take());
  return done({ json: undefined, lines: [], failed });
}

function outlookOfLine(bytes: Buffer | null, over: Over): Outcome<Outlook> {
  if (bytes === null) return refuse('request-too-large');
  const json = parseJson(bytes);
  return json.ok ? outlookOn(json.value, over) : json;
}

const worded = (problem: Parameters<typeof problemText>[0]): { code: string; path: string; message: string } => ({
  code: problem.code,
  path: problem.path,
  message: problemText(problem),
});

/** The outlook on facts as JSON, with what the command line says put over them. */
function outlookOn(json: unknown, over: Over): Outcome<Outlook> {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
  const facts = readFacts(isObject ? { ...json, ...over } : json);
  return facts.ok ? done(outlook(facts.value, ruleSet(facts.value.rules), facts.value.asAt)) : facts;
}
