import { extname } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { systemActor } from '../access/index.js';
import { DOCUMENT_FORMATS, ReportsService, type DocumentFormat } from '../reports/index.js';
import type { LocalDate } from '../shared/local-date.js';
import { SignalsService } from '../signals/index.js';
import { day, onDomains, tenantOf } from './command.js';

const operator = systemActor('operator command');

const formatOf = (file: string): DocumentFormat => {
  const ending = extname(file).slice(1);
  const format = DOCUMENT_FORMATS.find((candidate) => candidate === ending);
  if (!format) throw new InvalidArgumentError(`the file ends in .${DOCUMENT_FORMATS.join(', .')}`);
  return format;
};

/** Commands on an employer's figures and a partnership's reports. */
export const addDomainCommands = (program: Command): void => {
  program
    .command('signals')
    .description('which rules hold for whom on a day; raises nothing')
    .requiredOption('--employer <slug>')
    .requiredOption('--on <date>', 'the day asked about', day)
    .option('--known-at <date>', 'by what was known on this day', day)
    .action(
      onDomains<{ employer: string; on: LocalDate; knownAt?: LocalDate }>(
        async ({ employer, on, knownAt }, context) => {
          const tenantId = await tenantOf(context, employer);
          const found = await context.get(SignalsService).onDate(operator, { tenantId, on, knownAt });
          const rules = Object.entries(found.rules);
          return {
            document: {
              ...found,
              rules: Object.fromEntries(rules.map(([rule, ids]) => [rule, { employees: ids.length, ids }])),
            },
            words: [
              `On ${found.on}: ${found.employed} employed, ${found.absent} absent.`,
              ...rules.map(([rule, ids]) => `${rule.padEnd(24)} ${ids.length}`),
            ],
          };
        },
      ),
    );

  program
    .command('report')
    .description('the report to a partnership, over fixed calendar periods')
    .requiredOption('--partnership <name>', 'its name or id')
    .requiredOption('--from <date>', 'first day of a calendar quarter, half-year or year', day)
    .requiredOption('--to <date>', 'its last day', day)
    .addOption(new Option('--out <file>', 'a .pdf, .xlsx or .json file').makeOptionMandatory())
    .action(
      onDomains<{ partnership: string; from: LocalDate; to: LocalDate; out: string }>(
        async ({ partnership, from, to, out }, context) => {
          const format = formatOf(out);
          const reports = context.get(ReportsService);
          const report = await reports.build(operator, { partnership, from, to });
          await reports.writeReport(report, format, out);
          return { document: { id: report.id, from, to, out }, words: [`Written to ${out}.`] };
        },
      ),
    );
};
