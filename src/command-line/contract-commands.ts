import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { ContractEndService } from '../access/index.js';
import { onDomains, tenantOf } from './command.js';

/** Commands for the end of a contract; what is written here is in docs/keys.md. */
export const addContractCommands = (program: Command): void => {
  const tenant = program.command('tenant').description('the end of an employer’s contract');
  tenant
    .command('export')
    .description('everything of an employer as CSV files in a ZIP, opened; hand it over safely')
    .requiredOption('--tenant <slug>')
    .requiredOption('--out <file>', 'a new file')
    .action(
      onDomains<{ tenant: string; out: string }>(async ({ tenant: slug, out }, context) => {
        const summary = await context.get(ContractEndService).export(await tenantOf(context, slug), out);
        return {
          document: { ...summary, out },
          words: [`${summary.rows} rows of ${summary.tables} tables and ${summary.files} files in ${out}.`],
        };
      }),
    );
  tenant
    .command('erase')
    .description('erase everything of an employer, keys first; writes a signed statement. Safe to repeat')
    .requiredOption('--tenant <slug>')
    .requiredOption('--confirm <slug>', 'the same again')
    .requiredOption('--out <file>', 'where the statement is written')
    .option('--held-handed-over', 'also what legal holds keep: the employer has it and keeps it')
    .action(
      onDomains<{ tenant: string; confirm: string; out: string; heldHandedOver?: boolean }>(
        async ({ tenant: slug, confirm, out, heldHandedOver }, context) => {
          if (slug !== confirm) throw new Error('--confirm must repeat the employer.');
          const tenantId = await tenantOf(context, slug);
          const signed = await context.get(ContractEndService).erase(tenantId, { heldHandedOver });
          await writeFile(out, `${JSON.stringify(signed, null, 2)}\n`);
          const count = Object.values(signed.statement.erased).reduce((sum, each) => sum + each, 0);
          return {
            document: signed,
            words: [
              `Erased ${count} rows and ${signed.statement.users} users of ${slug}. No copy is readable from ${signed.statement.unreadableFrom} on. The statement is in ${out}.`,
            ],
          };
        },
      ),
    );
};
