import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { ImportService, refreshMonthFacts } from '../../absence/index.js';
import { JobRunner } from '../../platform/jobs/job-runner.js';
import { bytesOf, payrollFiles, type PayrollFile } from '../payroll/payroll-files.js';
import { simulate } from '../simulator/simulator.js';
import type { SimulationOptions } from '../simulator/simulation.js';
import { actOnSignals } from './activity.js';
import { demonstration, goLive, seedEmployer, type SeededEmployer } from './employers.js';
import { seedEmployee, seedLineManager, seedPartnership } from './partnership.js';
import { seedAddendum, seedContract } from './contract.js';
import { openPages, seedIntroductions } from './introductions.js';
import { seedLedger } from './ledger.js';
import { planEffect, seedOutcomes } from './outcomes.js';
import { seedReports } from './reports.js';
import type { SettableClock } from './settable-clock.js';
import { ask, askedOn, comingPulses, seedPlans } from './surveys.js';
import { seedTracks, yearlyQuestion } from './tracks.js';
import { helpUnits } from './unit-cases.js';

/**
 * Fills an empty database with the demonstration: simulated payroll files, one a month, go through the product's own
 * import; from the partnership's start on, each month's signals are raised on the day its file arrives.
 */
export const seedDemonstration = async (
  context: INestApplicationContext,
  clock: SettableClock,
  options: SimulationOptions,
  tell: (line: string) => void,
): Promise<void> => {
  const simulation = simulate(options);
  clock.set(simulation.beginOn);
  const employers: SeededEmployer[] = [];
  for (const simulated of simulation.employers) employers.push(await seedEmployer(context, simulated));

  const [municipality] = employers;
  if (!municipality) return;
  const { endOn } = simulation;
  const rounds = [...comingPulses(endOn), yearlyQuestion(endOn)].sort((a, b) =>
    a.opensOn < b.opensOn ? -1 : 1,
  );

  const queues = employers.map((employer) => ({
    employer,
    files: payrollFiles(simulation, employer.simulated.index),
  }));
  let rows = 0;
  let begun: Awaited<ReturnType<typeof seedPartnership>> | null = null;
  for (let month = 1; ; month += 1) {
    const arrivals = queues.map(({ employer, files }) => ({
      employer,
      files: [files.next().value, files.next().value].filter((file) => file !== undefined),
    }));
    const [arrived] = arrivals.flatMap(({ files }) => files);
    if (!arrived) break;
    for (; rounds[0] && askedOn(rounds[0]) <= arrived.dataAsOf; rounds.shift())
      await ask(context, clock, municipality.tenantId, rounds[0]);
    clock.set(arrived.dataAsOf);
    const imported = await Promise.all(
      arrivals.map(({ employer, files }) => importFiles(context, employer, files)),
    );
    rows += sum(imported);
    if (arrived.dataAsOf >= simulation.partnershipOn) {
      if (!begun) {
        clock.set(simulation.partnershipOn);
        for (const { hr } of employers) await goLive(context, hr, simulation.partnershipOn);
        begun = await seedPartnership(context, simulation, employers, simulation.partnershipOn);
        await seedContract(context, clock, begun.partnership);
        await planEffect(context, begun.partnership);
        clock.set(arrived.dataAsOf);
      }
      // Figures are made once, when all months are there.
      await context.get(JobRunner).drain([refreshMonthFacts]);
      const { consultant } = begun;
      await actOnSignals(context, { hr: employers.map(({ hr }) => hr), consultant }, month);
      await helpUnits(context, consultant, month);
    }
    if (month % 12 === 0) tell(`  ${month} months imported, ${rows} absences`);
  }
  await context.get(JobRunner).drain();
  await seedPlans(context, municipality, endOn);
  if (begun) {
    await seedAddendum(context, clock, begun.partnership, endOn);
    await planEffect(context, begun.partnership);
    clock.set(endOn);
    await seedLedger(context, clock, begun.partnership, endOn);
    await context.get(JobRunner).drain();
    const told = performance.now();
    await seedOutcomes(context, clock, begun.partnership, endOn);
    tell(`  effects told and periods settled in ${((performance.now() - told) / 1000).toFixed(1)} s`);
  }
  const started = performance.now();
  await seedIntroductions(context, clock, employers, endOn);
  tell(`  introductions of new employees in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  for (const [holder, link] of await openPages(context, municipality))
    tell(`  page of ${holder === 'buddy' ? 'a buddy' : 'a new employee'}, without a login: ${link}`);
  const followed = performance.now();
  await seedTracks(context, municipality, simulation);
  tell(`  citizens and learning of the tracks in ${((performance.now() - followed) / 1000).toFixed(1)} s`);
  if (begun) {
    const reported = performance.now();
    await seedReports(context, begun.partnership, endOn);
    tell(`  the last quarter reported in ${((performance.now() - reported) / 1000).toFixed(1)} s`);
  }
  await seedLineManager(context, municipality, endOn);
  await seedEmployee(context, municipality);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** A month's roster, then its absences. Gives the number of absences. */
const importFiles = async (
  context: INestApplicationContext,
  employer: SeededEmployer,
  files: readonly PayrollFile[],
): Promise<number> => {
  let rows = 0;
  for (const file of files) rows += await importFile(context, employer, file);
  return rows;
};

const importFile = async (
  context: INestApplicationContext,
  { tenantId }: SeededEmployer,
  file: PayrollFile,
): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'naervaer-payroll-'));
  try {
    const path = join(folder, file.name);
    await writeFile(path, bytesOf(file));
    const { kind, dataAsOf } = file;
    const outcome = await context
      .get(ImportService)
      .importFile(demonstration, { tenantId, kind, path, source: 'payroll', dataAsOf });
    if (outcome.rejected > 0) throw new Error(`${file.name}: ${outcome.rejected} rows were rejected`);
    return kind === 'absences' ? outcome.inserted : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
