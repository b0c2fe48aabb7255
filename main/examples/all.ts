/**
 * Which example books are there?
 */
import type { ExampleName } from '../../shared/contract/examples.ts';
import type { Example } from './example.ts';
import { landlord } from './landlord.ts';
import { leaving } from './leaving.ts';
import { long } from './long.ts';
import { newTrade } from './newTrade.ts';
import { plumber } from './plumber.ts';

export const examples: Readonly<Record<ExampleName, Example>> = {
  plumber,
  landlord,
  'new-trade': newTrade,
  leaving,
  long,
};
