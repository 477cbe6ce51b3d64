import { Injectable } from '@nestjs/common';
import { Clock, Doors, type HatActor } from '../access/index.js';
import { rows } from '../platform/database/rows.js';
import { audienceOf } from './domain/audience.js';
import { deadlinesInForce } from './domain/deadlines.js';
import { findRule, rulesOf, type Rule, type RuleSettings } from './domain/rules.js';
import type { SignalRulesView, SignalRuleView } from './rules.view.js';
import { loadSettings } from './settings.repository.js';

@Injectable()
export class RulesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
  ) {}

  async list(actor: HatActor): Promise<SignalRulesView[]> {
    return this.doors.enter(actor, async (tx) => {
      const employers = await rows<{ id: string; name: string }>(
        tx,
        'select tenant_id as id, name from employers order by name',
      );
      const views: SignalRulesView[] = [];
      for (const { id, name } of employers) {
        const settings = await loadSettings(tx, id);
        const legal = deadlinesInForce(this.clock.today(), settings).flatMap(
          ({ name: rule }) => findRule(rule) ?? [],
        );
        const rules = [...rulesOf(settings), ...legal].map((rule) => viewOf(rule, settings));
        views.push({ employerId: id, employerName: name, rules });
      }
      return views;
    });
  }
}

const viewOf = (rule: Rule, settings: RuleSettings): SignalRuleView => {
  const deadline = rule.kind === 'deadline' ? rule.deadline : null;
  return {
    rule: rule.name,
    ruleKind: rule.kind,
    kinds: [...settings.countedKinds],
    threshold: thresholdOf(rule),
    windowDays: 'window' in rule ? rule.window : null,
    warnDays: [...(deadline?.warnDaysAfterFirst ?? [])],
    recipients: [...audienceOf(rule)],
    legal: deadline !== null,
    clause: deadline?.clause ?? null,
    source: deadline?.source ?? null,
    verified: deadline?.verified ?? false,
  };
};

const thresholdOf = (rule: Rule): number => {
  if (rule.kind === 'contact-day') return rule.day;
  return rule.kind === 'deadline' ? rule.deadline.daysAfterFirst : rule.threshold;
};
