import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/rows.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import type { SystemActor } from '../domain/actor.js';
import { Doors } from '../doors.js';
import { headOf, NO_HEAD } from './batch.js';
import { HeadsFile } from './heads-file.js';
import { rootOf } from './merkle.js';
import { gatherAgain, listBatches, loadEnd, type Gathered, type StoredBatch } from './seals.queries.js';

/** What is wrong with a chain, by the batch it shows in. */
export interface SealFault {
  readonly sequence: number;
  readonly code:
    | 'entry-changed'
    | 'entry-removed'
    | 'entry-added'
    | 'chain-broken'
    | 'tail-cut'
    | 'other-head'
    | 'expired-early';
}

export interface Verified {
  readonly ok: boolean;
  readonly batches: number;
  readonly entries: number;
  /** Batches whose entries have expired: their roots stand in the chain still. */
  readonly expired: number;
  /** Entries that no batch holds yet: nothing can be said of them. */
  readonly unsealed: number;
  /** Lines of the file of heads that were compared. */
  readonly headsKnown: number;
  readonly faults: readonly SealFault[];
}

const AT_ONCE = 50;
/** As `expire_audit_batches` has it. */
const SHORTEST_LIFE = 180 * 86_400 * 1_000_000;

/** Proves a tenant's audit against its seals, and the seals against the heads known outside the database. */
@Injectable()
export class VerifyService {
  private readonly file: HeadsFile;

  constructor(
    private readonly doors: Doors,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.file = new HeadsFile(runtime.environment.dataDir);
  }

  async verify(actor: SystemActor, tenantId: string): Promise<Verified> {
    // Before the database is looked at: heads are told after they are stored.
    const known = await this.knownHeads(tenantId);
    const headsKnown = known.size;
    return this.doors.within(actor, tenantId, async (tx) => {
      const end = await loadEnd(tx, tenantId);
      if (end.head && end.head.sequence > 0) note(known, end.head.sequence, end.head.head.toString('hex'));
      const walked = await walk(tx, tenantId, known);
      const last = [...known.keys()].reduce((most, sequence) => Math.max(most, sequence), 0);
      const isCut = walked.batches < last || (walked.batches > 0 && end.head === null);
      const faults = [
        ...walked.faults,
        ...end.stray.map((sequence) => ({ sequence, code: 'chain-broken' as const })),
        ...(isCut ? [{ sequence: last, code: 'tail-cut' as const }] : []),
      ];
      return { ...walked, ok: faults.length === 0, unsealed: end.unsealed, headsKnown, faults };
    });
  }

  private async knownHeads(tenantId: string): Promise<Map<number, string>> {
    const known = new Map<number, string>();
    for await (const { sequence, head } of this.file.read(tenantId)) note(known, sequence, head);
    return known;
  }
}

/** A head told twice with two values: whichever the database has, the other one is missed. */
const note = (known: Map<number, string>, sequence: number, head: string): void => {
  const before = known.get(sequence);
  known.set(sequence, before === undefined || before === head ? head : 'two values');
};

type Walked = Omit<Verified, 'ok' | 'unsealed' | 'headsKnown'>;

/** Goes along the chain from its first batch. */
const walk = async (tx: Tx, tenantId: string, known: ReadonlyMap<number, string>): Promise<Walked> => {
  const walked = { batches: 0, entries: 0, expired: 0, faults: [] as SealFault[] };
  let head: Buffer = NO_HEAD;
  for (;;) {
    const batches = await listBatches(tx, tenantId, walked.batches, AT_ONCE);
    if (batches.length === 0) return walked;
    const living = batches.filter(({ expiredAt }) => expiredAt === null);
    const found = await gatherAgain(
      tx,
      tenantId,
      living.map(({ sequence }) => sequence),
    );
    for (const batch of batches) {
      const expected = { sequence: walked.batches + 1, previous: head };
      walked.faults.push(...faultsOf(batch, { expected, found: found.get(batch.sequence), known }));
      walked.batches = batch.sequence;
      walked.entries += batch.expiredAt === null ? batch.entries : 0;
      walked.expired += batch.expiredAt === null ? 0 : 1;
      head = batch.head;
    }
  }
};

interface Evidence {
  readonly expected: { readonly sequence: number; readonly previous: Buffer };
  readonly found: Gathered | undefined;
  readonly known: ReadonlyMap<number, string>;
}

const faultsOf = (batch: StoredBatch, { expected, found, known }: Evidence): SealFault[] => {
  const { sequence, head, previous, expiredAt, lastAt } = batch;
  const told = known.get(sequence);
  const codes = [
    ...(sequence === expected.sequence && previous.equals(expected.previous) && head.equals(headOf(batch))
      ? []
      : ['chain-broken' as const]),
    ...(told === undefined || told === head.toString('hex') ? [] : ['other-head' as const]),
    ...(expiredAt === null ? entriesFault(batch, found) : []),
    ...(expiredAt !== null && expiredAt - lastAt < SHORTEST_LIFE ? ['expired-early' as const] : []),
  ];
  return codes.map((code) => ({ sequence, code }));
};

const entriesFault = ({ entries, root }: StoredBatch, found: Gathered | undefined): SealFault['code'][] => {
  const count = found?.entries ?? 0;
  if (count < entries) return ['entry-removed'];
  if (count > entries) return ['entry-added'];
  return found && rootOf(found.leaves).equals(root) ? [] : ['entry-changed'];
};
