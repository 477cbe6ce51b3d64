import { Injectable } from '@nestjs/common';
import { abilities, audit, Clock, Doors, type HatActor } from '../access/index.js';
import type { Tx } from '../platform/database/rows.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { addJob } from '../platform/jobs/outbox.js';
import type { LocalDate } from '../shared/local-date.js';
import { treeOf } from './domain/tree.js';
import {
  placed,
  withChange,
  withClosure,
  type Outcome,
  type PlacedVersion,
  type TreeFault,
  type UnitVersion,
} from './domain/unit-history.js';
import { unitTreeChanged } from './organisations.jobs.js';
import { organisationsPolicy } from './organisations.policy.js';
import { unitNames, unitsOnDay, type UnitOnDay } from './unit-tree.queries.js';
import { addUnit, loadVersions, lockTree, replaceVersions } from './unit-versions.repository.js';
import type { NewUnitDto, NewUnitVersionDto } from './units.dto.js';
import type { EmployerTreeView, UnitTreeView, UnitView } from './units.view.js';

@Injectable()
export class UnitsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async tree(actor: HatActor, on: LocalDate = this.clock.today()): Promise<UnitTreeView> {
    return this.doors.enter(actor, async (tx) => {
      const units = await unitsOnDay(tx, actor, { on, today: this.clock.today() });
      return { on, employers: employersOf(units), abilities: abilities(organisationsPolicy, actor) };
    });
  }

  async unit(actor: HatActor, unitId: string, on: LocalDate = this.clock.today()): Promise<UnitView> {
    return this.doors.enter(actor, async (tx) => {
      const units = await unitsOnDay(tx, actor, { on, today: this.clock.today() }, unitId);
      const unit = units.find((candidate) => candidate.id === unitId);
      if (!unit) throw notFound();
      const above = unit.path.slice(0, -1);
      const names = await unitNames(tx, above, on);
      const versions = await loadVersions(tx, unit.tenantId, [unitId]);
      return {
        id: unit.id,
        employerId: unit.tenantId,
        name: unit.name,
        kind: unit.kind,
        path: above.map((id) => ({ id, name: names.get(id) ?? '' })),
        children: treeOf(units.filter((candidate) => candidate.id !== unitId)),
        history: versions.map(({ from, to, name, kind, parentId }) => ({ from, to, name, kind, parentId })),
        abilities: abilities(organisationsPolicy, actor),
      };
    });
  }

  async open(actor: HatActor, unit: NewUnitDto): Promise<UnitView> {
    const tenantId = employerOf(actor);
    const unitId = await this.doors.within(actor, tenantId, async (tx) => {
      const { name, kind, from } = unit;
      const made = await addUnit(tx, tenantId);
      const version = { unitId: made, from, to: null, name, kind, parentId: unit.parentId ?? null };
      await this.reorganise(tx, actor, made, (versions) => ({ ok: [...versions, version] }));
      return made;
    });
    return this.unit(actor, unitId, unit.from);
  }

  async change(actor: HatActor, unitId: string, change: NewUnitVersionDto): Promise<UnitTreeView> {
    const { from, closed, ...becomes } = change;
    await this.doors.within(actor, employerOf(actor), (tx) =>
      this.reorganise(tx, actor, unitId, (versions) =>
        closed ? withClosure(versions, { unitId, from }) : withChange(versions, { ...becomes, unitId, from }),
      ),
    );
    return this.tree(actor, from);
  }

  /** Reads the whole tree, lets `decide` change it and writes the histories that are no longer the same. */
  private async reorganise(
    tx: Tx,
    actor: HatActor,
    unitId: string,
    decide: (versions: readonly PlacedVersion[]) => Outcome<UnitVersion[]>,
  ): Promise<void> {
    const tenantId = employerOf(actor);
    await lockTree(tx, tenantId);
    const earlier = await loadVersions(tx, tenantId);
    const decided = decide(earlier);
    const outcome = 'fault' in decided ? decided : placed(decided.ok);
    if ('fault' in outcome) throw faultOf(outcome.fault);
    const changed = changedUnits(earlier, outcome.ok);
    const versions = outcome.ok.filter((version) => changed.has(version.unitId));
    await replaceVersions(tx, tenantId, [...changed], versions);
    await audit(tx, actor, {
      tenantId,
      action: 'unit.reorganise',
      subjectType: 'unit',
      subjectIds: [unitId],
      purpose: 'keep the organisation true',
      detail: { units: changed.size },
    });
    await addJob(tx, unitTreeChanged, { tenantId });
  }
}

const employerOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};

const employersOf = (units: readonly UnitOnDay[]): EmployerTreeView[] => {
  const employers = new Map(units.map((unit) => [unit.tenantId, unit.employerName]));
  return [...employers].map(([id, name]) => ({
    id,
    name,
    units: treeOf(units.filter((unit) => unit.tenantId === id)),
  }));
};

const histories = (versions: readonly PlacedVersion[]): Map<string, string> => {
  const told = new Map<string, string[]>();
  for (const { unitId, from, to, name, kind, parentId, path } of versions) {
    told.set(unitId, [...(told.get(unitId) ?? []), JSON.stringify([from, to, name, kind, parentId, path])]);
  }
  return new Map([...told].map(([unitId, own]) => [unitId, own.sort().join()]));
};

const changedUnits = (earlier: readonly PlacedVersion[], later: readonly PlacedVersion[]): Set<string> => {
  const before = histories(earlier);
  const after = histories(later);
  const units = [...new Set([...before.keys(), ...after.keys()])];
  return new Set(units.filter((unitId) => before.get(unitId) !== after.get(unitId)));
};

const faultOf = (fault: TreeFault): Problem => {
  if (fault === 'no-such-unit') return notFound();
  const message =
    fault === 'below-itself'
      ? 'A unit cannot be below itself.'
      : 'The parent is not there for as long as the unit is.';
  return new Problem(400, 'invalid-input', 'Some of what you sent cannot be used.', [
    { field: 'parentId', code: fault, message },
  ]);
};
