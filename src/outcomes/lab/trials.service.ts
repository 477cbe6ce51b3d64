import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Doors, type HatActor } from '../../access/index.js';
import { lockReleases, recordRelease, releasedCells, type ReleaseKey } from '../../disclosure/index.js';
import { QUANTITY_OF } from '../../partnerships/index.js';
import type { Tx } from '../../platform/database/rows.js';
import type { PageQuery } from '../../platform/http/page.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { CalculationThreads } from '../calculations/calculation-threads.js';
import type { TrialGrounds, TrialQuestion } from './domain/trial.js';
import { ownGrounds, publishedGrounds, setsOf } from './domain/trial-grounds.js';
import { LabUnitsService } from './lab-units.service.js';
import type { LabContent } from './domain/lab-content.js';
import { latestLab } from './labs.repository.js';
import { findTrial, insertTrial, listTrials, type StoredTrial } from './trials.repository.js';
import type { TrialPage, TrialView } from './lab.view.js';

/** Terms held against figures. Each trial is kept, so that parties talk about the same numbers. */
@Injectable()
export class TrialsService {
  constructor(
    private readonly doors: Doors,
    private readonly units: LabUnitsService,
    private readonly threads: CalculationThreads,
  ) {}

  /** @throws Problem 400 for workplaces that are not in the lab, 404, 409 before its figures are read */
  async make(actor: HatActor, partnershipId: string, question: TrialQuestion): Promise<TrialView> {
    requireWhole(question);
    const id = randomUUID();
    const { labId, grounds } = await this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.units.assertSees(tx, actor, partnershipId);
      return question.basis === 'published'
        ? { labId: null, grounds: publishedGrounds(sizeOf(question)) }
        : released(tx, { partnershipId, exit: 'lab', release: id }, question);
    });
    // Between two transactions: what is worked out for a second keeps no connection and no lock.
    const answer = await this.threads.run('trial', { question, grounds });
    const trial = { id, labId, question, answer, hatId: actor.hatId };
    return this.doors.partnership(actor, partnershipId, async (tx) =>
      viewOf(await insertTrial(tx, partnershipId, trial)),
    );
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

/** Lets out the figures of the chosen workplaces, beside all that has left the house before, by any exit. */
const released = async (
  tx: Tx,
  key: ReleaseKey,
  question: TrialQuestion,
): Promise<{ readonly labId: string; readonly grounds: TrialGrounds }> => {
  await lockReleases(tx, key.partnershipId);
  const lab = await latestLab(tx, key.partnershipId);
  if (!lab?.content) throw conflict('lab-not-read', 'The figures of the workplaces have not been read yet.');
  requireKnown(lab.content, question);
  const earlier = await releasedCells(tx, key, lab);
  const grounds = ownGrounds(lab.content, question, setsOf(earlier));
  const { from, to } = lab;
  const lines = grounds.released.map(({ measure, units }, place) => ({
    measure: QUANTITY_OF[measure],
    cell: String(place),
    units,
    from,
    to,
    reason: null,
    amounts: [],
  }));
  await recordRelease(tx, key, lines, lab.createdAt);
  return { labId: lab.id, grounds };
};

const requireKnown = ({ units }: LabContent, question: TrialQuestion): void => {
  const known = new Set(units.map((unit) => unit.unitId));
  for (const side of ['treated', 'compared'] as const)
    if (question[side].some((unit) => !known.has(unit)))
      throw invalidField(side, 'unknown-unit', 'A workplace is not among those of the lab.');
};

const viewOf = ({ id, madeAt, question, answer }: StoredTrial): TrialView => ({
  id,
  madeAt: madeAt.toISOString(),
  question: { ...question, treated: [...question.treated], compared: [...question.compared] },
  answer,
});
