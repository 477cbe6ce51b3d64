import type { Views } from '../api/client';

export type OwnPage = Views['OwnPageView'];
export type HeldSection = Views['HeldSectionView'];
export type OwnSignal = Views['OwnSignalView'];
export type LookUp = Views['LookUpView'];
export type OwnRequest = Views['OwnRequestView'];
export type EmployeeRequest = Views['EmployeeRequestView'];
export type RequestKind = Views['RequestKind'];
export type RequestState = Views['RequestState'];
export type RequestOutcome = Views['RequestOutcome'];

export const REQUEST_STATES = ['asked', 'decided', 'withdrawn'] as const satisfies readonly RequestState[];

/** Kinds that say nothing without words. */
export const WORDY: readonly RequestKind[] = ['correction', 'objection'];
