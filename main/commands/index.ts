/**
 * What does `quarterday WORDS…` do, and how does it end?
 *
 * Exit code 0: done. 1: refused, with nothing half done. 2: wrong usage. Either is said on standard error, or with
 * `--json` as `{"problem":{"code","path","message"}}` on standard output.
 */
import { asOneLine } from '../../shared/values/names.ts';
import type { Outcome } from '../../shared/values/outcome.ts';
import { commandWords, problemLine } from '../../shared/wording/commands.ts';
import { problemText } from '../../shared/wording/problems.ts';
import { understand, usageOf, type Command, type Printed } from './command.ts';
import { endQuietlyWithoutReader, printLine } from './output.ts';
import { commands } from './table.ts';

/** Is the word one a command begins with? How the installed app tells a command from a file to open. */
export function isCommandWord(word: string | undefined): boolean {
  return word !== undefined && Object.keys(commands).some((name) => name.split(' ')[0] === word);
}

/** Runs the command those arguments name; answers the exit code once everything is printed. */
export async function runCommand(args: readonly string[]): Promise<number> {
  endQuietlyWithoutReader();
  if (args.length === 1 && (args[0] === '--help' || args[0] === '-h')) {
    await printLine(usage().join('\n'));
    return 0;
  }
  const found = commandNamed(args);
  const wrongUsage = (said: string, lines: readonly string[]) => usedWrongly(said, lines, args.includes('--json'));
  if (found === undefined) return wrongUsage(commandWords.unknown(wordsOf(args).slice(0, 2).join(' ')), usage());
  const how = [`${commandWords.usage} quarterday ${usageOf(found.name, found.command)}`];
  const understood = understand(found.command, args.slice(found.words));
  if ('wrong' in understood) return wrongUsage(understood.wrong, how);
  const run = await found.command.load();
  const answer = await run(understood.given);
  if ('wrong' in answer) return wrongUsage(answer.wrong, how);
  return ended(answer, understood.given.flag('json'));
}

const wordsOf = (args: readonly string[]): string[] => args.filter((arg) => !arg.startsWith('-'));

function commandNamed(args: readonly string[]): { name: string; command: Command; words: number } | undefined {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command !== undefined) return { name, command, words };
  }
  return undefined;
}

const usage = (): string[] => [
  commandWords.usage,
  ...Object.entries(commands).map(([name, command]) => `  quarterday ${usageOf(name, command)}`),
];

async function usedWrongly(said: string, how: readonly string[], json: boolean): Promise<number> {
  if (json) await printLine(JSON.stringify({ problem: { code: 'usage-wrong', path: '', message: said } }));
  else console.error([said, ...how].join('\n'));
  return 2;
}

async function ended(outcome: Outcome<Printed>, json: boolean): Promise<number> {
  if (outcome.ok) {
    const { json: value, lines, failed = false } = outcome.value;
    if (json && value !== undefined) await printLine(JSON.stringify(value));
    if (!json && lines.length > 0) await printLine(lines.map(asOneLine).join('\n'));
    return failed ? 1 : 0;
  }
  const { code, path } = outcome.problem;
  const message = problemText(outcome.problem);
  if (json) await printLine(JSON.stringify({ problem: { code, path, message } }));
  else console.error(asOneLine(problemLine(path, message)));
  return 1;
}
