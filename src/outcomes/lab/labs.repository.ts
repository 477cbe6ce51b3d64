import { change, row, type Tx } from '../../platform/database/rows.js';
import type { Period } from '../../shared/period.js';
import type { LabContent } from './domain/lab-content.js';

export const LAB_STATES = ['building', 'ready', 'failed'] as const;
export type LabState = (typeof LAB_STATES)[number];
export const LAB_FAILURES = ['too-little-history', 'no-units', 'build-failed'] as const;
export type LabFailure = (typeof LAB_FAILURES)[number];

export interface LabKey {
  readonly partnershipId: string;
  readonly labId: string;
}

export interface StoredLab extends Period {
  readonly id: string;
  readonly state: LabState;
  readonly failure: LabFailure | null;
  readonly employers: number;
  readonly employersDone: number;
  readonly createdAt: Date;
  readonly content: LabContent | null;
}

const COLUMNS = `id, state, failure, lower(period) as "from", upper(period) - 1 as "to", employers,
  employers_done as "employersDone", created_at as "createdAt"`;

/** A lab that is to be read; null where one is being read already. */
export const insertLab = (
  tx: Tx,
  partnershipId: string,
  lab: { readonly period: Period; readonly employers: number; readonly hatId: string | null },
): Promise<StoredLab | null> =>
  row<StoredLab>(
    tx,
    `insert into partnership_labs (partnership_id, state, period, employers, created_by_hat)
     values ($1, 'building', daterange($2, $3, '[]'), $4, $5)
     on conflict (partnership_id) where state = 'building' do nothing
     returning ${COLUMNS}, content`,
    [partnershipId, lab.period.from, lab.period.to, lab.employers, lab.hatId],
  );

export const findLab = (tx: Tx, { partnershipId, labId }: LabKey): Promise<StoredLab | null> =>
  row<StoredLab>(
    tx,
    `select ${COLUMNS}, content from partnership_labs where partnership_id = $1 and id = $2`,
    [partnershipId, labId],
  );

export const latestLab = (tx: Tx, partnershipId: string): Promise<StoredLab | null> =>
  row<StoredLab>(
    tx,
    `select ${COLUMNS}, content from partnership_labs where partnership_id = $1 order by created_at desc, id desc limit 1`,
    [partnershipId],
  );

export const employersRead = (tx: Tx, { partnershipId, labId }: LabKey, done: number) =>
  change(
    tx,
    `update partnership_labs set employers_done = $3 where partnership_id = $1 and id = $2 and state = 'building'`,
    [partnershipId, labId, done],
  );

/** Keeps what was read. Nothing when another run was first. */
export const finishLab = (tx: Tx, { partnershipId, labId }: LabKey, content: LabContent) =>
  change(
    tx,
    `update partnership_labs set state = 'ready', content = $3, employers_done = employers, finished_at = now()
     where partnership_id = $1 and id = $2 and state = 'building'`,
    [partnershipId, labId, JSON.stringify(content)],
  );

export const failLab = (tx: Tx, { partnershipId, labId }: LabKey, failure: LabFailure) =>
  change(
    tx,
    `update partnership_labs set state = 'failed', failure = $3, finished_at = now()
     where partnership_id = $1 and id = $2 and state = 'building'`,
    [partnershipId, labId, failure],
  );
