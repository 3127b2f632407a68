import { sameBytes } from './bytes.ts'
import type { Certificate } from './certificate.ts'
import { signedBy } from './verify-signature.ts'

/** Why a certificate is not accepted; `ok` when it is. */
export type ChainVerdict = 'ok' | 'expired' | 'notYet' | 'untrusted'

/** Longest way from a card to a root; the public samples have two hops. */
const longest = 5

const timeVerdict = ({ notBefore, notAfter }: Certificate, at: string): ChainVerdict =>
  at < notBefore ? 'notYet' : at > notAfter ? 'expired' : 'ok'

/** Is the certificate signed, hop by hop, up to one of the roots? Each issuer must be an authority and valid. */
function reachesRoot(leaf: Certificate, others: readonly Certificate[], roots: readonly Certificate[], at: string) {
  let current = leaf
  for (let hop = 0; hop < longest; hop++) {
    if (roots.some((root) => sameBytes(root.der, current.der))) return true
    const issues = (issuer: Certificate): boolean =>
      issuer.subjectKey === current.issuerKey &&
      issuer.isAuthority &&
      timeVerdict(issuer, at) === 'ok' &&
      signedBy(current, issuer.publicKey)
    if (roots.some(issues)) return true
    const next = others.find(issues)
    if (!next || sameBytes(next.der, current.der)) return false
    current = next
  }
  return false
}

/**
 * Trust first, then time: an unknown issuer is told before an old date.
 * @param at moment in UTC, `yyyy-MM-ddTHH:mm:ssZ`
 * @param others intermediate authorities; trusted only as far as a root vouches for them
 */
export function verifyChain(
  leaf: Certificate,
  others: readonly Certificate[],
  roots: readonly Certificate[],
  at: string,
): ChainVerdict {
  return reachesRoot(leaf, others, roots, at) ? timeVerdict(leaf, at) : 'untrusted'
}
