import { defineConfig } from 'vitest/config';
import whole from './vitest.config.ts';

/** The tests that hold the rules to the law, without the rest of the house: what a mutant of the rules is tried against. */
export default defineConfig({
  test: {
    ...whole.test,
    include: ['test/{rules,scenarios,exports}/**/*.test.ts'],
    env: { QUARTERDAY_EFFORT: 'mutants' },
  },
});
