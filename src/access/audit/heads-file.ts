import { appendFile, mkdir, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../platform/database/embedded/error-code.js';

/** A line of the file. */
export interface KnownHead {
  readonly sequence: number;
  readonly head: string;
}

const LINE = /^(\d+) ([0-9a-f]{64}) \S+$/;
/** More than the longest line. */
const TAIL_BYTES = 256;

const decode = (line: string): KnownHead | null => {
  const [, sequence, head] = LINE.exec(line) ?? [];
  return sequence && head ? { sequence: Number(sequence), head } : null;
};

/**
 * The heads of each tenant's chain, in a file of its own that is only added to: a line is the batch's sequence, its head
 * and when it was sealed. It lies outside the database, so that who can rewrite the whole chain there is still found out.
 */
export class HeadsFile {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'audit');
  }

  async add(tenantId: string, heads: readonly (KnownHead & { readonly sealedAt: Date })[]): Promise<void> {
    if (heads.length === 0) return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const lines = heads.map(
      ({ sequence, head, sealedAt }) => `${sequence} ${head} ${sealedAt.toISOString()}\n`,
    );
    await appendFile(this.pathOf(tenantId), lines.join(''), { mode: 0o600, flush: true });
  }

  /** Every line from the first; none where there is no file. */
  async *read(tenantId: string): AsyncGenerator<KnownHead> {
    const file = await this.open(tenantId);
    if (!file) return;
    for await (const line of file.readLines()) {
      const known = decode(line);
      if (known) yield known;
    }
  }

  /** The sequence of the last line; 0 without one. */
  async last(tenantId: string): Promise<number> {
    const file = await this.open(tenantId);
    if (!file) return 0;
    try {
      const { size } = await file.stat();
      const { buffer, bytesRead } = await file.read({
        buffer: Buffer.alloc(TAIL_BYTES),
        position: Math.max(0, size - TAIL_BYTES),
      });
      const lines = buffer.toString('utf8', 0, bytesRead).trimEnd().split('\n');
      return decode(lines.at(-1) ?? '')?.sequence ?? 0;
    } finally {
      await file.close();
    }
  }

  private async open(tenantId: string): Promise<FileHandle | null> {
    try {
      return await open(this.pathOf(tenantId));
    } catch (fault) {
      if (codeOf(fault) === 'ENOENT') return null;
      throw fault;
    }
  }

  private pathOf(tenantId: string): string {
    return join(this.folder, `${tenantId}.heads`);
  }
}
