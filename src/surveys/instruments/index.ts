export { answerMinutes } from './domain/answer-time.js';
export { answeredScores, scoreScale } from './domain/instrument.js';
export type {
  Answers,
  Choice,
  Instrument,
  Item,
  ItemKind,
  Page,
  Scale,
  Wording,
} from './domain/instrument.js';
export { InstrumentsModule } from './instruments.module.js';
export { InstrumentView, PackView } from './instruments.view.js';
export { getInstrumentForUse, listKnown, type KnownInstrument } from './known-instrument.js';
export { PACKS, type Pack, type PackKind } from './registry/packs.js';
