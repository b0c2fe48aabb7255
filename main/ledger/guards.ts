/**
 * How does a table refuse what must never be in it?
 *
 * Pieces of SQL for migrations; what a released migration uses here is never changed.
 */

/** A civil day that exists: `date(d)` alone would take 30 February for 2 March. */
export const civilDay = (column: string): string => `CHECK (${column} IS date(${column}, '+0 days'))`;

/** Triggers that refuse a change or a removal in each of these tables. */
export const neverChanged = (tables: readonly string[]): string =>
  tables
    .flatMap((table) =>
      ['UPDATE', 'DELETE'].map(
        (change) => `CREATE TRIGGER ${table}_refuses_${change.toLowerCase()} BEFORE ${change} ON ${table}
BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;`,
      ),
    )
    .join('\n');
