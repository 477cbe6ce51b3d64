import type { INestApplicationContext } from '@nestjs/common';
import { HatsService, type HatActor, type Role } from '../../access/index.js';

/** For the demonstration only; printed at its start. */
export const PASSWORD = 'nærvær-demonstration';

export interface Login {
  readonly email: string;
  readonly words: string;
}

interface Member {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly words: string;
}

const MEMBERS = {
  hr: {
    email: 'hr@fjordby.example',
    name: 'Hanne Holm',
    role: 'hr-manager',
    words: 'HR manager, the municipality',
  },
  administrator: {
    email: 'admin@fjordby.example',
    name: 'Aksel Dam',
    role: 'administrator',
    words: 'administrator, the municipality',
  },
  leader: {
    email: 'leder@fjordby.example',
    name: 'Line Juhl',
    role: 'line-manager',
    words: 'line manager of one team',
  },
  representative: {
    email: 'amr@fjordby.example',
    name: 'Rasmus Toft',
    role: 'employee-representative',
    words: 'employee representative, the municipality',
  },
  employee: {
    email: 'medarbejder@fjordby.example',
    name: 'Mads Bak',
    role: 'employee',
    words: 'an employee: the own page',
  },
  firmHr: {
    email: 'hr@nordhavn.example',
    name: 'Nadia Krogh',
    role: 'hr-manager',
    words: 'HR manager, the private firm',
  },
  consultant: {
    email: 'konsulent@fastholdelse.example',
    name: 'Kirsten Lund',
    role: 'retention-consultant',
    words: 'retention consultant',
  },
  teamLead: {
    email: 'teamleder@fastholdelse.example',
    name: 'Troels Bech',
    role: 'team-lead',
    words: 'team lead of the consultants',
  },
  steering: {
    email: 'styregruppe@partnerskab.example',
    name: 'Signe Friis',
    role: 'steering-member',
    words: 'steering-group member',
  },
  provider: {
    email: 'leverandoer@partnerskab.example',
    name: 'Lone Krarup',
    role: 'steering-member',
    words: 'who speaks for the provider',
  },
  payer: {
    email: 'betaler@partnerskab.example',
    name: 'Pia Vang',
    role: 'payer',
    words: 'who pays for results',
  },
  investor: {
    email: 'investor@partnerskab.example',
    name: 'Ivan Lassen',
    role: 'investor',
    words: 'who invests',
  },
  evaluator: {
    email: 'evaluator@partnerskab.example',
    name: 'Eva Nygaard',
    role: 'evaluator',
    words: 'who evaluates',
  },
  observer: {
    email: 'observatoer@partnerskab.example',
    name: 'Ole Brandt',
    role: 'observer',
    words: 'who looks on',
  },
  coach: {
    email: 'jobcoach@jobcenter.example',
    name: 'Mette Brink',
    role: 'job-coach',
    words: 'job coach of the employment track',
  },
  caseworker: {
    email: 'sagsbehandler@jobcenter.example',
    name: 'Lars Kvist',
    role: 'caseworker',
    words: 'caseworker of the employment track',
  },
} as const satisfies Record<string, Member>;
export type MemberName = keyof typeof MEMBERS;

/** One login for each role that has pages of its own. */
export const LOGINS: readonly Login[] = Object.values(MEMBERS).map(({ email, words }) => ({ email, words }));

/** Gives a member of the demonstration a hat. */
export const employ = (
  context: INestApplicationContext,
  member: MemberName,
  party: {
    readonly tenantId?: string;
    readonly providerId?: string;
    readonly partnershipId?: string;
    readonly personId?: string;
    /** Of the employee that the member is. */
    readonly name?: string;
  },
): Promise<HatActor> => {
  const { email, name, role } = MEMBERS[member];
  return context.get(HatsService).employ({ email, name, role, password: PASSWORD, ...party });
};
