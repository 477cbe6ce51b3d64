import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { abilities, audit, Clock, Doors, type HatActor } from '../access/index.js';
import { offsetOf, type PageQuery } from '../platform/http/page.js';
import { conflict, invalidField, notFound, Problem } from '../platform/http/problem.js';
import type { Tx } from '../platform/database/rows.js';
import { Cipher } from '../platform/storage/cipher.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import { absencePolicy } from './absence.policy.js';
import { kindAtDegree } from './domain/kinds.js';
import { isEmployedOn } from './domain/spell.js';
import type { ChangeDegreeDto, CorrectSpellDto, ReportSpellDto } from './spells.dto.js';
import {
  changeSpell,
  findEmployment,
  findSpell,
  insertSpell,
  keepVersion,
  listSpells,
  listVersions,
  removeSpell,
  restoreSpell,
  type HandChange,
  type SpellDays,
  type StoredSpell,
  type StoredVersion,
} from './spells.repository.js';
import type { SpellHistoryView, SpellVersionView, SpellPage } from './spells.view.js';
import { spellsChanged } from './stale-units.queries.js';

const PURPOSE = 'care of employees on sick leave';

/** Reporting people sick and well by hand, and correcting what was reported. Every earlier version is kept. */
@Injectable()
export class SpellsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  async list(actor: HatActor, personId: string, page: PageQuery): Promise<SpellPage> {
    return this.doors.enter(actor, async (tx) => {
      const wanted = { personId, limit: page.pageSize, offset: offsetOf(page) };
      const found = await listSpells(tx, actor, this.clock.today(), wanted);
      if (!found) throw notFound();
      await this.note(tx, actor, 'spell.read', { tenantId: found.tenantId, personId });
      const { items, total } = found;
      return {
        items,
        total,
        page: page.page,
        pageSize: page.pageSize,
        abilities: abilities(absencePolicy, actor),
      };
    });
  }

  async history(actor: HatActor, spellId: string): Promise<SpellHistoryView> {
    return this.doors.enter(actor, async (tx) => {
      const versions = await listVersions(tx, actor, this.clock.today(), spellId);
      const [newest] = versions;
      if (!newest) throw notFound();
      await this.note(tx, actor, 'spell.read', newest);
      return { items: await Promise.all(versions.map((version) => this.opened(version))) };
    });
  }

  /** @throws Problem 404 out of reach, 400 outside the employment, 409 where it overlaps another. */
  async report(actor: HatActor, personId: string, dto: ReportSpellDto): Promise<{ id: string }> {
    return this.changing(actor, async (tx, today) => {
      const employment = await findEmployment(tx, actor, today, { personId, employmentId: dto.employmentId });
      if (!employment) throw notFound();
      const spell = daysOf(dto, today);
      if (!isEmployedOn(employment, spell.firstOn)) {
        throw invalidField('firstOn', 'outside-employment', 'The person is not employed on that day.');
      }
      const { tenantId } = employment;
      const id = await insertSpell(tx, actor, today, { ...spell, tenantId, employmentId: dto.employmentId });
      await spellsChanged(tx, tenantId, [dto.employmentId]);
      await this.note(tx, actor, 'spell.report', { tenantId, personId });
      return { id };
    });
  }

  async recover(actor: HatActor, spellId: string, lastOn: LocalDate): Promise<void> {
    await this.amend(actor, spellId, 'recovered', (spell) => ({
      ...spell,
      lastOn: notBefore(spell.firstOn, lastOn),
    }));
  }

  async correct(actor: HatActor, spellId: string, dto: CorrectSpellDto): Promise<void> {
    await this.amend(actor, spellId, 'corrected', (spell, today) => {
      if (spell.version !== dto.version) {
        throw conflict(
          'changed-meanwhile',
          'Somebody has changed this absence since you opened it. Look again.',
        );
      }
      return daysOf(dto, today);
    });
  }

  /** From a day on another degree: the row ends the day before and another begins; they count as one spell. */
  async changeDegree(
    actor: HatActor,
    spellId: string,
    { from, degree }: ChangeDegreeDto,
  ): Promise<{ id: string }> {
    return this.changing(actor, async (tx, today) => {
      const spell = await this.keep(tx, actor, spellId, { change: 'corrected', today });
      if (from <= spell.firstOn || (spell.lastOn !== null && from > spell.lastOn)) {
        throw invalidField(
          'from',
          'outside-spell',
          'The degree changes on a day after the first and within the absence.',
        );
      }
      await changeSpell(tx, actor, today, spell, { ...spell, lastOn: addDays(from, -1) });
      const rest = { ...spell, kind: kindAtDegree(spell.kind, degree), firstOn: from, degree };
      const id = await insertSpell(tx, actor, today, rest);
      await this.changed(tx, actor, spell, 'spell.correct');
      return { id };
    });
  }

  async remove(actor: HatActor, spellId: string, reason: string): Promise<void> {
    await this.changing(actor, async (tx, today) => {
      const spell = await this.keep(tx, actor, spellId, { change: 'deleted', today, reason });
      await removeSpell(tx, spell);
      await this.changed(tx, actor, spell, 'spell.delete');
    });
  }

  /** Takes a deletion back. @throws Problem 404 where nothing was deleted, 409 where something else is there now. */
  async restore(actor: HatActor, spellId: string): Promise<void> {
    await this.changing(actor, async (tx, today) => {
      const spell = await restoreSpell(tx, actor, today, spellId);
      if (!spell) throw notFound();
      await this.changed(tx, actor, spell, 'spell.correct');
    });
  }

  private async amend(
    actor: HatActor,
    spellId: string,
    how: HandChange,
    to: (spell: StoredSpell, today: LocalDate) => SpellDays,
  ): Promise<void> {
    await this.changing(actor, async (tx, today) => {
      const spell = await this.keep(tx, actor, spellId, { change: how, today });
      await changeSpell(tx, actor, today, spell, to(spell, today));
      await this.changed(tx, actor, spell, 'spell.correct');
    });
  }

  private async keep(
    tx: Tx,
    actor: HatActor,
    spellId: string,
    how: { readonly change: HandChange; readonly today: LocalDate; readonly reason?: string },
  ): Promise<StoredSpell> {
    const spell = await findSpell(tx, actor, how.today, spellId);
    if (!spell) throw notFound();
    const reasonCipher = await this.cipher.sealText(spell.tenantId, how.reason);
    await keepVersion(tx, actor, spell, { ...how, reasonCipher });
    return spell;
  }

  private async opened({
    tenantId,
    personId: _person,
    reasonCipher,
    ...version
  }: StoredVersion): Promise<SpellVersionView> {
    return { ...version, reason: (await this.cipher.openText(tenantId, reasonCipher)) ?? '' };
  }

  private async changed(tx: Tx, actor: HatActor, spell: StoredSpell, action: string): Promise<void> {
    await spellsChanged(tx, spell.tenantId, [spell.employmentId]);
    await this.note(tx, actor, action, spell);
  }

  private async note(
    tx: Tx,
    actor: HatActor,
    action: string,
    { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
  ): Promise<void> {
    await audit(tx, actor, {
      tenantId,
      action,
      subjectType: 'person',
      subjectIds: [personId],
      purpose: PURPOSE,
    });
  }

  private async changing<T>(actor: HatActor, work: (tx: Tx, today: LocalDate) => Promise<T>): Promise<T> {
    try {
      return await this.doors.enter(actor, (tx) => work(tx, this.clock.today()));
    } catch (fault) {
      throw isOverlap(fault) ? overlapping() : fault;
    }
  }
}

const OVERLAPS = new Set(['spells_do_not_overlap']);
const isOverlap = (fault: unknown): boolean => {
  const driverError: unknown = fault instanceof QueryFailedError ? fault.driverError : null;
  return (
    driverError instanceof Error &&
    'constraint' in driverError &&
    OVERLAPS.has(String(driverError.constraint))
  );
};
const overlapping = (): Problem =>
  new Problem(409, 'overlap', 'Another absence of this person is recorded on some of these days.', [
    { field: 'firstOn', code: 'overlap', message: 'Another absence is recorded on some of these days.' },
  ]);

const notBefore = (firstOn: LocalDate, lastOn: LocalDate | null): LocalDate | null => {
  if (lastOn !== null && lastOn < firstOn)
    throw invalidField('lastOn', 'reversed-dates', 'The last day comes before the first.');
  return lastOn;
};

const daysOf = (
  dto: Pick<ReportSpellDto, 'kind' | 'firstOn' | 'lastOn' | 'degree'>,
  today: LocalDate,
): SpellDays => {
  const { firstOn, degree = 1 } = dto;
  if (firstOn > today)
    throw invalidField('firstOn', 'in-the-future', 'An absence is reported when it has begun.');
  return {
    kind: kindAtDegree(dto.kind, degree),
    firstOn,
    lastOn: notBefore(firstOn, dto.lastOn ?? null),
    degree,
  };
};
