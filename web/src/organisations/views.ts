import type { Views } from '../api/client';

export type UnitNode = Views['UnitNode'];
export type UnitTree = Views['UnitTreeView'];
export type UnitKind = Views['UnitKind'];
export type UnitView = Views['UnitView'];
