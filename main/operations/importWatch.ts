/**
 * How far has the import under way come, and has somebody stopped it?
 *
 * One for an app: an import asks it after every batch, and whoever asks sees the rows read so far.
 */

/** Told the rows read so far, it says whether to go on. */
export type Watch = (rows: number) => boolean;

export interface ImportWatch {
  /** Rows read of the file under way; null where none is. */
  rows(): number | null;
  /** Stops the import under way: it is undone whole. Without one, nothing. */
  stop(): void;
  /** Runs an import that is watched. */
  watched<T>(work: (watch: Watch) => Promise<T>): Promise<T>;
}

export function importWatch(): ImportWatch {
  let under: { rows: number; goOn: boolean } | null = null;
  return {
    rows: () => under?.rows ?? null,
    stop: () => {
      if (under !== null) under.goOn = false;
    },
    watched: async (work) => {
      const mine = { rows: 0, goOn: true };
      under = mine;
      try {
        return await work((rows) => {
          mine.rows = rows;
          return mine.goOn;
        });
      } finally {
        if (under === mine) under = null;
      }
    },
  };
}
