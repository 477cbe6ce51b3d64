import type { LocalDate } from '../../../shared/local-date.js';
import { stateOfBasis } from './domain/panel-basis.js';
import type { StoredBasis } from './panel-bases.repository.js';
import type { StoredDelivery } from './panel-deliveries.repository.js';
import type { PanelBasisView, PanelDeliveryView } from './panel.view.js';

/** Who reads, and what people are called. */
export interface BasisReader {
  readonly today: LocalDate;
  readonly names: ReadonlyMap<string, string>;
  readonly isOwn: (hatId: string) => boolean;
}

/** A basis with its deliveries, as the employer sees it. */
export const basisView = (
  basis: StoredBasis,
  deliveries: readonly StoredDelivery[],
  reader: BasisReader,
): PanelBasisView => {
  const { recordedByHat, confirmedByHat, withdrawnByHat: _by, partyId: _party, ...told } = basis;
  const state = stateOfBasis(basis, reader.today);
  const ended = state === 'over' || state === 'withdrawn';
  return {
    ...told,
    fields: [...basis.fields],
    state,
    recordedBy: reader.names.get(recordedByHat) ?? null,
    confirmedBy: confirmedByHat === null ? null : (reader.names.get(confirmedByHat) ?? null),
    mayConfirm: state === 'waiting' && !reader.isOwn(recordedByHat),
    deliveries: deliveries.map((delivery) => deliveryView(delivery, ended, reader)),
  };
};

const deliveryView = (
  delivery: StoredDelivery,
  ended: boolean,
  { names }: BasisReader,
): PanelDeliveryView => {
  const {
    pseudonymKey: _key,
    fileId: _file,
    bytes: _bytes,
    basisId: _basis,
    orderedByHat,
    ...told
  } = delivery;
  return {
    ...told,
    orderedBy: names.get(orderedByHat) ?? null,
    attestationDue: ended && delivery.downloadedAt !== null && delivery.attestedOn === null,
  };
};
