import { generateKeyPairSync, randomUUID, verify, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { inflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { freePort } from '../harness/process.js';
import { encrypt, type Encrypting } from './saml-encrypt.js';

export interface SamlClaims {
  readonly subject: string;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
}

/** What an attacker, or a fault, would change of an answer. */
export interface Twist {
  readonly audience?: string;
  readonly issuer?: string;
  readonly recipient?: string;
  readonly inResponseTo?: string;
  readonly from?: Date;
  readonly to?: Date;
  readonly signedBy?: string;
  readonly unsigned?: boolean;
  /** To whom, and how, the assertion is encrypted. */
  readonly encrypted?: Encrypting;
}

export interface TestSaml {
  readonly entityId: string;
  readonly entryPoint: string;
  readonly certificate: string;
  who(claims: SamlClaims): void;
  /** From now on only requests signed with one of these are answered; null to answer all. */
  demandSigned(certificates: readonly string[] | null): void;
  /** The form that a browser would post: to where, and what. */
  answer(address: string, twist?: Twist): { readonly acs: string; readonly body: Record<string, string> };
  close(): Promise<void>;
}

const keys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

/** A key that nobody named. */
export const foreignKey = (): string => keys().privateKey;

interface Request {
  readonly id: string;
  readonly acs: string;
  readonly audience: string;
  readonly relayState: string;
}

const requestOf = (address: string): Request => {
  const query = new URL(address).searchParams;
  const xml = inflateRawSync(Buffer.from(query.get('SAMLRequest') ?? '', 'base64')).toString('utf8');
  const of = (pattern: RegExp): string => pattern.exec(xml)?.[1] ?? '';
  return {
    id: of(/ ID="([^"]+)"/),
    acs: of(/AssertionConsumerServiceURL="([^"]+)"/),
    audience: of(/Issuer[^>]*>([^<]+)</),
    relayState: query.get('RelayState') ?? '',
  };
};

/** The signature is over the query as it was sent, octet for octet (SAML bindings 3.4.4.1). */
const isSigned = (address: string, certificates: readonly string[]): boolean => {
  const query = new URL(address).search.slice(1);
  const [signed = '', signature = ''] = query.split('&Signature=');
  const isRsaSha256 = signed.endsWith(
    `&SigAlg=${encodeURIComponent('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')}`,
  );
  const bytes = Buffer.from(decodeURIComponent(signature), 'base64');
  return (
    isRsaSha256 &&
    certificates.some((pem) =>
      verify('sha256', Buffer.from(signed), new X509Certificate(pem).publicKey, bytes),
    )
  );
};

const assertionOf = (request: Request, claims: SamlClaims, own: string, twist: Twist): string => {
  const from = (twist.from ?? new Date(Date.now() - 1000)).toISOString();
  const to = (twist.to ?? new Date(Date.now() + 300_000)).toISOString();
  const attributes = Object.entries(claims.attributes).map(
    ([name, values]) =>
      `<saml:Attribute Name="${name}">${values.map((one) => `<saml:AttributeValue>${one}</saml:AttributeValue>`).join('')}</saml:Attribute>`,
  );
  return [
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${randomUUID()}" Version="2.0" IssueInstant="${from}">`,
    `<saml:Issuer>${twist.issuer ?? own}</saml:Issuer><saml:Subject><saml:NameID>${claims.subject}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData`,
    ` InResponseTo="${twist.inResponseTo ?? request.id}" Recipient="${twist.recipient ?? request.acs}" NotOnOrAfter="${to}"/>`,
    `</saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${from}" NotOnOrAfter="${to}">`,
    `<saml:AudienceRestriction><saml:Audience>${twist.audience ?? request.audience}</saml:Audience></saml:AudienceRestriction>`,
    `</saml:Conditions><saml:AuthnStatement AuthnInstant="${from}"/><saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement></saml:Assertion>`,
  ].join('');
};

const sign = (xml: string, privateKey: string): string => {
  const signer = new SignedXml({
    privateKey,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  signer.addReference({
    xpath: "//*[local-name(.)='Assertion']",
    transforms: [
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signer.computeSignature(xml, {
    location: { reference: "//*[local-name(.)='Assertion']/*[local-name(.)='Issuer']", action: 'after' },
  });
  return signer.getSignedXml();
};

export const envelope = (assertions: string, inResponseTo: string, issuer: string): string =>
  Buffer.from(
    `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_${randomUUID()}" Version="2.0" IssueInstant="${new Date().toISOString()}" InResponseTo="${inResponseTo}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${assertions}</samlp:Response>`,
  ).toString('base64');

const page = (acs: string, body: Readonly<Record<string, string>>): string =>
  `<!doctype html><meta charset="utf-8"><form method="post" action="${acs}">${Object.entries(body)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')}<button>Send</button></form><script>document.forms[0].submit()</script>`;

/** A SAML provider with a page of its own, at which whoever the test names is signed in at once. */
export const startSaml = async (): Promise<TestSaml> => {
  const { publicKey, privateKey } = keys();
  const port = await freePort();
  const own = `http://localhost:${port}`;
  let claims: SamlClaims = { subject: 'nobody', attributes: {} };
  let demanded: readonly string[] | null = null;
  const answer = (address: string, twist: Twist = {}) => {
    if (demanded && !isSigned(address, demanded)) throw new Error('the request is not signed');
    const request = requestOf(address);
    const assertion = assertionOf(request, claims, own, twist);
    const signed = twist.unsigned ? assertion : sign(assertion, twist.signedBy ?? privateKey);
    const sent = twist.encrypted ? encrypt(signed, twist.encrypted) : signed;
    const SAMLResponse = envelope(sent, request.id, own);
    return { acs: request.acs, body: { SAMLResponse, RelayState: request.relayState } };
  };
  const server = createServer((request, response) => {
    const { acs, body } = answer(new URL(request.url ?? '', own).href);
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page(acs, body));
  });
  server.listen(port);
  await once(server, 'listening');
  return {
    entityId: own,
    entryPoint: `${own}/sso`,
    certificate: publicKey,
    who: (next) => {
      claims = next;
    },
    demandSigned: (certificates) => {
      demanded = certificates;
    },
    answer,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
