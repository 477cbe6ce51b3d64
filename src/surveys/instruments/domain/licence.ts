import type { Licence } from './instrument.js';

/** A right that an employer has recorded: what it was given, by whom, since when. */
export interface OwnRight {
  readonly grantedBy: string;
  readonly basis: string;
  readonly reference: string | null;
  readonly grantedOn: string;
}

export const LICENCE_STATES = ['free', 'own-right', 'refused-no', 'refused-unknown'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

/** Unknown counts as no: without a right of its own an employer uses only what its terms plainly allow. */
export const licenceState = (
  licence: Pick<Licence, 'commercialUse'>,
  right: OwnRight | null,
): LicenceState => {
  if (licence.commercialUse === 'yes') return 'free';
  if (right) return 'own-right';
  return licence.commercialUse === 'no' ? 'refused-no' : 'refused-unknown';
};

export const mayUse = (state: LicenceState): boolean => state === 'free' || state === 'own-right';
