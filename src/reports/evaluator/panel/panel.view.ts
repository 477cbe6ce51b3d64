import { ApiProperty } from '@nestjs/swagger';
import {
  BASIS_GROUNDS,
  BASIS_KINDS,
  BASIS_STATES,
  type BasisGround,
  type BasisKind,
  type BasisState,
} from './domain/panel-basis.js';
import { PANEL_FIELDS, type PanelField } from './domain/panel-fields.js';
import { DELIVERY_STATES, type DeliveryState } from './panel-deliveries.repository.js';
import { SHARED_STATES, type SharedState } from './shared-deliveries.repository.js';

export class PanelDeliveryView {
  id: string;
  @ApiProperty({ enum: DELIVERY_STATES, enumName: 'DeliveryState' })
  state: DeliveryState;
  orderedAt: Date;
  @ApiProperty({ type: String, nullable: true })
  orderedBy: string | null;
  @ApiProperty({ type: Date, nullable: true })
  finishedAt: Date | null;
  @ApiProperty({ type: Number, nullable: true })
  rows: number | null;
  @ApiProperty({ type: Number, nullable: true })
  people: number | null;
  /** Of a link file: how many have no CPR number here. */
  @ApiProperty({ type: Number, nullable: true })
  withoutCpr: number | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  knownUntil: string | null;
  /** When the evaluator first fetched it. */
  @ApiProperty({ type: Date, nullable: true })
  downloadedAt: Date | null;
  @ApiProperty({ type: Date, nullable: true })
  deletedAt: Date | null;
  /** The day on which the evaluator says to have deleted its copies. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  attestedOn: string | null;
  /** It was fetched, nothing may be kept any more, and nobody has said that it was deleted. */
  attestationDue: boolean;
}

export class PanelBasisView {
  id: string;
  @ApiProperty({ enum: BASIS_KINDS, enumName: 'BasisKind' })
  kind: BasisKind;
  @ApiProperty({ enum: BASIS_STATES, enumName: 'BasisState' })
  state: BasisState;
  /** The delivery whose pseudonyms a link file opens. */
  @ApiProperty({ type: String, nullable: true })
  linksDeliveryId: string | null;
  partnershipId: string;
  partyName: string;
  @ApiProperty({ enum: BASIS_GROUNDS, enumName: 'BasisGround' })
  ground: BasisGround;
  reference: string;
  purpose: string;
  @ApiProperty({ enum: PANEL_FIELDS, enumName: 'PanelField', isArray: true })
  fields: PanelField[];
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
  @ApiProperty({ type: String, format: 'date' })
  deleteOn: string;
  recipient: string;
  allowsCprLink: boolean;
  recordedAt: Date;
  @ApiProperty({ type: String, nullable: true })
  recordedBy: string | null;
  @ApiProperty({ type: Date, nullable: true })
  confirmedAt: Date | null;
  @ApiProperty({ type: String, nullable: true })
  confirmedBy: string | null;
  @ApiProperty({ type: Date, nullable: true })
  withdrawnAt: Date | null;
  /** Whether the reader is another than who wrote it down, and so may confirm. */
  mayConfirm: boolean;
  deliveries: PanelDeliveryView[];
}

/** A party that may be handed something. */
export class PanelRecipientView {
  partnershipId: string;
  partnershipName: string;
  partyId: string;
  name: string;
}

export class PanelBasesView {
  items: PanelBasisView[];
  recipients: PanelRecipientView[];
  abilities: string[];
}

export class BasisRecordedView {
  id: string;
}

export class EvaluatorDeliveryView {
  id: string;
  @ApiProperty({ enum: BASIS_KINDS, enumName: 'BasisKind' })
  kind: BasisKind;
  @ApiProperty({ enum: SHARED_STATES, enumName: 'SharedDeliveryState' })
  state: SharedState;
  employer: string;
  purpose: string;
  @ApiProperty({ enum: PANEL_FIELDS, enumName: 'PanelField', isArray: true })
  fields: PanelField[];
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
  @ApiProperty({ type: String, format: 'date' })
  deleteOn: string;
  bytes: number;
  rows: number;
  people: number;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  knownUntil: string | null;
  deliveredAt: Date;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  attestedOn: string | null;
  /** Nothing may be kept any more, and nobody has said that it was deleted. */
  attestationDue: boolean;
  /** Whether the reader may fetch it now. */
  mayOpen: boolean;
  /** Whether the reader may say that it was deleted. */
  mayAttest: boolean;
}

export class EvaluatorDeliveriesView {
  items: EvaluatorDeliveryView[];
  abilities: string[];
}
