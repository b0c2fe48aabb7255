/**
 * Which example books are there to look around in?
 */
import { z } from 'zod';

export const exampleNames = ['plumber', 'landlord', 'new-trade', 'leaving', 'long'] as const;
export type ExampleName = (typeof exampleNames)[number];

/** Without a name, the first. */
export const oneExample = z.strictObject({ name: z.enum(exampleNames).default('plumber') });
