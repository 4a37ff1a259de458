import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // No core is left free: tests wait for browsers and programs as much as they compute.
    maxWorkers: '100%',
    // Modules hold nothing that a test changes, and loading them anew for each file takes a third of the time.
    isolate: false,
  },
})
