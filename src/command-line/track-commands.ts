import { Option, type Command } from 'commander';
import { HatsService, ROLES_OF, systemActor, type Role } from '../access/index.js';
import {
  AuthoritiesService,
  PartnershipsService,
  TrackImportsService,
  TrackReleasesService,
} from '../partnerships/index.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { onDomains } from './command.js';
import { standardInput } from './operator-commands.js';

const operator = systemActor('operator command', 'cli');

/** Commands on a partnership's employment track. */
export const addTrackCommands = (program: Command): void => {
  const authority = program.command('authority').description('benefit authorities of the employment track');
  authority
    .command('create')
    .description('make a benefit authority, a tenant apart from every employer')
    .requiredOption('--slug <slug>', 'short name in commands: small letters, digits, hyphens')
    .requiredOption('--name <name>', 'its name')
    .action(
      onDomains<{ slug: string; name: string }>(async ({ slug, name }, context) => {
        const id = await context.get(AuthoritiesService).createAuthority(operator, { slug, name });
        return { document: { id, slug, name }, words: [`Made ${name} (${slug}).`] };
      }),
    );
  authority
    .command('import <file>')
    .description('a file of citizens’ weeks, CSV or XLSX: case number, week, benefit, coach, caseworker')
    .requiredOption('--authority <slug>')
    .action(
      onDomains<{ authority: string }>(async ({ authority: slug }, context, path = '') => {
        const tenantId = await context.get(AuthoritiesService).tenantBySlug(slug);
        const counts = await context.get(TrackImportsService).importFile(operator, tenantId, path);
        await context.get(JobRunner).drain();
        const { inserted, changed, unchanged, rejected } = counts;
        return {
          document: counts,
          words: [`${inserted} inserted, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected`],
        };
      }),
    );
  authority
    .command('join')
    .description('let a benefit authority take part in a partnership; its aggregates alone go there')
    .requiredOption('--authority <slug>')
    .requiredOption('--partnership <name>', 'the partnership’s name')
    .action(
      onDomains<{ authority: string; partnership: string }>(async (options, context) => {
        const tenantId = await context.get(AuthoritiesService).tenantBySlug(options.authority);
        const partnershipId = await context.get(PartnershipsService).idOf(options.partnership);
        await context.get(TrackReleasesService).join(operator, partnershipId, tenantId);
        return { document: { tenantId, partnershipId }, words: ['Joined.'] };
      }),
    );
  authority
    .command('user')
    .description('make a user with one role at a benefit authority; the password comes from standard input')
    .requiredOption('--authority <slug>')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices(ROLES_OF['benefit-authority']).makeOptionMandatory())
    .action(
      onDomains<{ authority: string; email: string; name: string; role: Role }>(async (options, context) => {
        const { authority: slug, email, name, role } = options;
        const tenantId = await context.get(AuthoritiesService).tenantBySlug(slug);
        const password = await standardInput();
        const hat = await context.get(HatsService).employ({ email, name, role, tenantId, password });
        return {
          document: { userId: hat.userId, hatId: hat.hatId, role },
          words: [`Made ${email}, ${role}.`],
        };
      }),
    );
};
