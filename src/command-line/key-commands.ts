import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { KeysService, type TenantKeys } from '../access/index.js';
import { onDomains, tenantOf } from './command.js';

/** Commands on keys; what is written here is in docs/keys.md. */
export const addKeyCommands = (program: Command): void => {
  const keys = program.command('keys').description('the keys that notes, numbers and files are sealed with');
  keys
    .command('status')
    .description('which keys there are, and how many values each has sealed')
    .action(
      onDomains(async (_options, context) => {
        const status = await context.get(KeysService).status();
        const masters = status.masters.map(
          ({ number, wraps }) => `master ${number}${wraps ? '' : ', replaced'}`,
        );
        return { document: status, words: [...masters, ...status.tenants.flatMap(wordsOf)] };
      }),
    );
  keys
    .command('rotate')
    .description('a new key: of the master, or of one employer. Back the key store up afterwards')
    .option('--master', 'the master key, which wraps those of employers')
    .option('--tenant <slug>', 'one employer’s key; what older ones sealed is sealed anew')
    .action(
      onDomains<{ master?: boolean; tenant?: string }>(async ({ master, tenant }, context) => {
        if (Boolean(master) === Boolean(tenant)) throw new Error('Give either --master or --tenant <slug>.');
        const service = context.get(KeysService);
        if (!tenant) {
          const { number } = await service.rotateMaster();
          return {
            document: { master: number },
            words: [`Master key ${number} wraps every employer’s keys.`],
          };
        }
        const tenantId = await tenantOf(context, tenant);
        const keyId = await service.rotate(tenantId);
        let resealed = 0;
        for (let done = -1; done !== 0; resealed += done) done = await service.resealSome(tenantId);
        return {
          document: { tenantId, keyId, resealed },
          words: [`Key ${keyId} seals for ${tenant}; ${resealed} values and files were sealed anew.`],
        };
      }),
    );
  keys
    .command('destroy')
    .description(
      'destroy an employer’s keys for good, and with them all that they sealed; writes a signed statement',
    )
    .requiredOption('--tenant <slug>')
    .requiredOption('--confirm <slug>', 'the same again')
    .requiredOption('--out <file>', 'where the statement is written')
    .action(
      onDomains<{ tenant: string; confirm: string; out: string }>(
        async ({ tenant, confirm, out }, context) => {
          if (tenant !== confirm) throw new Error('--confirm must repeat the employer.');
          const signed = await context.get(KeysService).destroy(await tenantOf(context, tenant));
          await writeFile(out, `${JSON.stringify(signed, null, 2)}\n`);
          return {
            document: signed,
            words: [
              `Destroyed ${signed.statement.keyIds.length} keys of ${tenant}. No copy is readable from ${signed.statement.unreadableFrom} on. The statement is in ${out}.`,
            ],
          };
        },
      ),
    );
};

const wordsOf = ({ tenantId, keys }: TenantKeys): string[] =>
  keys.map(
    ({ id, master, seals, values }) =>
      `${tenantId}: key ${id} under master ${master}, ${values} values${seals ? '' : ', replaced'}`,
  );
