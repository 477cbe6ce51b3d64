import { Injectable } from '@nestjs/common';
import {
  abilities,
  Clock,
  Doors,
  type Actor,
  type HatActor,
  type SystemActor,
} from '../../../access/index.js';
import { row } from '../../../platform/database/rows.js';
import { invalidField, notFound } from '../../../platform/http/problem.js';
import { addDays, addMonths, firstOfMonth, type LocalDate } from '../../../shared/local-date.js';
import { monthsOf, type Period } from '../../../shared/period.js';
import { fixedPeriodOf } from '../../domain/fixed-period.js';
import { PartnershipsService } from '../../partnerships.service.js';
import { decideTracks, type DecidedCell } from '../domain/decide-tracks.js';
import { formOf, ruleOf, TRACKS, type Track } from '../domain/track-measures.js';
import { trackReleasesPolicy } from './track-releases.policy.js';
import { HelpFactsService } from './help-facts.service.js';
import { contentOf, helpFigureOf } from './track-content.js';
import { TrackFactsService } from './track-facts.service.js';
import {
  addAuthority,
  authoritiesOf,
  findTrackRelease,
  insertTrackRelease,
  lockTrackReleases,
  nextReleaseId,
  releasedTrackCells,
  type TrackRelease,
} from './track-releases.repository.js';
import type { TrackReleaseView } from './track-releases.view.js';

/** The tracks' figures of a partnership, period by period, released under the output policy. */
@Injectable()
export class TrackReleasesService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly partnerships: PartnershipsService,
    private readonly facts: TrackFactsService,
    private readonly help: HelpFactsService,
  ) {}

  /** Lets an authority take part in some days of a partnership. @throws Problem 404 */
  async join(actor: SystemActor, partnershipId: string, tenantId: string, valid?: Period): Promise<void> {
    const { from, to } = await this.partnerships.terms(actor, partnershipId);
    const authority = await this.doors.within(actor, tenantId, (tx) =>
      row<{ id: string; name: string }>(
        tx,
        'select tenant_id as id, name from benefit_authorities where tenant_id = $1',
        [tenantId],
      ),
    );
    if (!authority) throw notFound();
    await this.doors.partnership(actor, partnershipId, (tx) =>
      addAuthority(tx, partnershipId, authority, valid ?? { from, to }),
    );
  }

  /** The figures of a period as they were last released; none where they were not. @throws Problem 400, 404 */
  async get(
    actor: HatActor,
    partnershipId: string,
    asked: { readonly from?: LocalDate | null; readonly to?: LocalDate | null },
  ): Promise<TrackReleaseView> {
    const last = lastQuarter(this.clock.today());
    const period = { from: asked.from ?? last.from, to: asked.to ?? last.to };
    assertFixed(period);
    const found = await this.doors.partnership(actor, partnershipId, (tx) =>
      findTrackRelease(tx, partnershipId, period),
    );
    return viewOf(actor, period, found);
  }

  /** Works a period's figures out and lets out what may be seen. @throws Problem 400, 404, 409 */
  async release(actor: Actor, partnershipId: string, period: Period): Promise<void> {
    assertFixed(period);
    const terms = await this.partnerships.terms(actor, partnershipId, period);
    if (period.to >= this.clock.today())
      throw invalidField('to', 'period-not-over', 'There are figures of days that have passed.');
    if (period.to < terms.from)
      throw invalidField('to', 'before-partnership', 'The partnership began later.');
    if (period.from > terms.to)
      throw invalidField('from', 'after-partnership', 'The partnership ended earlier.');
    const { authorities, id } = await this.doors.partnership(actor, partnershipId, async (tx) => ({
      authorities: await authoritiesOf(tx, partnershipId, period),
      id: await nextReleaseId(tx),
    }));
    const read = await this.facts.read(terms, authorities, period);
    const help = await this.help.decide({ partnershipId, exit: 'tracks', release: id }, terms, period);
    await this.doors.partnership(actor, partnershipId, async (tx) => {
      await lockTrackReleases(tx, partnershipId);
      const earlier = await releasedTrackCells(tx, partnershipId);
      const cells = decideTracks({ ...read, unitsOf: read.unitsOf, months: monthsOf(period), earlier });
      const sources: Record<Track, string[]> = {
        prevention: read.employers.map(({ name }) => name),
        employment: authorities.map(({ name }) => name),
        learning: read.employers.map(({ name }) => name),
      };
      const content = contentOf(cells, read.estimateOf, {
        sources,
        skills: read.skills,
        help: help.cells.map(helpFigureOf),
      });
      await this.help.keep(tx, help, this.clock.now());
      await insertTrackRelease(tx, partnershipId, {
        id,
        period,
        content,
        knownUntil: read.knownUntil,
        cells: cells.map((cell) => ({ ...cell, span: spanOf(cell, period) })),
        hatId: actor.kind === 'hat' ? actor.hatId : null,
        at: this.clock.now(),
      });
    });
  }
}

/** What stands on a day was measured in its month; what happened in a period, in all of it. */
const spanOf = ({ measure }: DecidedCell, period: Period): Period =>
  ruleOf(measure).onDate ? { from: firstOfMonth(period.to), to: period.to } : period;

/** The last calendar quarter that was over before a day. */
const lastQuarter = (today: LocalDate): Period => {
  const month = firstOfMonth(today);
  const begun = addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3));
  return { from: addMonths(begun, -3), to: addDays(begun, -1) };
};

const assertFixed = (period: Period): void => {
  const fixed = fixedPeriodOf(period);
  if (fixed === 'from' || fixed === 'to')
    throw invalidField(fixed, 'period-not-fixed', 'Figures cover a calendar quarter, half-year or year.');
};

const viewOf = (actor: HatActor, { from, to }: Period, found: TrackRelease | null): TrackReleaseView => ({
  from,
  to,
  releasedAt: found?.releasedAt ?? null,
  knownUntil: found?.knownUntil ?? null,
  tracks: found
    ? TRACKS.map((track) => ({
        track,
        sources: [...found.content.sources[track]],
        figures: found.content.tracks[track].map((figure) => ({ ...figure, form: formOf(figure.measure) })),
      }))
    : [],
  skills: found ? [...found.content.skills] : [],
  help: found ? [...found.content.help] : [],
  abilities: abilities(trackReleasesPolicy, actor),
});
