import type { EmployerRole, SsoConnection, SsoSettings } from '../views';
import { readRules, writeRules } from './role-rules';

/** The form's fields: everything as people type it. */
export type ConnectionValues = {
  protocol: 'oidc' | 'saml';
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  entryPoint: string;
  certificate: string;
  signsRequests: boolean;
  encryptedOnly: boolean;
  domains: string;
  roleClaim: string;
  roleMap: string;
  defaultRole: EmployerRole | '';
  employeeNumberClaim: string;
  makesUsers: boolean;
  enabled: boolean;
};

export const valuesOf = (kept: SsoConnection | null): ConnectionValues => ({
  protocol: kept?.protocol ?? 'oidc',
  name: kept?.name ?? '',
  issuer: kept?.issuer ?? '',
  clientId: kept?.clientId ?? '',
  clientSecret: '',
  entryPoint: kept?.entryPoint ?? '',
  certificate: kept?.certificates.join('\n') ?? '',
  signsRequests: kept?.signsRequests ?? false,
  encryptedOnly: kept?.encryptedOnly ?? false,
  domains: kept?.emailDomains.join(', ') ?? '',
  roleClaim: kept?.roleClaim ?? '',
  roleMap: writeRules(kept?.roleMap ?? []),
  defaultRole: kept?.defaultRole ?? '',
  employeeNumberClaim: kept?.employeeNumberClaim ?? '',
  makesUsers: kept?.makesUsers ?? true,
  enabled: kept?.enabled ?? true,
});

const PEM = /-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g;
const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export const settingsOf = (values: ConnectionValues, kept: SsoConnection | null): SsoSettings => {
  const read = readRules(values.roleMap);
  const isSaml = values.protocol === 'saml';
  const secret = filled(values.clientSecret);
  return {
    protocol: values.protocol,
    name: values.name.trim(),
    issuer: values.issuer.trim(),
    clientId: values.clientId.trim(),
    ...(secret === null ? {} : { clientSecret: secret }),
    entryPoint: values.entryPoint.trim(),
    certificates: isSaml ? (values.certificate.match(PEM) ?? []) : [],
    signsRequests: isSaml && values.signsRequests,
    encryptedOnly: isSaml && values.encryptedOnly,
    emailDomains: values.domains.split(/[\s,;]+/).filter((domain) => domain !== ''),
    emailClaim: kept?.emailClaim ?? null,
    roleClaim: filled(values.roleClaim),
    roleMap: 'rules' in read ? read.rules : [],
    defaultRole: values.defaultRole === '' ? null : values.defaultRole,
    employeeNumberClaim: filled(values.employeeNumberClaim),
    makesUsers: values.makesUsers,
    enabled: values.enabled,
  };
};
