import { ApiProperty } from '@nestjs/swagger';
import { retentionClasses, type RetentionClass } from './domain/retention.js';

export class RetentionRuleView {
  @ApiProperty({ enum: retentionClasses, enumName: 'RetentionClass' })
  dataClass: RetentionClass;
  days: number;
  defaultDays: number;
  /** The rules of the product need it at least this long. */
  leastDays: number;
  /** Why not the default; null where that holds. */
  reason: string | null;
  changedAt: Date | null;
  /** How many rows would be erased or pseudonymised now; null for few, where the reader may not see whose. */
  @ApiProperty({ type: Number, nullable: true })
  due: number | null;
  lastRunAt: Date | null;
  /** Null until the first run; and for few, where the reader may not see whose. */
  lastErased: number | null;
}

export class RetentionView {
  items: RetentionRuleView[];
  /** How many legal holds stand; null for few, where the reader may not see whose. */
  @ApiProperty({ type: Number, nullable: true })
  holds: number | null;
  abilities: string[];
}
