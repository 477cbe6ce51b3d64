import { Injectable } from '@nestjs/common';
import { abilities, audit, Doors, type HatActor } from '../../access/index.js';
import { invalidField, notFound } from '../../platform/http/problem.js';
import { decodeMapping } from './domain/mapping.js';
import { PAYROLL_SOURCE } from './domain/profile.js';
import { listProfiles, removeProfile, saveProfile } from './import-profiles.repository.js';
import { profileViewOf } from './import-views.js';
import type { ProfileDto, ProfilesQuery } from './imports.dto.js';
import { importsPolicy } from './imports.policy.js';
import type { ImportProfilePage, ImportProfileView } from './imports.view.js';

/** How an employer's files are read, remembered by name. */
@Injectable()
export class ImportProfilesService {
  constructor(private readonly doors: Doors) {}

  async list(actor: HatActor, { kind }: ProfilesQuery): Promise<ImportProfilePage> {
    const tenantId = employerOf(actor);
    const profiles = await this.doors.within(actor, tenantId, (tx) =>
      listProfiles(tx, tenantId, kind ?? null),
    );
    const items = profiles.map(profileViewOf);
    const total = items.length;
    return {
      items,
      page: 1,
      pageSize: Math.max(1, total),
      total,
      abilities: abilities(importsPolicy, actor),
    };
  }

  /** Saves a profile; one of the same name is replaced. */
  async save(actor: HatActor, dto: ProfileDto): Promise<ImportProfileView> {
    const tenantId = employerOf(actor);
    const { kind, source = PAYROLL_SOURCE, snapshotMonths = null } = dto;
    const name = dto.name.trim();
    if (name === '') throw invalidField('name', 'required', 'A profile has a name.');
    const mapping = decodeMapping(kind, { columns: dto.mapping, codes: dto.codes ?? {} });
    return this.doors.within(actor, tenantId, async (tx) => {
      const saved = await saveProfile(tx, tenantId, { name, kind, source, mapping, snapshotMonths });
      await this.note(tx, actor, tenantId, 'import-profile.save', saved.id);
      return profileViewOf(saved);
    });
  }

  async remove(actor: HatActor, id: string): Promise<void> {
    const tenantId = employerOf(actor);
    await this.doors.within(actor, tenantId, async (tx) => {
      if ((await removeProfile(tx, tenantId, id)) === 0) throw notFound();
      await this.note(tx, actor, tenantId, 'import-profile.remove', id);
    });
  }

  private note(
    tx: Parameters<typeof audit>[0],
    actor: HatActor,
    tenantId: string,
    action: string,
    id: string,
  ): Promise<void> {
    return audit(tx, actor, {
      tenantId,
      action,
      subjectType: 'import',
      subjectIds: [id],
      purpose: 'bring in payroll data',
    });
  }
}

const employerOf = (actor: HatActor): string => {
  if (!actor.tenantId) throw notFound();
  return actor.tenantId;
};
