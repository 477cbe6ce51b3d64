import { Command, InvalidArgumentError } from 'commander';
import { createContext, prepareDatabase } from './application.js';
import { readEnvironment } from './config/env.js';
import { LOGINS, PASSWORD, seedDemonstration, SettableClock } from './demonstration/index.js';
import { startEngines } from './engines.js';
import { EmployersService } from './organisations/index.js';
import { serve, stopOnSignal } from './serve.js';
import { dayOf } from './shared/local-date.js';

const wholeNumber = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a whole number is wanted');
};
const share = (text: string): number => {
  const value = Number(text);
  if (value > -1 && value <= 0) return value;
  throw new InvalidArgumentError('a number above -1 and up to 0 is wanted, such as -0.08');
};

const options = new Command('demo')
  .description('Serve the product with simulated data.')
  .option('--employees <number>', 'how many are employed', wholeNumber, 1200)
  .option('--effect <share>', 'true relative change of spells in the partnership’s workplaces', share, -0.08)
  .option('--seed <number>', 'another seed gives other people', wholeNumber, 20240201)
  .parse()
  .opts<{ employees: number; effect: number; seed: number }>();

const tell = (line: string): void => void process.stdout.write(`${line}\n`);
const environment = { ...readEnvironment(), logLevel: 'warn' } as const;
const began = performance.now();
const engines = await startEngines(environment, tell);
await prepareDatabase(engines.runtime);

const clock = new SettableClock();
// What befell simulated people in months past is written to files, and mailed to nobody.
const seeding = { ...engines.runtime, environment: { ...environment, smtpUrl: null } };
const context = await createContext(seeding, clock);
if (await context.get(EmployersService).hasAny()) {
  tell(`Nærvær: using the data in ${environment.dataDir}`);
} else {
  tell(`Nærvær: simulating ${options.employees} employees over 48 months`);
  await seedDemonstration(context, clock, { ...options, endOn: dayOf(new Date()) }, tell);
}
await context.close();

const app = await serve(engines.runtime, { working: true });
tell(
  `\nNærvær is ready at ${environment.publicUrl} after ${((performance.now() - began) / 1000).toFixed(0)} s. All people and figures are simulated.\n`,
);
for (const { email, words } of LOGINS) tell(`  ${email.padEnd(34)} ${words}`);
tell(`  password for each: ${PASSWORD}\n\nCtrl-C stops it.`);
stopOnSignal(async () => {
  await app.close();
  await engines.stop();
});
