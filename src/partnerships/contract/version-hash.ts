import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical-json.js';
import type { DatedContent } from '../domain/contract-version.js';

/** SHA-256 of canonical JSON, as hexadecimal digits: equal data have equal hashes. */
export const contentHash = (data: unknown): string =>
  createHash('sha256').update(canonicalJson(data)).digest('hex');

/** Anybody who holds a version can take its hash again. */
export const hashOfVersion = ({ partnershipId, version, validFrom, content }: DatedContent): string =>
  contentHash({ partnershipId, version, validFrom, content });
