import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../../platform/http/page.js';
import { PLAN_STATUSES, type PlanStatus } from './domain/effect.js';
import { BothLanguages } from './results.view.js';

export class PlanEffectView {
  roundId: string;
  closesOn: string;
  from: number;
  to: number;
  difference: number;
  low: number;
  high: number;
  @ApiProperty({ enum: ['better', 'worse'], enumName: 'ChangeDirection', nullable: true })
  direction: 'better' | 'worse' | null;
}

export class ActionPlanView {
  id: string;
  roundId: string;
  roundTitle: BothLanguages;
  /** Null for the whole. */
  unitId: string | null;
  unitName: string;
  /** The unit right above; null at the top. */
  parentName: string | null;
  scaleId: string | null;
  @ApiProperty({ type: () => BothLanguages, nullable: true })
  scaleName: BothLanguages | null;
  theme: string;
  goal: string;
  owner: string;
  dueOn: string;
  overdue: boolean;
  @ApiProperty({ enum: PLAN_STATUSES, enumName: 'ActionPlanStatus' })
  status: PlanStatus;
  outcome: string;
  version: number;
  /** At the next round that has results; null before it, or where a figure is hidden. */
  @ApiProperty({ type: () => PlanEffectView, nullable: true })
  effect: PlanEffectView | null;
}

export class ActionPlansView extends PageView {
  items: ActionPlanView[];
  overdue: number;
  abilities: string[];
}
