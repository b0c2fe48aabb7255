import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import whole from './vitest.config.ts';

/**
 * The tests that hold the rules to the law, without the rest of the house: what a mutant of the rules is tried against.
 * Nothing is remembered from one mutant to the next: what is worked out once would keep the answer of whoever came first.
 */
export default defineConfig({
  resolve: {
    alias: [
      {
        find: /^.*\/values\/once\.ts$/,
        replacement: fileURLToPath(new URL('test/rules/everyTime.ts', import.meta.url)),
      },
    ],
  },
  test: {
    ...whole.test,
    execArgv: [], // the mutants' tests run in threads, which take no flag of V8's
    include: ['test/{rules,scenarios,exports}/**/*.test.ts'],
    env: { QUARTERDAY_EFFORT: 'mutants' },
  },
});
