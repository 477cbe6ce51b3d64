import { ApiProperty } from '@nestjs/swagger';
import { UNIT_KINDS, type UnitKind } from './domain/unit-history.js';

export class UnitNode {
  id: string;
  name: string;
  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' })
  kind: UnitKind;
  @ApiProperty({ type: () => [UnitNode] })
  children: UnitNode[];
}

export class EmployerTreeView {
  id: string;
  name: string;
  units: UnitNode[];
}

/** The units that the hat reaches as they stood on a day; a consultant sees several employers. */
export class UnitTreeView {
  on: string;
  employers: EmployerTreeView[];
  abilities: string[];
}

export class UnitNameView {
  id: string;
  name: string;
}

export class UnitVersionView {
  from: string;
  to: string | null;
  name: string;
  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' })
  kind: UnitKind;
  parentId: string | null;
}

export class UnitView {
  id: string;
  employerId: string;
  name: string;
  @ApiProperty({ enum: UNIT_KINDS, enumName: 'UnitKind' })
  kind: UnitKind;
  /** From the top down to its parent. */
  path: UnitNameView[];
  children: UnitNode[];
  /** What it was when, the latest last. */
  history: UnitVersionView[];
  abilities: string[];
}
