import { systemActor } from '../../access/index.js';
import { namesApart, unitsOnDay } from '../../organisations/index.js';
import type { Tx } from '../../platform/database/rows.js';
import type { LocalDate } from '../../shared/local-date.js';
import type { RoundPlan } from './domain/round.js';
import { askedBy, groupsAmong } from './opening.service.js';
import { countAsked } from './population.queries.js';
import type { PreviewView } from './rounds.view.js';

/** The reporting groups that a plan would have on a day, and which small units are reported with which others. */
export const previewOf = async (
  tx: Tx,
  plan: RoundPlan & { readonly tenantId: string },
  on: LocalDate,
): Promise<PreviewView> => {
  const asked = await countAsked(tx, askedBy(plan, on));
  const units = await unitsOnDay(tx, systemActor('plan a survey'), { on, today: on });
  const groups = groupsAmong(units, asked, plan);
  const names = await namesApart(
    tx,
    units.map(({ id }) => id),
    on,
  );
  const invited = groups.reduce((sum, group) => sum + group.invited, 0);
  const all = [...asked.values()].reduce((sum, people) => sum + people, 0);
  return {
    invited,
    waiting: all - invited,
    groups: groups.map((group) => ({
      unitName: group.unitId === null ? null : (names.get(group.unitId) ?? ''),
      invited: group.invited,
      joined: group.units
        .filter((id) => id !== group.unitId)
        .map((id) => ({ unitName: names.get(id) ?? '', invited: asked.get(id) ?? 0 })),
    })),
  };
};
