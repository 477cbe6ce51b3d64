import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../../platform/http/page.js';
import { BARRIER_KINDS, type BarrierKind } from '../domain/barrier.js';

export class BarrierView {
  id: string;
  @ApiProperty({ enum: BARRIER_KINDS, enumName: 'BarrierKind' })
  kind: BarrierKind;
  seenOn: string;
  what: string;
  @ApiProperty({ type: String, nullable: true })
  unitId: string | null;
  /** What the contract calls the workplace. */
  @ApiProperty({ type: String, nullable: true })
  unit: string | null;
  action: string;
  actionBy: string;
  @ApiProperty({ type: String, nullable: true })
  dueOn: string | null;
  @ApiProperty({ type: String, nullable: true })
  resolvedOn: string | null;
  revision: number;
}

export class BarrierUnitView {
  id: string;
  name: string;
}

export class BarrierPage extends PageView {
  items: BarrierView[];
  /** How many are open, and how many of those are late. */
  open: number;
  late: number;
  /** Workplaces that one may be about. */
  units: BarrierUnitView[];
  abilities: string[];
}
