import { join } from 'node:path'
import { toBase64 } from '../../domain/crypto/bytes.ts'
import { cardOids } from '../../domain/crypto/oids.ts'
import { writeCardFile } from '../../sandbox/authority/card-file.ts'
import { issueCertificate, type Names } from '../../sandbox/authority/issue-certificate.ts'
import { newKeyPair } from '../../sandbox/authority/key-pair.ts'
import { pem } from '../../sandbox/authority/make-authority.ts'
import { practiceCompany, practiceOperator, practicePin } from '../../sandbox/authority/practice-company.ts'

const day = 86_400_000

/**
 * An operator card that says nothing of practice, as a real site would meet it, with the authority that issued it.
 * @param folder where the card's file is written
 */
export function madeUpCard(folder: string): { file: string; authority: string; cardNo: string } {
  const key = newKeyPair('SM2')
  const own = newKeyPair('SM2')
  const names: Names = [['2.5.4.3', '测试用发卡机构']]
  const span = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + 3650 * day) }
  const root = issueCertificate(
    { ...span, subject: names, issuer: names, publicKeyInfo: key.publicKeyInfo, isAuthority: true, texts: {} },
    key,
  )
  const { cardNo, name: holder } = practiceOperator
  const certificate = issueCertificate(
    {
      ...span,
      subject: [['2.5.4.3', holder]],
      issuer: names,
      publicKeyInfo: own.publicKeyInfo,
      isAuthority: false,
      texts: {
        [cardOids.enterprise]: practiceCompany.name,
        [cardOids.cardNo]: `03-${cardNo}`,
        [cardOids.copCode]: practiceCompany.copCode,
      },
    },
    key,
  )
  const file = join(folder, 'made-up-card.json')
  writeCardFile(file, {
    version: 1,
    name: 'made-up',
    chipNo: 'MU000000001',
    cardNo,
    holder,
    company: practiceCompany.name,
    algorithm: 'SM2',
    privateKey: own.privateKey,
    certificate: toBase64(certificate),
    pin: practicePin,
    maxTries: 6,
    triesLeft: 6,
  })
  return { file, authority: pem(root), cardNo }
}
