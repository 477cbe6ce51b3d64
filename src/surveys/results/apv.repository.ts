import { change, row, rows, type Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { ApvAbsenceYear } from './domain/apv-absence.js';
import type { ApvOccasion, ApvPhase } from './domain/apv.js';
import type { ApvPhaseDto, NewApvDto } from './apv.dto.js';

export interface StoredPhase {
  readonly phase: ApvPhase;
  readonly doneOn: LocalDate;
  readonly evidence: string;
  readonly participants: string;
  readonly figures: ApvAbsenceYear[] | null;
}

export interface StoredApv {
  readonly id: string;
  readonly title: string;
  readonly occasion: ApvOccasion;
  readonly begunOn: LocalDate;
  readonly completedOn: LocalDate | null;
  readonly roundId: string | null;
  readonly phases: readonly StoredPhase[];
}

/** The newest first. */
export const listApvs = (tx: Tx, tenantId: string): Promise<StoredApv[]> =>
  rows(
    tx,
    `select a.id, a.title, a.occasion, a.begun_on as "begunOn", a.completed_on as "completedOn", a.round_id as "roundId",
       coalesce((select jsonb_agg(jsonb_build_object('phase', phase, 'doneOn', done_on, 'evidence', evidence,
         'participants', participants, 'figures', figures)) from apv_phases p
         where p.tenant_id = $1 and p.apv_id = a.id), '[]') as phases
     from apv_assessments a where a.tenant_id = $1 order by a.begun_on desc, a.id desc`,
    [tenantId],
  );

export const insertApv = async (
  tx: Tx,
  tenantId: string,
  hatId: string | null,
  apv: NewApvDto,
): Promise<string> => {
  const made = await row<{ id: string }>(
    tx,
    `insert into apv_assessments (tenant_id, title, occasion, begun_on, round_id, made_by_hat)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [tenantId, apv.title, apv.occasion, apv.begunOn, apv.roundId ?? null, hatId],
  );
  if (!made) throw new Error('the assessment was not made');
  return made.id;
};

interface PhaseKey {
  readonly tenantId: string;
  readonly apvId: string;
  readonly phase: ApvPhase;
  readonly hatId: string | null;
}

/** Figures that were released once stay as they were. */
export const keepPhase = (
  tx: Tx,
  { tenantId, apvId, phase, hatId }: PhaseKey,
  { doneOn, evidence, participants }: ApvPhaseDto,
  figures: readonly ApvAbsenceYear[] | null,
): Promise<number> =>
  change(
    tx,
    `insert into apv_phases (tenant_id, apv_id, phase, done_on, evidence, participants, figures, recorded_by_hat)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, apv_id, phase) do update set done_on = excluded.done_on, evidence = excluded.evidence,
       participants = excluded.participants, figures = coalesce(apv_phases.figures, excluded.figures),
       recorded_by_hat = excluded.recorded_by_hat, recorded_at = now()`,
    [tenantId, apvId, phase, doneOn, evidence, participants, figures && JSON.stringify(figures), hatId],
  );

export const completeApv = (tx: Tx, tenantId: string, apvId: string, on: LocalDate): Promise<number> =>
  change(
    tx,
    `update apv_assessments set completed_on = $3 where tenant_id = $1 and id = $2 and begun_on <= $3::date`,
    [tenantId, apvId, on],
  );
