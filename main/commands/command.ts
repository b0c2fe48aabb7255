/**
 * What is a command, and what did a person give it?
 *
 * Each takes words in a fixed order and named options; everything else is wrong usage. What it answers is printed for a
 * person, or as one JSON value with `--json`.
 */
import { parseArgs } from 'node:util';
import { commandWords } from '../../shared/wording/commands.ts';
import type { Outcome } from '../../shared/values/outcome.ts';

/** An answer: `json` for programs, `lines` for a person. `failed` when it is an answer and yet exit code 1. */
export interface Printed {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly failed?: boolean;
}
/** `wrong`: options that do not go together, as a sentence; wrong usage, like an unknown option. */
export type Answer = Outcome<Printed> | { readonly wrong: string };
export type Answered = Promise<Answer>;

export interface Given {
  /** The words after the command, in order. */
  readonly words: readonly string[];
  /** The text of a named option, or undefined if it was not given. */
  option(name: string): string | undefined;
  /** The text of an option the command cannot do without. */
  needed(name: string): string;
  flag(name: string): boolean;
}
export interface Command {
  /** Words it cannot do without; one in brackets may be left out: `LEDGER`, `[LEDGER]`. */
  readonly takes: readonly string[];
  /** Options with a value, and what stands for the value in the usage. */
  readonly needs: Readonly<Record<string, string>>;
  readonly may: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
  /** Loaded when it is run, so that no command waits for what it does not use. */
  readonly load: () => Promise<(given: Given) => Answered>;
}
export type Understood = { readonly given: Given } | { readonly wrong: string };

/** What the arguments mean to that command, or what is wrong with them, as a sentence. */
export function understand(command: Command, args: readonly string[]): Understood {
  const valued = { ...command.needs, ...command.may };
  const { tokens } = parseArgs({
    args: [...args],
    options: optionTypes(command),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const words: string[] = [];
  const values = new Map<string, string>();
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    if (Object.hasOwn(valued, token.name)) {
      const swallowed = !token.inlineValue && token.value?.startsWith('--') === true;
      if (token.value === undefined || swallowed) return { wrong: commandWords.needsValue(token.rawName) };
      values.set(token.name, token.value);
    } else if (command.flags.includes(token.name) || token.name === 'json') {
      if (token.value !== undefined) return { wrong: commandWords.takesNoValue(token.rawName) };
      flags.add(token.name);
    } else return { wrong: commandWords.unknownOption(token.rawName) };
  }
  const wrong = wrongWords(command, words) ?? Object.keys(command.needs).find((name) => !values.has(name));
  if (wrong !== undefined)
    return { wrong: Object.hasOwn(command.needs, wrong) ? commandWords.needsOption(wrong) : wrong };
  return { given: givenBy(words, values, flags) };
}

function optionTypes(command: Command): Record<string, { type: 'string' | 'boolean' }> {
  const valued = Object.keys({ ...command.needs, ...command.may }).map((name) => [name, { type: 'string' }] as const);
  const flags = ['json', ...command.flags].map((name) => [name, { type: 'boolean' }] as const);
  return Object.fromEntries([...valued, ...flags]);
}

function wrongWords(command: Command, words: readonly string[]): string | undefined {
  const surplus = words[command.takes.length];
  if (surplus !== undefined) return commandWords.tooMany(surplus);
  const lacking = command.takes.find((name, i) => words[i] === undefined && !name.startsWith('['));
  return lacking === undefined ? undefined : commandWords.needsArgument(lacking);
}

function givenBy(words: readonly string[], values: ReadonlyMap<string, string>, flags: ReadonlySet<string>): Given {
  return {
    words,
    option: (name) => values.get(name),
    needed: (name) => {
      const value = values.get(name);
      if (value === undefined) throw new Error(`the command does not ask for --${name}`);
      return value;
    },
    flag: (name) => flags.has(name),
  };
}

/** `source add LEDGER --id ID --kind KIND --name NAME --started DATE [--ceased DATE] [--json]` */
export function usageOf(name: string, command: Command): string {
  const needs = Object.entries(command.needs).map(([option, value]) => `--${option} ${value}`);
  const may = Object.entries(command.may).map(([option, value]) => `[--${option} ${value}]`);
  return [name, ...command.takes, ...needs, ...may, ...[...command.flags, 'json'].map((f) => `[--${f}]`)].join(' ');
}
