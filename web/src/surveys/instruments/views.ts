import type { Views } from '../../api/client';

export type Wording = Views['WordingDto'];
export type Choice = Views['ChoiceDto'];
export type Item = Views['ItemDto'];
export type ItemKind = Views['ItemKind'];
export type Scale = Views['ScaleDto'];
export type Threshold = Views['ThresholdDto'];
export type Reference = Views['ReferenceDto'];
export type Page = Views['PageDto'];
export type Definition = Views['DefinitionDto'];
export type Instrument = Views['InstrumentView'];
export type InstrumentRow = Views['InstrumentRow'];
export type InstrumentPage = Views['InstrumentPageView'];
export type Draft = Views['DraftView'];
export type Pack = Views['PackView'];
export type LicenceState = Views['LicenceState'];
export type RightRecord = Views['RecordRightDto'];

/** What has been answered, by item: the values of the choices taken, a number or a text. */
export type Answers = Readonly<Record<string, number | readonly number[] | string | null>>;
