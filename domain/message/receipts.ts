/** Answers to a declaration: what they are, how they are read and, for practice, written. */
export { readReceipt } from './read-receipt.ts'
export { eventOf, type Receipt, type ReceiptForm } from './receipt.ts'
export { writeReceipt } from './write-receipt.ts'
