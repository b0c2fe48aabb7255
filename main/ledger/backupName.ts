/** What is an automatic backup called, and when was one of that name made? */

const stamp = /^.* (\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)(\.\d+)?Z\.quarterday$/;

/** The name of an automatic backup: `books 2026-11-22T09-30-00Z.quarterday`. */
export const backupName = (stem: string, at: string): string => `${stem} ${at.replaceAll(':', '-')}.quarterday`;

/** The moment in such a name, as `2026-11-22T09:30:00Z`; undefined for any other file. */
export function momentIn(name: string): string | undefined {
  const [, on, hours, minutes, seconds, rest = ''] = stamp.exec(name) ?? [];
  return on === undefined ? undefined : `${on}T${hours}:${minutes}:${seconds}${rest}Z`;
}
