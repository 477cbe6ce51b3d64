import type { HatActor } from '../access/index.js';
import type { GoLiveRecord } from './domain/go-live.js';

/** The employer's impact assessment as a document. `signals` knows the rules it tells of, and provides it. */
export abstract class ImpactAssessments {
  /** As PDF for keeping, filled in as the employer stands today and with what a record says of its approval. */
  abstract write(actor: HatActor, record: GoLiveRecord): Promise<Uint8Array>;
}
