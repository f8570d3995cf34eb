import { defineConfig } from 'vitest/config';

// Most tests wait for a program that they run: more workers than the default of one a core but one.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/long/**'],
    globalSetup: 'tests/support/own-temp-folder.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
  },
});
