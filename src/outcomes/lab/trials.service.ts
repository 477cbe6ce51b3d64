import { Injectable } from '@nestjs/common';
import { Doors, type HatActor } from '../../access/index.js';
import { lockReleases } from '../../disclosure/index.js';
import type { Tx } from '../../platform/database/rows.js';
import type { PageQuery } from '../../platform/http/page.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { answerTrial, type TrialQuestion } from './domain/trial.js';
import { ownGrounds, publishedGrounds, type OwnGrounds } from './domain/trial-grounds.js';
import { LabUnitsService } from './lab-units.service.js';
import type { LabContent } from './domain/lab-content.js';
import { latestLab, recordSets, releasedSets, type StoredLab } from './labs.repository.js';
import { findTrial, insertTrial, listTrials, type StoredTrial } from './trials.repository.js';
import type { TrialPage, TrialView } from './lab.view.js';

/** Terms held against figures. Each trial is kept, so that parties talk about the same numbers. */
@Injectable()
export class TrialsService {
  constructor(
    private readonly doors: Doors,
    private readonly units: LabUnitsService,
  ) {}

  /** @throws Problem 400 for workplaces that are not in the lab, 404, 409 before its figures are read */
  async make(actor: HatActor, partnershipId: string, question: TrialQuestion): Promise<TrialView> {
    requireWhole(question);
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.units.assertSees(tx, actor, partnershipId);
      if (question.basis === 'published')
        return keep(tx, { actor, partnershipId, labId: null }, question, publishedGrounds(sizeOf(question)));
      await lockReleases(tx, partnershipId);
      const lab = await latestLab(tx, partnershipId);
      if (!lab?.content)
        throw conflict('lab-not-read', 'The figures of the workplaces have not been read yet.');
      const grounds = await held(tx, partnershipId, { ...lab, content: lab.content }, question);
      await recordSets(tx, { partnershipId, labId: lab.id }, grounds.released);
      return keep(tx, { actor, partnershipId, labId: lab.id }, question, grounds);
    });
  }

  async list(actor: HatActor, partnershipId: string, page: PageQuery): Promise<TrialPage> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.units.assertSees(tx, actor, partnershipId);
      const { items, total } = await listTrials(tx, partnershipId, page);
      return {
        items: items.map(({ id, question, answer, madeAt }) => ({
          id,
          madeAt: madeAt.toISOString(),
          measure: question.measure,
          basis: question.basis,
          rule: question.rule,
          threshold: question.threshold,
          treatedUnits: answer.units.treated,
          comparedUnits: answer.units.comparison,
          refusal: answer.refusal,
          forNothing: answer.payments.find((row) => row.effect === 0)?.chance ?? null,
        })),
        page: page.page,
        pageSize: page.pageSize,
        total,
      };
    });
  }

  async get(actor: HatActor, partnershipId: string, id: string): Promise<TrialView> {
    const found = await this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.units.assertSees(tx, actor, partnershipId);
      return findTrial(tx, partnershipId, id);
    });
    if (!found) throw notFound();
    return viewOf(found);
  }
}

const sizeOf = ({ size }: TrialQuestion) => {
  if (!size) throw invalidField('size', 'missing', 'Published figures need a supposed size.');
  return size;
};

const requireWhole = ({ rule, count, basis, treated, compared }: TrialQuestion): void => {
  if (rule === 'count' && !count)
    throw invalidField('count', 'missing', 'A threshold on a count needs its numbers.');
  if (basis === 'own' && treated.length === 0)
    throw invalidField('treated', 'empty', 'Choose the workplaces that are to take part.');
  for (const [side, units] of Object.entries({ treated, compared }))
    if (basis === 'published' && units.length > 0)
      throw invalidField(side, 'not-published', 'Published figures know no workplaces: leave this empty.');
  if (treated.some((unit) => compared.includes(unit)))
    throw invalidField('compared', 'on-both-sides', 'A workplace is on one side only.');
};

const held = async (
  tx: Tx,
  partnershipId: string,
  lab: StoredLab & { readonly content: LabContent },
  question: TrialQuestion,
): Promise<OwnGrounds> => {
  const known = new Set(lab.content.units.map((unit) => unit.unitId));
  for (const side of ['treated', 'compared'] as const)
    if (question[side].some((unit) => !known.has(unit)))
      throw invalidField(side, 'unknown-unit', 'A workplace is not among those of the lab.');
  return ownGrounds(lab.content, question, await releasedSets(tx, partnershipId, lab));
};

const keep = async (
  tx: Tx,
  by: { readonly actor: HatActor; readonly partnershipId: string; readonly labId: string | null },
  question: TrialQuestion,
  grounds: Parameters<typeof answerTrial>[1],
): Promise<TrialView> => {
  const answer = answerTrial(question, grounds);
  const { actor, partnershipId, labId } = by;
  return viewOf(await insertTrial(tx, partnershipId, { labId, question, answer, hatId: actor.hatId }));
};

const viewOf = ({ id, madeAt, question, answer }: StoredTrial): TrialView => ({
  id,
  madeAt: madeAt.toISOString(),
  question: { ...question, treated: [...question.treated], compared: [...question.compared] },
  answer,
});
