import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json.js';

/** SHA-256 of canonical JSON, as hexadecimal digits: equal data have equal hashes. */
export const contentHash = (data: unknown): string =>
  createHash('sha256').update(canonicalJson(data)).digest('hex');
