import { conflict, notFound } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/database/rows.js';
import { definitionFaults } from './domain/definition.js';
import type { Instrument, Licence } from './domain/instrument.js';
import { licenceState, mayUse, type LicenceState } from './domain/licence.js';
import { fitFaults, nameFaults, type PublishingFault } from './domain/ownership.js';
import type { Origin } from './instruments.view.js';
import {
  findRight,
  findStored,
  listRights,
  listStored,
  type Definition,
  type StoredInstrument,
  type StoredRight,
} from './instruments.repository.js';
import { findOwn, findStandard, OWN_INSTRUMENTS } from './registry/registry.js';
import { OTHER_PROTECTED_NAMES, STANDARDS, type Standard } from './registry/standards.js';

/** An instrument as an employer has it: the registry's part and its own. */
export interface KnownInstrument {
  readonly id: string;
  readonly origin: Origin;
  /** As it is asked; a standard without words while it is not filled in; of a first draft, the draft. */
  readonly instrument: Instrument;
  readonly standard: Standard | null;
  readonly stored: StoredInstrument | null;
  readonly right: StoredRight | null;
  readonly licence: LicenceState;
  readonly usable: boolean;
}

const EMPLOYERS_LICENCE: Licence = {
  holder: '',
  terms: {
    da: 'Arbejdsgiverens egne spørgsmål.',
    en: 'The employer’s own questions.',
  },
  commercialUse: 'yes',
  checkedOn: '',
  source: '',
};

export const asInstrument = (id: string, version: number, definition: Definition): Instrument => ({
  ...definition,
  id,
  version,
  licence: findStandard(id)?.outline.licence ?? EMPLOYERS_LICENCE,
});

const ours = (instrument: Instrument): KnownInstrument => ({
  id: instrument.id,
  origin: 'ours',
  instrument,
  standard: null,
  stored: null,
  right: null,
  licence: 'free',
  usable: true,
});

const standardOf = (
  standard: Standard,
  stored: StoredInstrument | null,
  right: StoredRight | null,
): KnownInstrument => {
  const { outline } = standard;
  const { published = null } = stored ?? {};
  const licence = licenceState(outline.licence, right);
  return {
    id: outline.id,
    origin: 'standard',
    instrument: published ? asInstrument(outline.id, published.version, published.definition) : outline,
    standard,
    stored,
    right,
    licence,
    usable: published !== null && mayUse(licence),
  };
};

const employersOf = (stored: StoredInstrument): KnownInstrument[] => {
  const shown = stored.published ?? stored.draft;
  if (!shown) return [];
  return [
    {
      id: stored.id,
      origin: 'employer',
      instrument: asInstrument(stored.id, shown.version, shown.definition),
      standard: null,
      stored,
      right: null,
      licence: 'free',
      usable: stored.published !== null && stored.retiredAt === null,
    },
  ];
};

/** Every instrument that an employer may look at. */
export const listKnown = async (tx: Tx, tenantId: string): Promise<KnownInstrument[]> => {
  const stored = await listStored(tx, tenantId);
  const rights = await listRights(tx, tenantId);
  const storedOf = (id: string) => stored.find((each) => each.id === id) ?? null;
  return [
    ...OWN_INSTRUMENTS.map(ours),
    ...STANDARDS.map((each) =>
      standardOf(each, storedOf(each.outline.id), rights.get(each.outline.id) ?? null),
    ),
    ...stored.filter(({ id }) => !findStandard(id)).flatMap(employersOf),
  ];
};

/** @throws Problem 404 where the employer has none of that id. */
export const getKnown = async (tx: Tx, tenantId: string, id: string): Promise<KnownInstrument> => {
  const own = findOwn(id);
  if (own) return ours(own);
  const stored = await findStored(tx, tenantId, id);
  const standard = findStandard(id);
  if (standard) return standardOf(standard, stored, await findRight(tx, tenantId, id));
  const [known] = stored ? employersOf(stored) : [];
  if (!known) throw notFound();
  return known;
};

const REFUSALS: Readonly<Partial<Record<LicenceState, string>>> = {
  'refused-no': 'Its terms allow no commercial use, and no right of your own is recorded.',
  'refused-unknown': 'Whether its terms allow this use is unknown, and no right of your own is recorded.',
};

/** @throws Problem 409 `licence-refused-no` or `licence-refused-unknown` where the employer may not use it. */
export const refuseUnlicensed = ({ licence }: Pick<KnownInstrument, 'licence'>): void => {
  const refusal = REFUSALS[licence];
  if (refusal) throw conflict(`licence-${licence}`, refusal);
};

/**
 * The instrument that a round asks: licensed, complete and published.
 * @throws Problem 404, or 409 with the reason.
 */
export const getInstrumentForUse = async (tx: Tx, tenantId: string, id: string): Promise<Instrument> => {
  const known = await getKnown(tx, tenantId, id);
  refuseUnlicensed(known);
  if (known.stored?.retiredAt) throw conflict('instrument-retired', 'The instrument is no longer in use.');
  if (!known.usable) throw conflict('instrument-not-published', 'The instrument has not been published.');
  return known.instrument;
};

/** What keeps a draft from being published. */
export const publishingFaults = (instrument: Instrument): PublishingFault[] => {
  const standard = findStandard(instrument.id);
  const faults = definitionFaults(instrument);
  if (standard) return [...faults, ...fitFaults(instrument, standard.outline, standard.open)];
  const names = [...STANDARDS.map(({ protectedName }) => protectedName), OTHER_PROTECTED_NAMES];
  return [...faults, ...nameFaults(instrument, names)];
};
