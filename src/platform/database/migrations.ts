import { DataSource, type MigrationInterface } from 'typeorm';
import { fillCalendar } from './calendar.js';
import { typeormOptions } from './connection.js';
import { CreateDoors1766000000000 } from '../../../migrations/1766000000000-CreateDoors.js';
import { CreateAccess1766000001000 } from '../../../migrations/1766000001000-CreateAccess.js';
import { CreateOrganisationsAndPeople1766000002000 } from '../../../migrations/1766000002000-CreateOrganisationsAndPeople.js';
import { CreateAbsence1766000003000 } from '../../../migrations/1766000003000-CreateAbsence.js';
import { CreateSignalsAndCases1766000004000 } from '../../../migrations/1766000004000-CreateSignalsAndCases.js';
import { CreatePartnerships1766000005000 } from '../../../migrations/1766000005000-CreatePartnerships.js';
import { CreateUserManagement1766000006000 } from '../../../migrations/1766000006000-CreateUserManagement.js';
import { CreatePrivacy1766000007000 } from '../../../migrations/1766000007000-CreatePrivacy.js';
import { CreateEmployeeRequests1766000009000 } from '../../../migrations/1766000009000-CreateEmployeeRequests.js';
import { CreateRepresentativeCells1766000011000 } from '../../../migrations/1766000011000-CreateRepresentativeCells.js';
import { CreateContractEnds1766000010000 } from '../../../migrations/1766000010000-CreateContractEnds.js';
import { CreateInstruments1766000010500 } from '../../../migrations/1766000010500-CreateInstruments.js';
import { CreateSurveys1766000010600 } from '../../../migrations/1766000010600-CreateSurveys.js';
import { CreateOnboarding1766000012000 } from '../../../migrations/1766000012000-CreateOnboarding.js';
import { CreateContracts1766000013000 } from '../../../migrations/1766000013000-CreateContracts.js';
import { CreateLabs1766000014500 } from '../../../migrations/1766000014500-CreateLabs.js';
import { CreateAuditSeals1766000008000 } from '../../../migrations/1766000008000-CreateAuditSeals.js';
import { CreateSurveyResults1766000011000 } from '../../../migrations/1766000011000-CreateSurveyResults.js';
import { CreateTracks1766000015000 } from '../../../migrations/1766000015000-CreateTracks.js';
import { CreateSettlements1766000014000 } from '../../../migrations/1766000014000-CreateSettlements.js';
import { CreatePacks1766000016000 } from '../../../migrations/1766000016000-CreatePacks.js';
import { CreateEvaluation1766000017000 } from '../../../migrations/1766000017000-CreateEvaluation.js';

export const MIGRATIONS: (new () => MigrationInterface)[] = [
  CreateDoors1766000000000,
  CreateAccess1766000001000,
  CreateOrganisationsAndPeople1766000002000,
  CreateAbsence1766000003000,
  CreateSignalsAndCases1766000004000,
  CreatePartnerships1766000005000,
  CreateUserManagement1766000006000,
  CreatePrivacy1766000007000,
  CreateAuditSeals1766000008000,
  CreateEmployeeRequests1766000009000,
  CreateContractEnds1766000010000,
  CreateRepresentativeCells1766000011000,
  CreateInstruments1766000010500,
  CreateSurveys1766000010600,
  CreateSurveyResults1766000011000,
  CreateOnboarding1766000012000,
  CreateContracts1766000013000,
  CreateLabs1766000014500,
  CreateTracks1766000015000,
  CreateSettlements1766000014000,
  CreatePacks1766000016000,
  CreateEvaluation1766000017000,
];

/** Brings the database of the owner's address up to date and returns the names of what was applied. */
export const migrate = async (ownerUrl: string): Promise<string[]> => {
  const source = new DataSource({
    ...typeormOptions(ownerUrl),
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    const applied = await source.runMigrations();
    await fillCalendar(source);
    return applied.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
};
