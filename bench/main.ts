import { Command, InvalidArgumentError } from 'commander';
import { accessing } from './access.js';
import { auditing } from './audit.js';
import { coverage } from './coverage.js';
import { evidence } from './evidence.js';
import { importFile } from './import.js';
import { invitations } from './invitations.js';
import { overview } from './overview.js';
import { pack } from './pack.js';
import type { Subject } from './report.js';
import { results } from './results.js';
import { signals } from './signals.js';
import { simulator } from './simulator.js';
import { openStage } from './stage.js';
import { surveys } from './surveys.js';

const SUBJECTS: Readonly<Record<string, Subject>> = {
  import: importFile,
  signals,
  overview,
  audit: auditing,
  evidence,
  coverage,
  simulator,
  access: accessing,
  surveys,
  invitations,
  results,
  pack,
};

const size = (text: string): number => {
  if (/^\d+0$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a multiple of ten is wanted');
};

const command = new Command('bench')
  .description('Measure the product against named limits; one JSON document a subject.')
  .argument('[subjects...]', `any of ${Object.keys(SUBJECTS).join(', ')}; all of them when none is given`)
  .option('--employees <number>', 'how many are employed; ten spells each', size, 100_000)
  .option('--answers <number>', 'how many answers to a survey are sent', size, 50_000)
  .parse();
const chosen = command.args.length > 0 ? command.args : Object.keys(SUBJECTS);
const unknown = chosen.filter((name) => !(name in SUBJECTS));
if (unknown.length > 0) command.error(`no such subject: ${unknown.join(', ')}`);

const stage = await openStage(command.opts<{ employees: number; answers: number }>());
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stage.close().finally(() => process.exit(130)));
}
try {
  for (const name of chosen) {
    stage.tell(`${name}:`);
    const report = await SUBJECTS[name]?.(stage);
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
} finally {
  await stage.close();
}
