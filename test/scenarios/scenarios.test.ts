import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask } from '../rules/facts.ts';

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

test('the golden pair: these facts give this outlook, byte for byte', () => {
  const said = ask(JSON.parse(text('golden/facts.json')) as object);
  expect(`${JSON.stringify(said, null, 2)}\n`).toBe(text('golden/outlook.json'));
});
