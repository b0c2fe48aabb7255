import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask } from '../rules/facts.ts';
import { decisionTrail, dueTrail, exitTrail, incomeTrail, reminderTrail, stepTrail } from '../rules/trail.ts';

const folder = import.meta.dirname;
const text = (file: string) => readFileSync(join(folder, file), 'utf8');

interface Scenario {
  readonly name: string;
  readonly facts: object;
  readonly years: Readonly<Record<string, string>>;
}

describe('people and what they must do', () => {
  test.each(JSON.parse(text('people.json')) as Scenario[])('$name', ({ facts, years }) => {
    const answers = Object.fromEntries(ask(facts).years.map((y) => [y.taxYear, y.answer]));
    expect(answers).toMatchObject(years);
  });
});

/** A person, and what is found for them, by which reason, on which figures; lists that the story is not about are left out. */
interface Trail {
  readonly name: string;
  readonly facts: object;
  readonly years?: readonly string[];
  readonly incomes?: readonly string[];
  readonly exit?: readonly string[];
  readonly steps?: readonly string[];
  readonly due?: readonly string[];
  readonly reminders?: readonly string[];
  readonly problems?: readonly string[];
}

describe('the trail of each answer', () => {
  test.each(JSON.parse(text('trails.json')) as Trail[])('$name', (story) => {
    const said = ask(story.facts);
    const trail = {
      years: decisionTrail(said),
      incomes: incomeTrail(said),
      exit: exitTrail(said),
      steps: stepTrail(said),
      due: dueTrail(said),
      reminders: reminderTrail(said),
      problems: said.problems.map((p) => p.text),
    };
    const told = Object.fromEntries(Object.entries(trail).filter(([part]) => part in story));
    expect(told).not.toEqual({});
    expect({ name: story.name, facts: story.facts, ...told }).toEqual(story);
  });
});

test('the golden pair: these facts give this outlook, byte for byte', () => {
  const said = ask(JSON.parse(text('golden/facts.json')) as object);
  expect(`${JSON.stringify(said, null, 2)}\n`).toBe(text('golden/outlook.json'));
});
