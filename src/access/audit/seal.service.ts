import { Inject, Injectable } from '@nestjs/common';
import { rows, type Tx } from '../../platform/database/rows.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { systemActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { headOf } from './batch.js';
import { HeadsFile } from './heads-file.js';
import { rootOf } from './merkle.js';
import { gather, hasUnsealed, insertBatch, listBatches, takeHead } from './seals.queries.js';

const sealer = systemActor('seal the audit');
/** Entries of one batch at most: what is sealed in one transaction. */
const MOST = 20_000;
const HEADS_AT_ONCE = 1000;

/** Seals what no batch holds yet, and tells the heads to the log and to a file outside the database. */
@Injectable()
export class SealService {
  private readonly file: HeadsFile;

  constructor(
    private readonly doors: Doors,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {
    this.file = new HeadsFile(runtime.environment.dataDir);
  }

  /** Every tenant's. Returns how many entries were sealed. */
  async sealAll(): Promise<number> {
    const tenants = await this.doors.system('list the tenants to seal', (tx) =>
      rows<{ id: string }>(tx, 'select id from tenants order by id'),
    );
    let sealed = 0;
    for (const { id } of tenants) sealed += await this.seal(id);
    return sealed;
  }

  /** One tenant's, batch by batch until none waits; nothing where another seals it now. */
  async seal(tenantId: string): Promise<number> {
    let sealed = 0;
    for (let entries = MOST; entries === MOST; sealed += entries) {
      entries = await this.doors.within(sealer, tenantId, (tx) => sealBatch(tx, tenantId));
    }
    await this.tellHeads(tenantId);
    return sealed;
  }

  /** Also what an earlier run sealed and did not live to tell. */
  private async tellHeads(tenantId: string): Promise<void> {
    const known = await this.file.last(tenantId);
    const batches = await this.doors.within(sealer, tenantId, (tx) =>
      listBatches(tx, tenantId, known, HEADS_AT_ONCE),
    );
    const heads = batches.map(({ sequence, entries, head, sealedAt }) => ({
      sequence,
      entries,
      head: head.toString('hex'),
      sealedAt: new Date(sealedAt / 1000),
    }));
    await this.file.add(tenantId, heads);
    for (const { sequence, entries, head } of heads)
      this.runtime.log.info({ tenantId, sequence, entries, head }, 'audit sealed');
  }
}

const sealBatch = async (tx: Tx, tenantId: string): Promise<number> => {
  if (!(await hasUnsealed(tx, tenantId))) return 0;
  const end = await takeHead(tx, tenantId);
  if (!end) return 0;
  const sequence = end.sequence + 1;
  const gathered = await gather(tx, tenantId, sequence, MOST);
  if (!gathered) return 0;
  const { entries, firstAt, lastAt, leaves } = gathered;
  const sealedAt = Date.now() * 1000;
  const root = rootOf(leaves);
  const batch = { tenantId, sequence, sealedAt, entries, firstAt, lastAt, root, previous: end.head };
  await insertBatch(tx, batch, headOf(batch));
  return entries;
};
