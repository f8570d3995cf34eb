import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], exclude: ['tests/long/**'], testTimeout: 20_000, hookTimeout: 60_000 },
});
