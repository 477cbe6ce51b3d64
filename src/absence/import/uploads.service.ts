import type { Multipart } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { audit, Clock, Doors, type HatActor } from '../../access/index.js';
import { invalidField, notFound, type Problem } from '../../platform/http/problem.js';
import { validation } from '../../platform/http/validation.js';
import { FileStore, type StoredFile } from '../../platform/storage/file-store.js';
import { receiveFile } from '../../platform/storage/receive-file.js';
import { TableRefusal } from '../../platform/tables/table.js';
import { failureMessage } from './domain/failures.js';
import { mappingForFile, PAYROLL_SOURCE, windowOf } from './domain/profile.js';
import { findProfile, type Profile } from './import-profiles.repository.js';
import { addImport, outlineOf, type Outline, type StoredImport } from './imports.repository.js';
import { UploadDto } from './imports.dto.js';
import { StoredFiles } from './stored-files.js';

/** Takes in files: each goes sealed into the store while it arrives. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly store: FileStore,
    private readonly files: StoredFiles,
  ) {}

  /** @throws Problem 400 naming the field, also where the file is no table; 413 where it is too large. */
  async upload(actor: HatActor, parts: AsyncIterable<Multipart>): Promise<StoredImport> {
    if (!actor.tenantId) throw notFound();
    const { tenantId } = actor;
    const { fields, file } = await receiveFile(this.store, tenantId, parts);
    if (!file) throw invalidField('file', 'required', 'There is no file.');
    try {
      return await this.record(actor, tenantId, await checked(fields), file);
    } catch (error) {
      await this.store.remove(tenantId, file.id);
      throw error;
    }
  }

  private async record(
    actor: HatActor,
    tenantId: string,
    { kind, ...dto }: UploadDto,
    file: StoredFile & { readonly name: string },
  ): Promise<StoredImport> {
    const dataAsOf = dto.dataAsOf ?? this.clock.today();
    if (dataAsOf > this.clock.today())
      throw invalidField('dataAsOf', 'in-the-future', 'Data cannot be of a day to come.');
    const outline = await this.outlineOf(tenantId, file);
    return this.doors.within(actor, tenantId, async (tx) => {
      const profile = dto.profileId ? await findProfile(tx, tenantId, dto.profileId) : null;
      if (dto.profileId && profile?.kind !== kind) throw unknownProfile();
      const stored = await addImport(tx, {
        tenantId,
        kind,
        source: dto.source ?? profile?.source ?? PAYROLL_SOURCE,
        fileName: file.name.slice(0, 200),
        fileId: file.id,
        fileBytes: file.bytes,
        profileId: profile?.id ?? null,
        mapping: mappingForFile(kind, outline.columns, profile),
        outline,
        dataAsOf,
        window: windowFor(profile, dataAsOf),
        state: 'uploaded',
        createdBy: actor.userId,
      });
      await audit(tx, actor, {
        tenantId,
        action: 'import.upload',
        subjectType: 'import',
        subjectIds: [stored.id],
        purpose: 'bring in payroll data',
        detail: { kind, bytes: file.bytes },
      });
      return stored;
    });
  }

  private async outlineOf(tenantId: string, { id, bytes }: StoredFile): Promise<Outline> {
    try {
      return outlineOf(await this.files.open({ tenantId, fileId: id, fileBytes: bytes }));
    } catch (error) {
      if (error instanceof TableRefusal)
        throw invalidField('file', error.code, failureMessage(error.code, 'en'));
      throw error;
    }
  }
}

const checked = async (fields: Readonly<Record<string, unknown>>): Promise<UploadDto> => {
  const dto: unknown = await validation().transform(plainToInstance(UploadDto, fields), {
    type: 'body',
    metatype: UploadDto,
  });
  if (!(dto instanceof UploadDto)) throw new Error('an upload without its form');
  return dto;
};

const windowFor = (profile: Profile | null, dataAsOf: Parameters<typeof windowOf>[1]) =>
  profile ? windowOf(profile.snapshotMonths, dataAsOf) : null;

const unknownProfile = (): Problem =>
  invalidField('profileId', 'unknown', 'There is no such profile for such files.');
