import { startChild } from './child.js';
import { rounded } from './measuring.js';
import type { PackDone, PackOrder } from './pack-child.js';
import type { Subject } from './report.js';

const GOAL_SECONDS = 60;
const GOAL_MEGABYTES = 500;

/** The pack of a whole year for a partnership of everybody: figures through the output policy, PDF, workbook and values. */
export const pack: Subject = async (stage) => {
  const database = await stage.stocked();
  const order: PackOrder = { database, folder: stage.folder, employees: stage.employees };
  const child = startChild<PackDone>('./pack-child.js', order);
  const { workplaces, made, files, processorSeconds, peakMemory } = await child.message;
  await child.stop();
  const seconds = (made + files) / 1000;
  return {
    subject: 'pack',
    size: { employees: stage.employees, spells: stage.spells().length, workplaces },
    ours: { madeMilliseconds: made, filesMilliseconds: files, processorSeconds, peakMegabytes: peakMemory },
    limit: { name: 'the time that a worker may take', seconds: GOAL_SECONDS, megabytes: GOAL_MEGABYTES },
    ratio: rounded(seconds / GOAL_SECONDS, 2),
    goal: `< ${GOAL_SECONDS} s in < ${GOAL_MEGABYTES} MB`,
    met: seconds < GOAL_SECONDS && peakMemory < GOAL_MEGABYTES,
    noise: {},
  };
};
