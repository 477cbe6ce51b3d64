import { Injectable } from '@nestjs/common';
import { gatherPersonMonths, keepFile } from '../../../absence/index.js';
import { Clock, Doors } from '../../../access/index.js';
import { listOffered } from '../../../partnerships/index.js';
import type { Tx } from '../../../platform/database/rows.js';
import { writeCsv, type CsvValue } from '../../../platform/documents/csv.js';
import { notFound } from '../../../platform/http/problem.js';
import { addJob } from '../../../platform/jobs/outbox.js';
import { encryptTo } from '../../../platform/storage/age.js';
import { Cipher } from '../../../platform/storage/cipher.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { stateOfBasis } from './domain/panel-basis.js';
import { panelColumns } from './domain/panel-fields.js';
import { auditPanel, evaluating } from './panel-audit.js';
import { findBasis, type StoredBasis } from './panel-bases.repository.js';
import {
  failDelivery,
  findDelivery,
  finishDelivery,
  type DeliveryKey,
  type StoredDelivery,
} from './panel-deliveries.repository.js';
import { LINK_COLUMNS, linkLines, panelLines, pseudonymsUnder, type PanelSource } from './panel-rows.js';
import { tellOfDelivery } from './panel.jobs.js';

/** Another run was first, or the basis fell away while the file was written. */
class Superseded extends Error {}

interface Work {
  readonly key: DeliveryKey;
  readonly delivery: StoredDelivery;
  readonly basis: StoredBasis;
  readonly workplaces: ReadonlyMap<string, string>;
  readonly pseudonymKey: Buffer;
}

/** Writes a delivery's file: row by row from the database through the encryption to the disk, never whole in memory. */
@Injectable()
export class PanelWritingService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly files: FileStore,
  ) {}

  /** Safe to run again and beside another run: the first file that is recorded stands. @throws Problem 404 */
  async write(key: DeliveryKey): Promise<void> {
    const found = await this.doors.within(evaluating, key.tenantId, async (tx) => {
      const delivery = await findDelivery(tx, key);
      const basis = delivery && (await findBasis(tx, { tenantId: key.tenantId, basisId: delivery.basisId }));
      return basis ? { delivery, basis } : null;
    });
    if (!found) throw notFound();
    const { delivery, basis } = found;
    const waits = delivery.state === 'building' || delivery.state === 'failed';
    if (!waits || !delivery.pseudonymKey || stateOfBasis(basis, this.clock.today()) !== 'in-force') return;
    try {
      const workplaces = await this.workplaces(key.tenantId, basis);
      const pseudonymKey = await this.cipher.open(key.tenantId, delivery.pseudonymKey);
      await this.deliver({ key, delivery, basis, workplaces, pseudonymKey });
    } catch (fault) {
      await this.doors.within(evaluating, key.tenantId, (tx) => failDelivery(tx, key, this.clock.now()));
      throw fault;
    }
  }

  private async deliver(work: Work): Promise<void> {
    const { tenantId } = work.key;
    let fileId: string | null = null;
    try {
      await this.doors.within(evaluating, tenantId, async (tx) => {
        const source = await this.source(tx, work);
        const file = await this.files.write(
          tenantId,
          encryptTo(work.basis.recipient, writeCsv(source.columns, source.lines, { decimal: '.' })),
        );
        fileId = file.id;
        await this.finish(tx, work, { fileId: file.id, bytes: file.bytes, ...source.counted() });
      });
    } catch (fault) {
      if (fileId) await this.files.remove(tenantId, fileId);
      if (!(fault instanceof Superseded)) throw fault;
    }
  }

  private async source(tx: Tx, { key, basis, delivery, workplaces, pseudonymKey }: Work) {
    const today = this.clock.today();
    const pseudonymOf = pseudonymsUnder(pseudonymKey);
    const gathered = await gatherPersonMonths(tx, key.tenantId, {
      units: [...workplaces.keys()],
      period: basis,
      today,
      shuffle: pseudonymOf('order'),
    });
    const source: PanelSource = {
      tx,
      tenantId: key.tenantId,
      today,
      knownUntil: gathered.knownUntil,
      pseudonymOf,
      tell: (personIds) =>
        auditPanel(tx, evaluating, {
          tenantId: key.tenantId,
          id: delivery.id,
          action: basis.kind === 'panel' ? 'panel.deliver' : 'cpr-link.deliver',
          personIds,
          detail: { basisId: basis.id, partyId: basis.partyId, fields: basis.fields },
        }),
    };
    const isPanel = basis.kind === 'panel';
    const all = isPanel ? panelLines(source, basis.fields, workplaces) : linkLines(source, this.cipher);
    let rows = 0;
    const lines = async function* (): AsyncGenerator<CsvValue[]> {
      for await (const line of all) {
        rows += 1;
        yield line;
      }
    };
    return {
      columns: isPanel ? panelColumns(basis.fields) : LINK_COLUMNS,
      lines: lines(),
      counted: () => ({
        rows,
        people: isPanel ? gathered.people : rows,
        withoutCpr: isPanel ? null : gathered.people - rows,
        knownUntil: gathered.knownUntil,
      }),
    };
  }

  private async finish(
    tx: Tx,
    { key, basis }: Work,
    written: Omit<Parameters<typeof finishDelivery>[2], 'at'>,
  ): Promise<void> {
    if (!(await finishDelivery(tx, key, { ...written, at: this.clock.now() }))) throw new Superseded();
    await keepFile(tx, key.tenantId, written.fileId);
    await auditPanel(tx, evaluating, {
      tenantId: key.tenantId,
      id: key.deliveryId,
      action: 'panel-delivery.write',
      detail: {
        basisId: basis.id,
        kind: basis.kind,
        fields: basis.fields,
        people: written.people,
        rows: written.rows,
      },
    });
    await addJob(tx, tellOfDelivery, { ...key });
  }

  /** Those that the employer has put forward for the partnership, under its names for them. */
  private async workplaces(tenantId: string, basis: StoredBasis): Promise<ReadonlyMap<string, string>> {
    const offered = await this.doors.partnership(evaluating, basis.partnershipId, (tx) =>
      listOffered(tx, basis.partnershipId),
    );
    return new Map(
      offered.flatMap((unit) => (unit.tenantId === tenantId ? [[unit.unitId, unit.name] as const] : [])),
    );
  }
}
