import { systemActor, type Doors } from '../../access/index.js';
import { row } from '../../platform/database/rows.js';
import { ImportCancelled } from './domain/failures.js';
import type { ReadSoFar } from './staged-rows.js';

const EVERY_MS = 1000;
const showProgress = systemActor('show how far an import is');

/**
 * Shows how far an import is while its one long transaction runs, through short ones of its own, and hears there
 * whether somebody has cancelled it.
 */
export class ImportProgress {
  private read: ReadSoFar = { rows: 0, share: 0 };
  private told: ReadSoFar | null = null;
  private cancelled = false;

  constructor(
    private readonly doors: Doors,
    private readonly of: { readonly tenantId: string; readonly id: string; readonly fileBytes: number },
  ) {}

  /** To be called after each batch and between steps. @throws ImportCancelled */
  readonly tell = (read?: ReadSoFar): void => {
    if (read) this.read = read;
    if (this.cancelled) throw new ImportCancelled('cancelled while it ran');
  };

  get rows(): number {
    return this.read.rows;
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    let telling: Promise<void> = Promise.resolve();
    const timer = setInterval(() => {
      telling = telling.then(() => this.show()).catch(() => undefined);
    }, EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      await telling;
    }
  }

  private async show(): Promise<void> {
    const { tenantId, id, fileBytes } = this.of;
    if (this.cancelled) return;
    const { rows, share } = this.read;
    const found = await this.doors.within(showProgress, tenantId, (tx) =>
      this.told === this.read
        ? row<{ state: string }>(tx, 'select state from imports where tenant_id = $1 and id = $2', [
            tenantId,
            id,
          ])
        : row<{ state: string }>(
            tx,
            `update imports set rows_read = $3, bytes_read = $4 where tenant_id = $1 and id = $2 returning state`,
            [tenantId, id, rows, Math.round(share * fileBytes)],
          ),
    );
    this.told = this.read;
    this.cancelled = found?.state === 'cancelled';
  }
}
