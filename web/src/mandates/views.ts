import type { Views } from '../api/client';

export type Mandate = Views['MandateView'];
export type OwnMandate = Views['OwnMandateView'];
export type MandatePage = Views['MandatePage'];
export type Provider = Views['ProviderView'];
export type GrantMandate = Views['GrantMandateDto'];
export type MandateScope = Views['MandateScopeDto'];
