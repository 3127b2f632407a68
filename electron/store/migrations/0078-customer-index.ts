import type { Migration } from './migration.ts'

/** The last finished declaration of a customer is asked for, never a draft: a save of a draft need not touch the index. */
export const customerIndex: Migration = {
  id: 78,
  name: 'customer-index',
  up: (db) => {
    db.exec(`
      DROP INDEX declarations_customer;
      CREATE INDEX declarations_customer ON declarations (customer, ie_flag, updated_at) WHERE state <> 'draft';
    `)
  },
}
