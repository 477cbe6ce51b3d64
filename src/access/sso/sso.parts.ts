import { SamlCertificates } from './saml-certificates.service.js';
import { SamlKeysController } from './saml-keys.controller.js';
import { SamlKeys } from './saml-keys.service.js';
import { SsoConnectionsController } from './sso-connections.controller.js';
import { SsoConnections } from './sso-connections.service.js';
import { SsoController } from './sso.controller.js';
import { SsoEntry } from './sso-entry.service.js';
import { SsoUsers } from './sso-users.service.js';

/** What the module of `access` wires for employers' identity providers. */
export const SSO_CONTROLLERS = [SsoController, SsoConnectionsController, SamlKeysController];
export const SSO_PROVIDERS = [SsoEntry, SsoUsers, SsoConnections, SamlKeys, SamlCertificates];
