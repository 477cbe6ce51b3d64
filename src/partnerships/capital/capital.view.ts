import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../../platform/http/page.js';
import {
  CAPITAL_KINDS,
  SPENT_ON,
  type CapitalKind,
  type CapitalStanding,
  type SpentOn,
} from '../domain/capital.js';

export class CapitalEntryView {
  id: string;
  @ApiProperty({ enum: CAPITAL_KINDS, enumName: 'CapitalKind' })
  kind: CapitalKind;
  @ApiProperty({ enum: SPENT_ON, enumName: 'SpentOn', nullable: true })
  purpose: SpentOn | null;
  partyId: string;
  party: string;
  /** In øre; negative where it reverses another. */
  amount: number;
  onDay: string;
  note: string;
  @ApiProperty({ type: String, nullable: true })
  reversesId: string | null;
  /** Whether another entry reverses it. */
  reversed: boolean;
  recordedBy: string;
  recordedAt: string;
}

export class SpentOnView {
  @ApiProperty({ enum: SPENT_ON, enumName: 'SpentOn' })
  purpose: SpentOn;
  amount: number;
}

export class DistributionView {
  principal: number;
  return: number;
  investorsSplit: number;
  providersSplit: number;
}

/** In øre, without VAT. */
export class CapitalStandingView {
  paidIn: number;
  spent: number;
  spentOn: SpentOnView[];
  left: number;
  outcomePayments: number;
  @ApiProperty({ type: () => DistributionView, nullable: true })
  waterfall: DistributionView | null;
  @ApiProperty({ type: Number, nullable: true })
  principalLeft: number | null;
  @ApiProperty({ type: Number, nullable: true })
  returnLeft: number | null;
}

export class CapitalPartyView {
  id: string;
  name: string;
}

export class CapitalPage extends PageView {
  items: CapitalEntryView[];
  @ApiProperty({ type: () => CapitalStandingView })
  standing: CapitalStanding;
  /** Deducted from the savings of each settlement, in øre; null where nothing is agreed. */
  @ApiProperty({ type: Number, nullable: true })
  agreedCosts: number | null;
  parties: CapitalPartyView[];
  abilities: string[];
}

export class EntryMadeView {
  id: string;
}
