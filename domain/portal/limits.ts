/** Sizes that both ends of the line keep to. Ours, generous: the notes limit one PDF to 4 MB and all to 20 MB. */
export const limits = {
  /** Body of one filing as it is sent. */
  bodyBytes: 64 * 1024 * 1024,
  /** All files of a package after unpacking; bounds what a zip bomb can take. */
  unpackedBytes: 128 * 1024 * 1024,
  /** Files in one package with the message. */
  packageFiles: 60,
  /** Body of a call about companies, users and cards. */
  callBytes: 1024 * 1024,
  /** The same with one paper of an application in it: its bytes in base64. */
  paperCallBytes: 6 * 1024 * 1024,
  /** Answer to a filing or a question. */
  answerBytes: 1024 * 1024,
  /** One page of receipts. */
  pageBytes: 16 * 1024 * 1024,
  /** One receipt; real ones have a few KB. */
  receiptBytes: 1024 * 1024,
} as const
