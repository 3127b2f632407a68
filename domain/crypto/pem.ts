/** Certificates in a text of PEM blocks, one after the other; what stands between them is left out. */
export const pemsOf = (text: string): string[] =>
  text.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? []
