import { Injectable } from '@nestjs/common';
import { Clock, Doors, systemActor } from '../../access/index.js';
import { employmentsChanged, undoRoster } from '../../people/index.js';
import { change, row, type Tx } from '../../platform/database/rows.js';
import { addJob } from '../../platform/jobs/outbox.js';
import { Cipher } from '../../platform/storage/cipher.js';
import type { ImportField } from './domain/fields.js';
import type { Run } from './import-run.service.js';
import { findImport, moveImport, type StoredImport } from './imports.repository.js';
import { addRemarks } from './rejections.repository.js';
import { undoAbsences } from './undo-absences.queries.js';

const undoImports = systemActor('put back what an import changed');

type Left = readonly Readonly<Partial<Record<ImportField, string>>>[];

/** Puts back what an import changed (definitions 3.5). Signals follow when their reason is gone. */
@Injectable()
export class ImportReversalService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
  ) {}

  async reverse(run: Run): Promise<void> {
    const { tenantId, id } = run;
    const seal = await this.cipher.sealer(tenantId);
    await this.doors.within(undoImports, tenantId, async (tx) => {
      await row(tx, `select pg_advisory_xact_lock(hashtextextended('imports of ' || $1, 0))`, [tenantId]);
      const stored = await findImport(tx, tenantId, id);
      if (stored?.state === 'undoing') {
        const left =
          stored.kind === 'absences'
            ? await this.undoAbsences(tx, stored)
            : await this.undoRoster(tx, stored);
        await addRemarks(tx, { tenantId, importId: id }, 'changed-since', left, seal);
        await change(tx, 'update imports set undone_at = now() where tenant_id = $1 and id = $2', [
          tenantId,
          id,
        ]);
        await moveImport(tx, run, ['undoing'], 'undone');
      }
      await run.complete?.(tx);
    });
  }

  private async undoAbsences(tx: Tx, { tenantId, id: importId, source }: StoredImport): Promise<Left> {
    const left = await undoAbsences(tx, { tenantId, importId, source, today: this.clock.today() });
    return left.map(({ employeeNumber, from }) => ({ employeeNumber, from }));
  }

  private async undoRoster(tx: Tx, { tenantId, id }: StoredImport): Promise<Left> {
    // Also spells that are gone count: a signal may still name the employment.
    await change(
      tx,
      `create temp table employments_in_use on commit drop as
       select employment_id from spells where tenant_id = $1 union select employment_id from spell_versions where tenant_id = $1`,
      [tenantId],
    );
    const left = await undoRoster(tx, tenantId, id);
    await addJob(tx, employmentsChanged, { tenantId });
    return left.map((employeeNumber) => ({ employeeNumber }));
  }
}
