import { ApiProperty } from '@nestjs/swagger';
import { PageView } from '../platform/http/page.js';

/** A person in reach with where they work today, or until when they did. */
export class PersonRow {
  id: string;
  name: string;
  employeeNumber: string;
  unitId: string | null;
  unitName: string | null;
  jobGroup: string | null;
  /** The last employed day, where it is known. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  to: string | null;
}

export class PeoplePage extends PageView {
  items: PersonRow[];
}

/** Unit, leader, hours and job group for a time. */
export class TermsView {
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  to: string | null;
  unitId: string;
  /** As the unit was called then. */
  unitName: string;
  managerName: string | null;
  weeklyHours: number;
  jobGroup: string;
}

export class EmploymentView {
  id: string;
  employeeNumber: string;
  @ApiProperty({ type: String, format: 'date' })
  from: string;
  /** The last employed day. */
  @ApiProperty({ type: String, format: 'date', nullable: true })
  to: string | null;
  /** Newest first. */
  terms: TermsView[];
}

export class PersonView {
  id: string;
  name: string;
  employments: EmploymentView[];
}
