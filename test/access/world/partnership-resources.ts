import { systemActor } from '../../../src/access/index.js';
import { rows } from '../../../src/platform/database/rows.js';
import { ReportBuildingService } from '../../../src/reports/report-building.service.js';
import { contractAt } from './contract-resources.js';
import { evaluatorResourceAt } from './evaluator-resources.js';
import { trialAt } from './lab-resources.js';
import { outcomeAt } from './outcome-resources.js';
import { kept, type Maker } from './resources.js';
import type { Position, World } from './world.js';

const reportAt = async (world: World, position: Position): Promise<string> => {
  const id = world.partnerships[position];
  const [report] = await world.app.doors.partnership(systemActor('operator command'), id, (tx) =>
    rows<{ id: string }>(
      tx,
      `insert into partnership_reports (partnership_id, period, state) values ($1, '[2025-10-01,2026-01-01)', 'building') returning id`,
      [id],
    ),
  );
  const reportId = report?.id ?? '';
  const building = world.app.nest.get(ReportBuildingService);
  if (position === 'own')
    await building.build(systemActor('operator command'), { partnershipId: id, reportId });
  return reportId;
};

export const partnershipAt: Maker = async (world, position, operation) => {
  const { path } = operation;
  if (/\/(contract|capital|barriers)/.test(path)) return contractAt(world, position, operation);
  if (path.includes('/evaluator-')) return evaluatorResourceAt(world, position, operation);
  const id = world.partnerships[position];
  if (/[/](effect|settlements)/.test(path)) return outcomeAt(world, position, operation);
  if (path.includes('{trialId}'))
    return kept(world, `trial ${position}`, async () => ({ id, trialId: await trialAt(world, id) }));
  if (!path.includes('{reportId}')) return { id };
  return kept(world, `report ${position}`, async () => ({ id, reportId: await reportAt(world, position) }));
};
