import { X509Certificate } from 'node:crypto';

/**
 * When the last of a provider's certificates ends: two are accepted while one replaces the other. Null where there is
 * none that ends: a public key alone does not say.
 */
export const endOf = (certificates: readonly string[]): Date | null => {
  const ends = certificates
    .filter((pem) => pem.includes('CERTIFICATE'))
    .map((pem) => new X509Certificate(pem).validTo);
  if (ends.length === 0 || ends.length < certificates.length) return null;
  return new Date(Math.max(...ends.map((end) => Date.parse(end))));
};
