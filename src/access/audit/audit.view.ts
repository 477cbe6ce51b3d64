import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../../platform/http/page.js';
import { AUDIT_ROLES, OUTCOMES, type AuditOutcome, type AuditRole } from './audit.dto.js';

export class AuditEntryView {
  id: string;
  at: Date;
  @ApiProperty({ enum: AUDIT_ROLES, enumName: 'AuditRole' })
  role: AuditRole;
  /** Whoever wears the hat; null for the product itself, a machine and an account that is gone. */
  @ApiProperty({ type: String, nullable: true })
  actorName: string | null;
  action: string;
  subjectType: string;
  subjectIds: string[];
  /** How many people it is about; which ones is not told by name. */
  people: number;
  purpose: string;
  /** A network and a kind of program, `worker` or `cli`. */
  origin: string;
  @ApiProperty({ enum: OUTCOMES, enumName: 'AuditOutcome' })
  outcome: AuditOutcome;
  /** Filter and further facts, as JSON. */
  detail: string;
  /** The batch that sealed it; null for its first minute. */
  @ApiProperty({ type: Number, nullable: true })
  batch: number | null;
}

export class AuditPage extends PageView {
  items: AuditEntryView[];
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
}

export class AuditCountView {
  action: string;
  @ApiProperty({ enum: AUDIT_ROLES, enumName: 'AuditRole' })
  role: AuditRole;
  @ApiProperty({ enum: OUTCOMES, enumName: 'AuditOutcome' })
  outcome: AuditOutcome;
  /** null for fewer than five, or than the employer has raised that to. */
  @ApiProperty({ type: Number, nullable: true })
  entries: number | null;
}

export class AuditCountsView {
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date' })
  to: string;
  items: AuditCountView[];
}
