/**
 * What may a window ask about the files kept with a record?
 *
 * Files come and go as handles: given bytes are attached, and an attachment is made into a file to save or to look at.
 */
import { z } from 'zod';

const id = z.int().positive();

/** A PDF, PNG, JPEG, WebP or HEIC of at most 20 MB, as its content says, whatever its name. */
export const newAttachment = z.strictObject({ record: id, file: z.string().max(100) });
export const ofRecord = z.strictObject({ record: id });
export const oneAttachment = z.strictObject({ id });

export interface AttachmentShown {
  readonly id: number;
  readonly name: string;
  readonly kind: 'pdf' | 'png' | 'jpeg' | 'webp' | 'heic';
  /** In bytes. */
  readonly size: number;
}
