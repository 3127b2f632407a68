import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const unitRooms = '{domain,electron,sandbox,native,renderer,build,security}'

/** One suite a project; `build/test.mjs` runs them one after the other and adds up their counts. */
export default defineConfig({
  plugins: [vue()],
  test: {
    // A name that matches no test is a mistake in the command, never a pass.
    passWithNoTests: false,
    // The runner refuses .only everywhere; lint refuses .skip as well.
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`tests/${unitRooms}/**/*.test.ts`],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'durability',
          include: ['tests/durability/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
