import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, writeOnce } from './key-files.js';
import type { MasterKey } from './wrapping.js';

const KEY_BYTES = 32;
const NAME = /^master-(\d{4})\.key$/;

/** The master keys of a folder, one file each; the one with the highest number wraps. */
export class MasterKeys {
  private readonly read = new Map<number, MasterKey>();

  constructor(private readonly folder: string) {}

  async numbers(): Promise<number[]> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const names = await readdir(this.folder);
    const numbers = names.flatMap((name) => NAME.exec(name)?.slice(1).map(Number) ?? []);
    return numbers.length > 0 ? numbers.sort((a, b) => a - b) : [(await this.make(1)).number];
  }

  /** The one that wraps. */
  async newest(): Promise<MasterKey> {
    const numbers = await this.numbers();
    return this.get(numbers.at(-1) ?? 1);
  }

  async get(number: number): Promise<MasterKey> {
    const known = this.read.get(number);
    if (known) return known;
    const content = await readIfThere(this.pathOf(number));
    if (content === null) throw new Error(`the master key ${number} is missing: bring back the key store`);
    return this.keep(number, content);
  }

  /** The key of this number, made here or by whoever was first. */
  async make(number: number): Promise<MasterKey> {
    const path = this.pathOf(number);
    return this.keep(number, await writeOnce(path, randomBytes(KEY_BYTES).toString('base64')));
  }

  async madeAt(number: number): Promise<Date> {
    return (await stat(this.pathOf(number))).mtime;
  }

  async forget(number: number): Promise<void> {
    this.read.delete(number);
    await rm(this.pathOf(number), { force: true });
  }

  private keep(number: number, content: string): MasterKey {
    const secret = Buffer.from(content, 'base64');
    if (secret.length !== KEY_BYTES)
      throw new Error(`${this.pathOf(number)} does not hold a key of ${KEY_BYTES} bytes`);
    const key = { number, secret: createSecretKey(secret) };
    this.read.set(number, key);
    return key;
  }

  private pathOf(number: number): string {
    return join(this.folder, `master-${String(number).padStart(4, '0')}.key`);
  }
}
