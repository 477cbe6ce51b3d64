import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { EvidenceError } from '../evidence/evidence-error.js';
import type { EvaluationDesign } from './evaluation/design.js';
import { DURATION_DESIGNS } from './evaluation/durations.js';
import { EFFECT_DESIGNS } from './evaluation/effects.js';
import { COMMON, decodeSpec, described, EvaluationFault } from './evaluation/fields.js';
import { Given } from './evaluation/given.js';
import { MODEL_DESIGNS } from './evaluation/models.js';
import { readColumns } from './evaluation/read-columns.js';
import { rounded } from './evaluation/rounded.js';

const DESIGNS: Readonly<Record<string, EvaluationDesign>> = {
  ...EFFECT_DESIGNS,
  ...MODEL_DESIGNS,
  ...DURATION_DESIGNS,
};

export interface Evaluation {
  readonly design: string;
  readonly data: string;
  readonly spec: string;
}

/** Runs a design on a file; reads nothing else. @throws EvaluationFault, EvidenceError */
export const evaluate = async ({ design: name, data, spec: path }: Evaluation): Promise<unknown> => {
  const design = DESIGNS[name];
  if (!design)
    throw new EvaluationFault(`there is no design ${name}; there are ${Object.keys(DESIGNS).join(', ')}`);
  const text = await readFile(path, 'utf8').catch(() => {
    throw new EvaluationFault(`${path} cannot be read`);
  });
  const spec = decodeSpec(text, design.fields);
  const columns = await readColumns(data, design.fields, spec);
  const result = design.run(new Given(spec, columns));
  return rounded({ design: name, spec, rows: columns.rows, leftOut: columns.leftOut, result });
};

const help = (): string =>
  [
    '',
    'Designs and the keys of their specification (* must be given):',
    ...Object.entries(DESIGNS).flatMap(([name, { summary, fields }]) => [
      '',
      `  ${name}: ${summary}`,
      ...Object.entries(fields).map(([key, field]) => described(key, field)),
    ]),
    '',
    '  every design:',
    ...Object.entries(COMMON).map(([key, field]) => described(key, field)),
    '',
    'Numbers are at 12 significant digits: the same data and specification give the same bytes. What each design',
    'assumes and how its inference is chosen: docs/evidence.md.',
  ].join('\n');

/** Statistics on any table, for evaluators: needs no database. Ends with 2 where data or specification do not fit. */
export const addEvaluateCommand = (program: Command): void => {
  program
    .command('evaluate')
    .description('run a design of docs/evidence.md on a table of your own, without a database')
    .addOption(new Option('--design <name>', 'which').choices(Object.keys(DESIGNS)).makeOptionMandatory())
    .requiredOption('--data <file>', 'CSV or XLSX with a header')
    .requiredOption('--spec <file>', 'JSON: which columns are what')
    .addHelpText('after', help)
    .action(async (options: Evaluation, command: Command) => {
      try {
        const document = await evaluate(options);
        const isAsJson = command.optsWithGlobals<{ json?: boolean }>().json === true;
        process.stdout.write(`${JSON.stringify(document, null, isAsJson ? 0 : 2)}\n`);
      } catch (fault) {
        if (!(fault instanceof EvaluationFault || fault instanceof EvidenceError)) throw fault;
        process.stderr.write(`${fault.message}\n`);
        process.exitCode = 2;
      }
    });
};
