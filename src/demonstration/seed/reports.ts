import type { INestApplicationContext } from '@nestjs/common';
import { fixedPeriodsOver, TrackReleasesService } from '../../partnerships/index.js';
import { ReportsService } from '../../reports/index.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { SeededPartnership } from './contract.js';
import { demonstration } from './employers.js';

/** What the steering group opens with: the tracks' figures of the period that ended last, and the report on it. */
export const seedReports = async (
  context: INestApplicationContext,
  { id, from }: SeededPartnership,
  endOn: LocalDate,
): Promise<void> => {
  const [last] = fixedPeriodsOver({ from, to: endOn }, endOn);
  if (!last) return;
  const period = { from: last.from, to: last.to };
  // Before the report, which shows them.
  await context.get(TrackReleasesService).release(demonstration, id, period);
  await context.get(ReportsService).build(demonstration, { partnership: id, ...period });
};
