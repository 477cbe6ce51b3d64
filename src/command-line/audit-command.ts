import type { Command } from 'commander';
import { systemActor, VerifyService, type SealFault, type Verified } from '../access/index.js';
import { onDomains, tenantOf } from './command.js';

const FAULTS: Readonly<Record<SealFault['code'], string>> = {
  'entry-changed': 'an entry was changed or put in another place',
  'entry-removed': 'entries were removed',
  'entry-added': 'entries were added',
  'chain-broken': 'the chain of seals is broken',
  'tail-cut': 'the chain ends before this batch, which is known to have been there',
  'other-head': 'its seal is not the one that was told outside the chain',
  'expired-early': 'its entries went before they could expire',
};

const wordsOf = ({ ok, batches, entries, expired, unsealed, headsKnown, faults }: Verified): string[] => [
  ok ? 'The audit is whole.' : 'The audit is NOT whole:',
  ...faults.map(({ sequence, code }) => `  batch ${sequence}: ${FAULTS[code]} (${code})`),
  `${entries} entries in ${batches} batches, ${expired} of them expired; ${unsealed} entries not sealed yet; ` +
    `${headsKnown} heads compared with the file.`,
];

/** Proving the audit against its seals. Ends with 1 where something is wrong. */
export const addAuditCommand = (program: Command): void => {
  program
    .command('audit')
    .description('the audit')
    .command('verify')
    .description('prove that no sealed entry was changed, removed or reordered and that the tail is there')
    .requiredOption('--tenant <slug>', 'the employer')
    .action(
      onDomains<{ tenant: string }>(async ({ tenant }, context) => {
        const tenantId = await tenantOf(context, tenant);
        const verified = await context
          .get(VerifyService)
          .verify(systemActor('verify the audit', 'cli'), tenantId);
        if (!verified.ok) process.exitCode = 1;
        return { document: { tenant, ...verified }, words: wordsOf(verified) };
      }),
    );
};
