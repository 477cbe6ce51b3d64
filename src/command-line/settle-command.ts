import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { readSettling, settle, type Line, type Statement } from '../outcomes/index.js';
import { onFiles } from './command.js';

const kroner = (oere: number): string => (oere / 100).toLocaleString('da-DK', { minimumFractionDigits: 2 });

const MONEY = [
  'earned',
  'carryIn',
  'withCarryIn',
  'withinPeriodCap',
  'withinContractCap',
  'payable',
  'held',
  'net',
  'vat',
  'total',
  'carryOut',
  'cumulative',
] as const satisfies readonly (keyof Statement)[];

const columns = (name: string, value: string): string => `${name.padEnd(22)}${value.padStart(20)}`;

const valueOf = (line: Line): string => {
  if ('amount' in line) return kroner(line.amount);
  if ('refusal' in line) return line.refusal;
  if ('met' in line) return line.met ? 'met' : 'not met';
  return line.figure;
};

const wordsOf = (statement: Statement): string[] => [
  ...statement.terms.flatMap(({ id, lines }) => [
    id,
    ...lines.map((line) => columns(`  ${line.step}`, valueOf(line))),
    '',
  ]),
  ...statement.guardrails.map(({ name, figure, state }) => columns(name, `${figure ?? '–'} ${state}`)),
  ...MONEY.map((line) => columns(line, kroner(statement[line]))),
];

/** A period's statement from what was agreed and found, and nothing else. */
export const addSettleCommand = (program: Command): void => {
  program
    .command('settle')
    .description(
      "compute a period's statement from a file of payment terms and figures, without a database (docs/settlement.md)",
    )
    .requiredOption('--file <path>', 'JSON')
    .action(
      onFiles<{ readonly file: string }>(async ({ file }) => {
        const statement = settle(readSettling(JSON.parse(await readFile(file, 'utf8'))));
        return { document: statement, words: wordsOf(statement) };
      }),
    );
};
