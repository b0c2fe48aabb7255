/**
 * What is said of each of the example books?
 */
import type { ExampleName } from '../contract/examples.ts';

interface Words {
  /** After "Example books:". */
  readonly name: string;
  readonly open: string;
  readonly about: string;
}

const words: Readonly<Record<ExampleName, Words>> = {
  plumber: {
    name: 'a plumber',
    open: 'A plumber with a flat to let',
    about: 'Below the amounts so far, and on the way over £20,000 in January.',
  },
  landlord: {
    name: 'a landlord',
    open: 'A landlord with an agent and a joint let',
    about: 'The bank sees less than £20,000; the rents before fees and repairs are more.',
  },
  'new-trade': {
    name: 'a new trade',
    open: 'A baker who began in October',
    about: 'Six months on the first return, counted as a whole year.',
  },
  leaving: {
    name: 'on the way out',
    open: 'A garden designer on the way out',
    about: 'The second year below the amounts, seen in February 2028.',
  },
  long: {
    name: 'ten thousand records',
    open: 'A potter with ten thousand records',
    about: 'An online shop over eight tax years.',
  },
};

const isName = (id: string): id is ExampleName => Object.hasOwn(words, id);
export const examples = Object.keys(words)
  .filter(isName)
  .map((id) => ({ id, ...words[id] }));

export const exampleWords = {
  others: 'Or look at somebody else’s',
  all: 'Open example books',
  nameOf: (id: string | null): string => examples.find((e) => e.id === id)?.name ?? 'invented',
} as const;
