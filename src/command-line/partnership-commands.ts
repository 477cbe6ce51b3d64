import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { Clock, Doors, HatsService, ROLES_OF, systemActor, type Role } from '../access/index.js';
import { unitsOnDay } from '../organisations/index.js';
import { PARTY_ROLES, PartnershipsService, type PartyRole } from '../partnerships/index.js';
import type { LocalDate } from '../shared/local-date.js';
import { day, onDomains, tenantOf } from './command.js';
import { standardInput } from './operator-commands.js';

const operator = systemActor('operator command', 'cli');

interface Party {
  readonly role: PartyRole;
  readonly name: string;
}

/** `provider=Fastholdelse Øst` */
const party = (text: string, before: readonly Party[]): Party[] => {
  const [written = '', ...name] = text.split('=');
  const role = PARTY_ROLES.find((one) => one === written.trim());
  if (!role || name.join('=').trim() === '')
    throw new InvalidArgumentError(`a party is written ROLE=NAME, its role one of ${PARTY_ROLES.join(', ')}`);
  return [...before, { role, name: name.join('=').trim() }];
};

const several = (text: string, before: readonly string[]): string[] => [...before, text];

/** The ids of units that stand today, by their names. @throws Error naming one that is not there, or there twice */
const unitsNamed = async (
  context: INestApplicationContext,
  tenantId: string,
  names: readonly string[],
): Promise<string[]> => {
  const today = context.get(Clock).today();
  const units = await context
    .get(Doors)
    .within(operator, tenantId, (tx) => unitsOnDay(tx, operator, { on: today, today }));
  return names.map((name) => {
    const [only, another] = units.filter((unit) => unit.name === name || unit.id === name);
    if (!only) throw new Error(`there is no unit "${name}" today`);
    if (another) throw new Error(`several units are called "${name}": use the id`);
    return only.id;
  });
};

/** Commands that make a partnership; what its parties agree on they write on the screen. */
export const addPartnershipCommands = (program: Command): void => {
  const partnership = program.command('partnership').description('partnerships of employers with others');
  partnership
    .command('create')
    .description('make a partnership of its parties; workplaces are put forward by their employers')
    .requiredOption('--name <name>')
    .requiredOption('--from <date>', 'its first day', day)
    .requiredOption('--to <date>', 'its last day', day)
    .requiredOption('--party <role=name>', 'a party, an employer too; again for each', party, [])
    .action(
      onDomains<{ name: string; from: LocalDate; to: LocalDate; party: Party[] }>(
        async ({ party: parties, ...terms }, context) => {
          const id = await context
            .get(PartnershipsService)
            .createPartnership(operator, { ...terms, units: [], parties });
          return { document: { id, ...terms, parties }, words: [`Made ${terms.name} (${id}).`] };
        },
      ),
    );
  partnership
    .command('offer')
    .description('put workplaces of an employer forward, for a contract to take them in')
    .requiredOption('--partnership <name>', 'its name or id')
    .requiredOption('--employer <slug>')
    .requiredOption('--unit <name>', 'a unit’s name or id; again for each', several, [])
    .action(
      onDomains<{ partnership: string; employer: string; unit: string[] }>(async (options, context) => {
        const partnerships = context.get(PartnershipsService);
        const id = await partnerships.idOf(options.partnership);
        const tenantId = await tenantOf(context, options.employer);
        const unitIds = await unitsNamed(context, tenantId, options.unit);
        await partnerships.offerUnits(operator, id, { tenantId, unitIds, on: context.get(Clock).today() });
        return { document: { id, tenantId, unitIds }, words: [`Offered ${options.unit.join(', ')}.`] };
      }),
    );
  partnership
    .command('user')
    .description('make a user who speaks for a party, for good; the password comes from standard input')
    .requiredOption('--partnership <name>', 'its name or id')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .requiredOption('--party <name>', 'the party’s name or id')
    .addOption(new Option('--role <role>').choices(ROLES_OF.partnership).makeOptionMandatory())
    .action(
      onDomains<{ partnership: string; email: string; name: string; party: string; role: Role }>(
        async ({ email, name, role, ...options }, context) => {
          const partnerships = context.get(PartnershipsService);
          const partnershipId = await partnerships.idOf(options.partnership);
          // Asked for first: a user is made for good, and one that speaks for nobody is no use.
          const party = await partnerships.partyOf(operator, partnershipId, options.party);
          const password = await standardInput();
          const { hatId, userId } = await context
            .get(HatsService)
            .employ({ email, name, role, partnershipId, password });
          await partnerships.placeMember(operator, partnershipId, { hatId, party });
          return { document: { userId, hatId, role }, words: [`Made ${email}, ${role}, ${options.party}.`] };
        },
      ),
    );
};
