import type { Migration } from './migration.ts'

/** Every migration in order. A new one is a file of its own and a line here. */
export const migrations: readonly Migration[] = []
