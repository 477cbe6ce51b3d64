import type { Views } from '../api/client';

export type PartnershipRow = Views['PartnershipRow'];
export type PartnershipView = Views['PartnershipView'];
export type ReportPeriod = Views['ReportPeriodView'];
export type FixedCut = Views['FixedCut'];
export type ReportCell = Views['ReportCell'];
export type ReportMeasure = Views['ReportMeasure'];
export type ReportFigure = Views['ReportFigure'];
export type ReportGroup = Views['ReportGroup'];
export type ReportContent = Views['ReportContent'];
export type ReportRow = Views['ReportRow'];
export type ReportView = Views['PartnershipReportView'];
