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
  readonly '/captchas': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['captcha']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/messages': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['sms']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/names/check': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['checkNames']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/names/find': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['findUserName']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/companies': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['register']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sessions': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['login']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sessions/challenge': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['loginChallenge']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sessions/card': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['loginByCard']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/activations': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['activate']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/passwords/reset': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['resetPassword']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/sessions/end': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['logout']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/passwords/change': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['changePassword']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/me/mobile': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['changeMobile']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/me/email': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['changeEmail']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/operators/list': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['operators']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/operators': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['invite']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/operators/state': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['setOperator']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/bindings/list': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['bindings']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/bindings/challenge': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['bindChallenge']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/bindings': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['bind']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/bindings/end': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['unbind']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/qualification': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['qualification']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/applications/list': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['applications']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/applications': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['apply']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/applications/ask': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['askApplication']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/papers/missing': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['missingPapers']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/papers': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['sendPaper']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/papers/read': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['readPaper']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/cards': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['cards']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/grants/challenge': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['grantChallenge']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/grants': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    readonly put?: never
    readonly post: operations['grant']
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/practice/members': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly get?: never
    /** Set companies, users, cards and qualifications to a beginning. Declarations stay. */
    readonly put: operations['beginPractice']
    readonly post?: never
    readonly delete?: never
    readonly options?: never
    readonly head?: never
    readonly patch?: never
    readonly trace?: never
  }
  readonly '/practice/notices': {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    /** Short messages that a real portal would have sent, newest first. */
    readonly get: operations['listNotices']
    readonly put?: never
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
    readonly StepText: {
      readonly [key: string]:
        | {
            readonly [key: string]: string
          }
        | readonly {
            readonly [key: string]: string
          }[]
    }
    readonly FiledQualification: {
      readonly creditCode: string
      readonly companyName: string
      readonly customsCode: string
      readonly inspectionCode: string
      readonly rights: readonly ('customs' | 'inspection')[]
      readonly unitKinds: readonly string[]
      readonly validUntil: string
      readonly filedAt: string
      readonly cancelled: boolean
      readonly text: components['schemas']['StepText']
    }
    /** @description A paper that belongs to an application; its bytes are sent by themselves before it. */
    readonly Paper: {
      readonly kind: string
      readonly name: string
      readonly sha256: string
      readonly bytes: number
    }
    readonly HeldApplication: {
      readonly key: string
      /** @enum {string} */
      readonly subject: 'qualification' | 'card'
      readonly kind: string
      readonly title: string
      /** @enum {string} */
      readonly state: 'received' | 'reviewing' | 'refused' | 'filed'
      readonly reason: string
      readonly number: string
      readonly submittedAt: string
      readonly updatedAt: string
      readonly papers: readonly components['schemas']['Paper'][]
    }
    readonly MemberSession: {
      readonly token: string
      readonly userName: string
      readonly personName: string
      /** @enum {string} */
      readonly role: 'administrator' | 'operator'
      readonly mobile: string
      readonly email: string
      readonly companyName: string
      readonly creditCode: string
      readonly orgCode: string
      readonly text: components['schemas']['StepText']
      /** @enum {string} */
      readonly via: 'password' | 'card'
      readonly expiresAt: string
    }
    readonly Operator: {
      readonly userName: string
      readonly personName: string
      /** @enum {string} */
      readonly role: 'administrator' | 'operator'
      /** @enum {string} */
      readonly state: 'invited' | 'active' | 'disabled'
      readonly mobile: string
      readonly cardNo: string
      readonly createdAt: string
    }
    readonly CardBinding: {
      readonly userName: string
      readonly personName: string
      readonly cardNo: string
      readonly holder: string
      readonly company: string
      /** @enum {string} */
      readonly kind: 'operator' | 'legal' | 'unknown'
      readonly serial: string
      readonly notBefore: string
      readonly notAfter: string
      readonly boundAt: string
      readonly unboundAt: string
      readonly reason: string
    }
    readonly PortalCard: {
      readonly cardNo: string
      /** @enum {string} */
      readonly kind: 'operator' | 'legal'
      /** @enum {string} */
      readonly media: 'ic' | 'ikey'
      readonly holder: string
      readonly rights: readonly ('entry' | 'declare')[]
      readonly notBefore: string
      readonly notAfter: string
      readonly userName: string
    }
    readonly Challenge: {
      readonly id: string
      readonly text: string
      readonly expiresAt: string
    }
    readonly Refusal: {
      readonly code: string
      readonly message: string
      readonly problems: readonly {
        readonly path: string
        readonly text: string
      }[]
    }
    readonly Beginning: {
      /** @enum {string} */
      readonly from: 'ready' | 'nothing' | 'single'
    }
    readonly Notices: {
      readonly items: readonly {
        readonly at: string
        readonly to: string
        readonly text: string
      }[]
    }
  }
  responses: {
    /** @description The token of the desk is wrong (`unauthorized`), or nobody is logged in (`no-session`). */
    readonly NoSession: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
    /** @description Only the administrator of the company may do this. */
    readonly Forbidden: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Problem']
      }
    }
    /** @description Understood and refused; nothing was changed. Problems stand beside fields. */
    readonly Refused: {
      headers: {
        readonly [name: string]: unknown
      }
      content: {
        readonly 'application/json': components['schemas']['Refusal']
      }
    }
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
    /** @description Token of the login. */
    readonly Session: string
    /** @description The same key and body are answered as the first time and done once. */
    readonly SubmissionKey: string
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
  readonly captcha: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly id: string
            readonly shown: string
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly sms: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly mobile: string
          /** @enum {string} */
          readonly purpose: 'register' | 'password' | 'userName' | 'mobile'
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly id: string
            readonly expiresAt: string
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly checkNames: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly companyName: string
          readonly creditCode: string
          readonly userName: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly companyName: boolean
            readonly creditCode: boolean
            readonly userName: boolean
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly findUserName: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly creditCode: string
          readonly mobile: string
          readonly smsId: string
          readonly smsCode: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly userNames: readonly string[]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly register: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description The same key and body are answered as the first time and done once. */
        readonly 'Idempotency-Key': components['parameters']['SubmissionKey']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly text: components['schemas']['StepText']
          readonly password: string
          readonly smsId: string
          readonly smsCode: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MemberSession']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 409: components['responses']['OtherBody']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly login: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly userName: string
          readonly password: string
          readonly captchaId: string
          readonly captcha: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MemberSession']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly loginChallenge: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Challenge']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly loginByCard: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly challengeId: string
          readonly certificate: string
          readonly signature: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MemberSession']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly activate: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly userName: string
          readonly code: string
          readonly password: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MemberSession']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly resetPassword: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly userName: string
          readonly password: string
          readonly smsId: string
          readonly smsCode: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': Record<string, never>
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly logout: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': Record<string, never>
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly changePassword: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly old: string
          readonly next: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': Record<string, never>
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly changeMobile: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly mobile: string
          readonly smsId: string
          readonly smsCode: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MemberSession']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly changeEmail: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly email: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['MemberSession']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly operators: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['Operator'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 403: components['responses']['Forbidden']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly invite: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
        /** @description The same key and body are answered as the first time and done once. */
        readonly 'Idempotency-Key': components['parameters']['SubmissionKey']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly text: components['schemas']['StepText']
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly userName: string
            readonly expiresAt: string
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 403: components['responses']['Forbidden']
      readonly 409: components['responses']['OtherBody']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly setOperator: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly userName: string
          readonly active: boolean
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['Operator'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 403: components['responses']['Forbidden']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly bindings: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['CardBinding'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly bindChallenge: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly userName: string
          readonly cardNo: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Challenge']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly bind: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly challengeId: string
          readonly certificate: string
          readonly signature: string
          readonly reason: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['CardBinding'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly unbind: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly cardNo: string
          readonly reason: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['CardBinding'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly qualification: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['FiledQualification'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly applications: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['HeldApplication'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly apply: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
        /** @description The same key and body are answered as the first time and done once. */
        readonly 'Idempotency-Key': components['parameters']['SubmissionKey']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          /** @enum {string} */
          readonly subject: 'qualification' | 'card'
          readonly text: components['schemas']['StepText']
          readonly papers: readonly components['schemas']['Paper'][]
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['HeldApplication']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 403: components['responses']['Forbidden']
      readonly 409: components['responses']['OtherBody']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly askApplication: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly key: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['HeldApplication'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly missingPapers: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly sha256: readonly string[]
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly sha256: readonly string[]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 403: components['responses']['Forbidden']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly sendPaper: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly sha256: string
          /** @description Bytes in base64. */
          readonly content: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly sha256: string
            readonly bytes: number
            /**
             * @description What it is by its first bytes.
             * @enum {string}
             */
            readonly type: 'pdf' | 'jpg' | 'png'
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 403: components['responses']['Forbidden']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly readPaper: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly key: string
          readonly sha256: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly sha256: string
            /** @description Bytes in base64. */
            readonly content: string
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 403: components['responses']['Forbidden']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly cards: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': Record<string, never>
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['PortalCard'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly grantChallenge: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly cardNo: string
          readonly rights: readonly ('entry' | 'declare')[]
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Challenge']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 403: components['responses']['Forbidden']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly grant: {
    readonly parameters: {
      readonly query?: never
      readonly header: {
        /** @description Token of the login. */
        readonly 'X-Session': components['parameters']['Session']
      }
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': {
          readonly challengeId: string
          readonly certificate: string
          readonly signature: string
        }
      }
    }
    readonly responses: {
      /** @description Done, or the answer. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['PortalCard'][]
          }
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['NoSession']
      readonly 403: components['responses']['Forbidden']
      readonly 413: components['responses']['TooLarge']
      readonly 422: components['responses']['Refused']
      readonly 429: components['responses']['Busy']
      readonly 503: components['responses']['Down']
    }
  }
  readonly beginPractice: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Beginning']
      }
    }
    readonly responses: {
      /** @description Begun. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Beginning']
        }
      }
      readonly 400: components['responses']['BadRequest']
      readonly 401: components['responses']['Unauthorized']
    }
  }
  readonly listNotices: {
    readonly parameters: {
      readonly query?: never
      readonly header?: never
      readonly path?: never
      readonly cookie?: never
    }
    readonly requestBody?: never
    readonly responses: {
      /** @description The notices. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown
        }
        content: {
          readonly 'application/json': components['schemas']['Notices']
        }
      }
      readonly 401: components['responses']['Unauthorized']
    }
  }
}
