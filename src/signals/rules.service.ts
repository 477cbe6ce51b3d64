import { Injectable } from '@nestjs/common';
import { abilities, auditEmployer, Clock, Doors, HatsService, type HatActor } from '../access/index.js';
import { COUNTED_KINDS } from '../absence/index.js';
import { findNoticeDays } from '../organisations/index.js';
import type { Tx } from '../platform/database/rows.js';
import { offsetOf, type PageQuery } from '../platform/http/page.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { addJob } from '../platform/jobs/outbox.js';
import { changeFaults, type RuleChange } from './domain/rule-change.js';
import { SECTION_56_KINDS, WORK_INJURY_KINDS, type RuleSettings } from './domain/rules.js';
import { falseAlarmsAYear } from './domain/spell-chart.js';
import type { ChangeRulesDto } from './rules.dto.js';
import type { RulesHistoryView, SignalRulesView, UnitSpellsView } from './rules.view.js';
import { rulesInForce, settingsView } from './rules-in-force.js';
import {
  listKeptSettings,
  listSettings,
  loadSettings,
  lockRules,
  saveChange,
  takeBackComing,
} from './settings.repository.js';
import { lookAtSignals } from './signals.jobs.js';
import { spellCharts } from './spell-chart.source.js';
import { signalsPolicy } from './signals.policy.js';

@Injectable()
export class RulesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly hats: HatsService,
  ) {}

  async list(actor: HatActor): Promise<SignalRulesView[]> {
    const today = this.clock.today();
    const employers = await this.doors.enter(actor, (tx) => listSettings(tx, today));
    return employers.map(({ id, name, settings, coming, noticeDays }) => ({
      employerId: id,
      employerName: name,
      settings: settingsView(settings),
      rules: rulesInForce(settings, today),
      coming: coming && {
        ...coming,
        settings: settingsView(coming.settings),
        rules: rulesInForce(coming.settings, coming.validFrom),
      },
      noticeDays,
      abilities: abilities(signalsPolicy, actor),
    }));
  }

  /** Every rule set that was recorded, by whom and why, and on which days it held. */
  async listKept(actor: HatActor, query: PageQuery): Promise<RulesHistoryView> {
    const { page, pageSize } = query;
    const wanted = { today: this.clock.today(), limit: pageSize, offset: offsetOf(query) };
    const kept = await this.within(actor, (tx, tenantId) => listKeptSettings(tx, tenantId, wanted));
    const names = await this.hats.names(
      kept.items.flatMap(({ recordedByHat, takenBackByHat }) =>
        [recordedByHat, takenBackByHat].filter((hat) => hat !== null),
      ),
    );
    const nameOf = (hat: string | null): string | null => (hat === null ? null : (names.get(hat) ?? null));
    const items = kept.items.map(({ settings, recordedByHat, takenBackByHat, ...set }) => ({
      ...set,
      recordedBy: nameOf(recordedByHat),
      takenBackBy: nameOf(takenBackByHat),
      rules: rulesInForce(settings, set.lastOn ?? set.validFrom ?? wanted.today),
    }));
    return { page, pageSize, total: kept.total, items };
  }

  /** @throws Problem 400 naming what is missing before a rule that is news may hold. */
  async change(actor: HatActor, given: ChangeRulesDto): Promise<void> {
    const wanted = changeOf(given);
    const today = this.clock.today();
    const by = { hatId: actor.hatId, at: this.clock.now() };
    await this.within(actor, async (tx, tenantId) => {
      await lockRules(tx, tenantId);
      const now = await loadSettings(tx, tenantId, today);
      const faults = changeFaults(now, wanted, today, await findNoticeDays(tx, tenantId, today));
      if (faults.length > 0) {
        throw new Problem(400, 'rule-change-not-ready', 'The rules cannot change like this yet.', faults);
      }
      await takeBackComing(tx, tenantId, today, by);
      await saveChange(tx, tenantId, wanted, by);
      if (wanted.validFrom === today) await addJob(tx, lookAtSignals, { tenantId });
      await this.audit(tx, actor, tenantId, 'rule.change', {
        validFrom: wanted.validFrom,
        settings: wanted.settings,
      });
    });
  }

  /** What the rule about many new spells of a unit would look at today, and how often it would be wrong. */
  async unitSpells(actor: HatActor): Promise<UnitSpellsView> {
    const today = this.clock.today();
    return this.within(actor, async (tx, tenantId) => {
      const { months, charts } = await spellCharts(tx, tenantId, today);
      return {
        month: months.month,
        units: charts.length,
        falseAlarmsAYear: Math.round(falseAlarmsAYear(charts) * 10) / 10,
      };
    });
  }

  /** @throws Problem 404 where no change is coming. */
  async takeBack(actor: HatActor): Promise<void> {
    const by = { hatId: actor.hatId, at: this.clock.now() };
    await this.within(actor, async (tx, tenantId) => {
      if ((await takeBackComing(tx, tenantId, this.clock.today(), by)) === 0) throw notFound();
      await this.audit(tx, actor, tenantId, 'rule.take-back', {});
    });
  }

  private within<T>(actor: HatActor, work: (tx: Tx, tenantId: string) => Promise<T>): Promise<T> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    return this.doors.within(actor, tenantId, (tx) => work(tx, tenantId));
  }

  private audit(
    tx: Tx,
    actor: HatActor,
    tenantId: string,
    action: string,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return auditEmployer(tx, actor, { tenantId, action, purpose: 'decide what raises a signal', detail });
  }
}

const changeOf = (given: ChangeRulesDto): RuleChange => {
  const { contactDays, countsWorkInjury, countsSection56, validFrom, ...rest } = given;
  const { spellsThreshold, spellsWindow, daysThreshold, daysWindow, paysWage, unitSpells } = rest;
  const settings: RuleSettings = {
    contactDays: [...contactDays].sort((one, other) => one - other),
    spellsThreshold,
    spellsWindow,
    daysThreshold,
    daysWindow,
    countedKinds: [
      ...COUNTED_KINDS,
      ...(countsWorkInjury ? WORK_INJURY_KINDS : []),
      ...(countsSection56 ? SECTION_56_KINDS : []),
    ],
    paysWage,
    unitSpells,
  };
  return {
    settings,
    validFrom,
    informedOn: given.informedOn ?? null,
    discussedOn: given.discussedOn ?? null,
    minutesReference: given.minutesReference ?? null,
    reason: given.reason,
  };
};
