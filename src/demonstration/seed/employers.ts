import type { INestApplicationContext } from '@nestjs/common';
import { systemActor, type HatActor } from '../../access/index.js';
import { EmployersService, GoLiveService } from '../../organisations/index.js';
import { addDays, type LocalDate } from '../../shared/local-date.js';
import type { SimulatedEmployer } from '../simulator/simulation.js';
import { employ } from './logins.js';

export const demonstration = systemActor('demonstration');

/** An employer of the demonstration with its HR manager. */
export interface SeededEmployer {
  readonly tenantId: string;
  readonly simulated: SimulatedEmployer;
  readonly hr: HatActor;
}

export const NOTICE_DAYS = 42;

/** Makes an employer and those who sign in there. */
export const seedEmployer = async (
  context: INestApplicationContext,
  simulated: SimulatedEmployer,
): Promise<SeededEmployer> => {
  const { slug, name, sector } = simulated;
  const tenantId = await context.get(EmployersService).createEmployer(demonstration, { slug, name, sector });
  const isMunicipality = sector === 'municipal';
  const hr = await employ(context, isMunicipality ? 'hr' : 'firmHr', { tenantId });
  if (isMunicipality) {
    for (const member of ['administrator', 'representative'] as const)
      await employ(context, member, { tenantId });
  }
  return { tenantId, simulated, hr };
};

/** Records that everything was in place for signals from a day on; to be called on that day. */
export const goLive = async (
  context: INestApplicationContext,
  hr: HatActor,
  liveFrom: LocalDate,
): Promise<void> => {
  const informedOn = addDays(liveFrom, -NOTICE_DAYS);
  await context.get(GoLiveService).record(hr, {
    dpiaApprovedBy: 'Direktionen (demonstration)',
    dpiaApprovedOn: addDays(informedOn, -30),
    worksCouncilOn: addDays(informedOn, -14),
    minutesReference: 'Hoved-MED, punkt 4 (demonstration)',
    informedText:
      'Fra ibrugtagningen får din leder og fastholdelseskonsulenten besked ved tidligt fravær, så I kan tale sammen i tide.',
    informedOn,
    noticeDays: NOTICE_DAYS,
    recipients: 'Nærmeste leder, HR og fastholdelseskonsulenten efter mandat',
    retention: 'Signaler og forløb slettes to år efter afslutning',
    liveFrom,
  });
};
