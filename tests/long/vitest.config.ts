import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/long/**/*.test.ts'], globalSetup: 'tests/support/own-temp-folder.ts', testTimeout: 600_000, hookTimeout: 300_000, fileParallelism: false },
});
