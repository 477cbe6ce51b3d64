import { Option, type Command } from 'commander';
import { HatsService, ROLES, systemActor, TokensService, type Role } from '../access/index.js';
import { prepareDatabase } from '../application.js';
import { EmployersService, SECTORS, type NewEmployer } from '../organisations/index.js';
import { backupDatabase } from '../platform/database/backup/backup.js';
import { restoreDatabase } from '../platform/database/backup/restore.js';
import type { Runtime } from '../platform/runtime.js';
import { onDomains, onEngines, tenantOf } from './command.js';

const operator = systemActor('operator command', 'cli');

const placeOf = ({ ownerUrl, databaseUrl, environment }: Runtime) => ({
  ownerUrl,
  applicationUrl: databaseUrl,
  dataDir: environment.dataDir,
});

/** Commands for whoever runs the product: the database, employers, users, tokens, backups. */
export const addOperatorCommands = (program: Command): void => {
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(
      onEngines(async (_options, { runtime }) => {
        const applied = await prepareDatabase(runtime);
        return {
          document: { applied },
          words: applied.length > 0 ? applied : ['The database is up to date.'],
        };
      }),
    );

  const employer = program.command('employer').description('employers');
  employer
    .command('create')
    .description('make an employer')
    .requiredOption('--slug <slug>', 'short name in commands: small letters, digits, hyphens')
    .requiredOption('--name <name>', 'its name')
    .addOption(new Option('--sector <sector>', 'its sector').choices(SECTORS).makeOptionMandatory())
    .action(
      onDomains<NewEmployer>(async ({ slug, name, sector }, context) => {
        const id = await context.get(EmployersService).createEmployer(operator, { slug, name, sector });
        return { document: { id, slug, name, sector }, words: [`Made ${name} (${slug}).`] };
      }),
    );

  const user = program.command('user').description('users');
  user
    .command('create')
    .description('make a user with one role at an employer; the password comes from standard input')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .requiredOption('--employer <slug>')
    .addOption(new Option('--role <role>').choices(ROLES).makeOptionMandatory())
    .action(
      onDomains<{ email: string; name: string; employer: string; role: Role }>(async (options, context) => {
        const tenantId = await tenantOf(context, options.employer);
        const password = await standardInput();
        const { email, name, role } = options;
        const hat = await context.get(HatsService).employ({ email, name, role, tenantId, password });
        return {
          document: { userId: hat.userId, hatId: hat.hatId, role },
          words: [`Made ${email}, ${role}.`],
        };
      }),
    );

  const token = program.command('token').description('tokens for machines');
  token
    .command('create')
    .description('make a token for a machine; it is shown once')
    .requiredOption('--employer <slug>')
    .requiredOption('--name <name>', 'what uses it')
    .addOption(new Option('--role <role>').choices(['hr-manager', 'administrator']).default('hr-manager'))
    .action(
      onDomains<{ employer: string; name: string; role: Role }>(async (options, context) => {
        const tenantId = await tenantOf(context, options.employer);
        const made = await context
          .get(TokensService)
          .make(operator, { tenantId, role: options.role }, { name: options.name });
        return { document: made, words: [made.token] };
      }),
    );

  program
    .command('backup')
    .description(
      'write the database and the stored files to one archive; the keys (DATA_DIR/keys) are not in it: keep them apart',
    )
    .requiredOption('--out <file>')
    .action(
      onEngines<{ out: string }>(async ({ out }, { runtime }) => {
        const summary = await backupDatabase(placeOf(runtime), out);
        return {
          document: { ...summary, out },
          words: [`${summary.rows} rows of ${summary.tables} tables and ${summary.files} files in ${out}.`],
        };
      }),
    );

  program
    .command('restore <file>')
    .description('read an archive into an empty database of the same version')
    .action(
      onEngines(async (_options, { runtime }, file) => {
        await prepareDatabase(runtime);
        const summary = await restoreDatabase(placeOf(runtime), file ?? '');
        return {
          document: summary,
          words: [`${summary.rows} rows of ${summary.tables} tables and ${summary.files} files.`],
        };
      }),
    );
};

/** A password never stands in the arguments, where every process could read it. */
export const standardInput = async (): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  const password = Buffer.concat(chunks).toString('utf8').trim();
  if (password.length < 12) throw new Error('Give a password of at least 12 characters on standard input.');
  return password;
};
