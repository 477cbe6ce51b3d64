import type { SignalRow } from './views';

/** Whom or what a signal is about: a person, or the unit. */
export const signalSubject = ({ personName, unitName }: Pick<SignalRow, 'personName' | 'unitName'>): string =>
  personName ?? unitName;
