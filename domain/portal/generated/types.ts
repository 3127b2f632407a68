/** Types of the portal contract. Made from openapi.yaml by build/portal-types.mjs; never edited by hand. */

export interface paths {
  readonly '/declarations': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    /**
     * File one declaration.
     * @description Idempotent by our own number: the same body under the same number is answered as the first time and stored once. Another body under the same number is refused, unless the declaration that is held was refused by customs: then it is its next version and keeps its unified number.
     */
    readonly post: operations['sendDeclaration']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/declarations/{clientSeqNo}': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** What the portal holds under our number. Asked before anything is sent again. */
    readonly get: operations['askDeclaration']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/receipts': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /**
     * Receipts after a cursor, oldest first. Waits for the first one when there is none (long poll).
     * @description A receipt may come twice and out of order. A cursor that the portal does not know (its data was set back) starts from the first receipt.
     */
    readonly get: operations['listReceipts']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/time': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Clock of the portal, to compare with the desk's. */
    readonly get: operations['readTime']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/practice/settings': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** How the practice portal behaves. */
    readonly get: operations['readPractice']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    /** Change some of the settings. An outcome applies to declarations that are filed from now on. */
    readonly patch: operations['changePractice']
    readonly trace?: never
  }
  readonly '/practice/declarations': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Everything that the practice portal holds, oldest first. */
    readonly get: operations['listFilings']
    readonly put?: never
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/practice/declarations/{clientSeqNo}/outcome': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    /** Choose how one declaration ends. Receipts that were sent stay. */
    readonly put: operations['steerDeclaration']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    readonly Problem: {
      readonly code: string
      readonly message: string
    }
    /** @enum {string} */
    readonly HeldState:
      'saved' | 'filed' | 'stored' | 'examined' | 'inspecting' | 'taxDue' | 'released' | 'closed' | 'refused'
    readonly Held: {
      readonly clientSeqNo: string
      readonly state: components['schemas']['HeldState']
      /** @description Unified number (统一编号). */
      readonly seqNo: string
      /** @description Customs number (海关编号), empty until customs stored it. */
      readonly entryId: string
      readonly bodySha256: string
      /** @description Grows when a refused declaration is filed again. */
      readonly version: number
    }
    readonly ReceiptItem: {
      readonly id: string
      readonly fileName: string
      /** @description Raw bytes of the receipt in base64; at most 1 MB. */
      readonly content: string
    }
    readonly ReceiptPage: {
      readonly cursor: string
      readonly items: readonly components['schemas']['ReceiptItem'][]
    }
    readonly PortalTime: {
      readonly now: string
    }
    /** @enum {string} */
    readonly Outcome: 'release' | 'refuse' | 'inspect' | 'tax'
    /**
     * @description portal-down answers 503; answer-lost takes and stores a declaration and cuts the line before it answers; slow answers after ten seconds; busy answers 429. The practice paths are never at fault.
     * @enum {string}
     */
    readonly Fault: 'none' | 'portal-down' | 'answer-lost' | 'slow' | 'busy'
    /**
     * @description What the practice authority decides about applications.
     * @enum {string}
     */
    readonly Review: 'approve' | 'refuse'
    readonly PracticeSettings: {
      readonly outcome: components['schemas']['Outcome']
      /** @description Note of a refusal. */
      readonly reason: string
      /** @description Seconds between two receipts. */
      readonly speed: number
      readonly fault: components['schemas']['Fault']
      readonly review: components['schemas']['Review']
      /** @description Why the authority refuses an application. */
      readonly reviewReason: string
    }
    readonly PracticeChange: {
      readonly outcome?: components['schemas']['Outcome']
      readonly reason?: string
      readonly speed?: number
      readonly fault?: components['schemas']['Fault']
      readonly review?: components['schemas']['Review']
      readonly reviewReason?: string
    }
    readonly Steering: {
      readonly outcome: components['schemas']['Outcome']
      readonly reason?: string
    }
    readonly Filings: {
      readonly items: readonly components['schemas']['Held'][]
    }
  }
  responses: {
    /** @description Not understood. Nothing was taken. */
    readonly BadRequest: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
    /** @description The token is missing or wrong. Nothing was taken. */
    readonly Unauthorized: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
    /** @description Nothing is held under this number; `code` is `not-held`. Only this answer lets a filing be sent again: a bare 404 may come from anything on the way. */
    readonly NotHeld: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
    /** @description Another body is held under this number. Nothing was taken. */
    readonly OtherBody: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
    /** @description The body is over the limit. Nothing was taken. */
    readonly TooLarge: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
    /** @description Neither XML nor zip. Nothing was taken. */
    readonly WrongType: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
    /** @description Too much at once; `code` is `busy`. Nothing was taken; ask again later. */
    readonly Busy: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
    /** @description Out of service; `code` is `down`. Nothing was taken; ask again later. */
    readonly Down: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
  }
  parameters: {
    readonly ClientSeqNo: string
    /** @description ClientSeqNo of the message. */
    readonly IdempotencyKey: string
    /** @description SHA-256 of the body, lower-case hex. */
    readonly BodyHash: string
  }
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  readonly sendDeclaration: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description ClientSeqNo of the message. */
        readonly 'Idempotency-Key': components['parameters']['IdempotencyKey']
        /** @description SHA-256 of the body, lower-case hex. */
        readonly 'X-Body-SHA256': components['parameters']['BodyHash']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/xml': string
        readonly 'application/zip': string
      }
    }
    readonly responses: {
      /** @description Taken and stored. A DecImportResponse whose ResponseCode is 0 and which names the unified number. */
      readonly 200: {
        headers: {
          /** @description `true` when this body was stored before and the first answer is given again. */
          readonly 'Idempotency-Replayed'?: 'true' | 'false'
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/xml': string
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 409: components['responses']['OtherBody']
      readonly 413: components['responses']['TooLarge']
      readonly 415: components['responses']['WrongType']
      /** @description Read and refused: nothing is stored, the number stays free. A DecImportResponse whose ResponseCode is not 0 and whose ErrorMessage says why. */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/xml': string
        }
      }
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly askDeclaration: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        readonly clientSeqNo: components['parameters']['ClientSeqNo']
      }
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description It is held. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Held']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 404: components['responses']['NotHeld']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly listReceipts: {
    readonly parameters: {
      readonly query?: {
        /** @description Cursor of the last page; left out at the very first call. */
        readonly after?: string
        /** @description Longest wait in seconds. */
        readonly wait?: number
      }
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description A page of at most 100 receipts; empty when none came in time. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['ReceiptPage']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly readTime: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description Now. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['PortalTime']
        }
      }
      readonly 401: components['responses']['Unauthorized']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly readPractice: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The settings. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['PracticeSettings']
        }
      }
      readonly 401: components['responses']['Unauthorized']
    }
  }
  readonly changePractice: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PracticeChange']
      }
    }
    readonly responses: {
      /** @description The settings after the change. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['PracticeSettings']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
    }
  }
  readonly listFilings: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The filings. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Filings']
        }
      }
      readonly 401: components['responses']['Unauthorized']
    }
  }
  readonly steerDeclaration: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path: {
        readonly clientSeqNo: components['parameters']['ClientSeqNo']
      }
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Steering']
      }
    }
    readonly responses: {
      /** @description What is held. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Held']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 404: components['responses']['NotHeld']
    }
  }
}
