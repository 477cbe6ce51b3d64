import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { Cipher } from '../../platform/storage/cipher.js';
import type { GroupKey, WaitingAnswer } from './answer-pool.service.js';

export interface LeftAnswers extends GroupKey {
  readonly minimum: number;
  readonly waiting: readonly WaitingAnswer[];
}

const FILE = /^([0-9a-f-]{36})\.[0-9a-f-]{36}$/;

/**
 * Answers that wait when a process is told to end, for the next one to take up: one file an employer, sealed with the
 * employer's key, in no order, gone when it is taken. Without it every restart would ask many browsers to send again,
 * and some are never opened again.
 */
@Injectable()
export class Handover {
  private readonly folder: string;

  constructor(
    @Inject(RUNTIME) { environment }: Runtime,
    private readonly cipher: Cipher,
  ) {
    this.folder = join(environment.dataDir, 'waiting-answers');
  }

  async leave(groups: readonly LeftAnswers[]): Promise<void> {
    const left = groups.filter(({ waiting }) => waiting.length > 0);
    if (left.length === 0) return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const tenantId of new Set(left.map((group) => group.tenantId))) {
      const own = left.filter((group) => group.tenantId === tenantId);
      const sealed = await this.cipher.seal(tenantId, Buffer.from(JSON.stringify(own)));
      const path = join(this.folder, `${tenantId}.${randomUUID()}`);
      await writeFile(`${path}.part`, sealed, { mode: 0o600, flush: true });
      await rename(`${path}.part`, path);
    }
  }

  /** What was left, each file taken by one process only. */
  async take(): Promise<LeftAnswers[]> {
    const taken: LeftAnswers[] = [];
    for (const name of await readdir(this.folder).catch(() => [])) {
      const tenantId = FILE.exec(name)?.[1];
      if (!tenantId) continue;
      const mine = join(this.folder, `${name}.${process.pid}.taken`);
      const isMine = await rename(join(this.folder, name), mine).then(
        () => true,
        () => false,
      );
      if (!isMine) continue;
      taken.push(...(await this.open(tenantId, mine)));
      await rm(mine, { force: true });
    }
    return taken;
  }

  private async open(tenantId: string, path: string): Promise<LeftAnswers[]> {
    const text = (await this.cipher.open(tenantId, await readFile(path))).toString('utf8');
    return JSON.parse(text) as LeftAnswers[];
  }
}
