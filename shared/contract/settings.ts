/**
 * What does a person choose for this machine, and not for their books?
 *
 * Kept beside the books, never in them: undo does not touch it, and a backup does not carry it.
 */
import { z } from 'zod';

export const settings = z.strictObject({
  appearance: z.enum(['system', 'light', 'dark']).default('system'),
  /** Whether a key by itself, such as ?, does something. */
  singleKeys: z.boolean().default(true),
});
export type Settings = z.output<typeof settings>;
