import type { Instrument } from '../domain/instrument.js';
import { APV } from './apv.js';
import { LEARNING } from './learning.js';
import { NEWCOMERS } from './newcomers.js';
import { STANDARDS, type Standard } from './standards.js';
import { PULSE, WELLBEING } from './wellbeing.js';

/** The questionnaires of ours, ready for use. */
export const OWN_INSTRUMENTS: readonly Instrument[] = [PULSE, WELLBEING, APV, NEWCOMERS, LEARNING];

export const findOwn = (id: string): Instrument | null =>
  OWN_INSTRUMENTS.find((each) => each.id === id) ?? null;
export const findStandard = (id: string): Standard | null =>
  STANDARDS.find(({ outline }) => outline.id === id) ?? null;
