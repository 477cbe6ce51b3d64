/** Browsers treat these as safe without TLS (Secure Contexts § 3.1). */
const OWN_MACHINE = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** What will not work at the address where people reach the product, in words for the log at boot. */
export const warningsOf = (publicUrl: string): string[] => {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'https:') return [];
  if (!OWN_MACHINE.test(hostname))
    return [
      'PUBLIC_URL is plain http: cookies are sent without Secure and can be read on the way',
      'PUBLIC_URL is plain http: browsers offer no passkeys here',
      'PUBLIC_URL is plain http: most identity providers refuse it as an address to return to (OIDC, SAML)',
    ];
  return hostname === 'localhost' || hostname.endsWith('.localhost')
    ? []
    : ['PUBLIC_URL is an IP address: browsers offer no passkeys here; use http://localhost on one machine'];
};
