import { extname } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { ImportService } from '../absence/index.js';
import { systemActor } from '../access/index.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { DOCUMENT_FORMATS, ReportsService, type DocumentFormat } from '../reports/index.js';
import type { LocalDate } from '../shared/local-date.js';
import { SignalsService } from '../signals/index.js';
import { day, onDomains, tenantOf } from './command.js';

const operator = systemActor('operator command', 'cli');

interface ImportOptions {
  readonly employer: string;
  readonly profile?: string;
  readonly source?: string;
  readonly dataAsOf?: LocalDate;
  readonly dryRun?: boolean;
}

const importKind = (text: string): 'roster' | 'absences' => {
  if (text === 'roster' || text === 'absences') return text;
  throw new Error(`a file is of the kind roster or absences, not "${text}"`);
};

const formatOf = (file: string): DocumentFormat => {
  const ending = extname(file).slice(1);
  const format = DOCUMENT_FORMATS.find((candidate) => candidate === ending);
  if (!format) throw new InvalidArgumentError(`the file ends in .${DOCUMENT_FORMATS.join(', .')}`);
  return format;
};

/** Commands on an employer's figures and a partnership's reports. */
export const addDomainCommands = (program: Command): void => {
  program
    .command('import <kind> <file>')
    .description('a payroll file, CSV or XLSX; kind: roster or absences')
    .requiredOption('--employer <slug>')
    .option('--profile <name>', 'a saved mapping of its columns')
    .option('--source <name>', 'which payroll it comes from')
    .option('--data-as-of <date>', 'the day up to which it says what was known; today unless told', day)
    .option('--dry-run', 'say what would happen and record nothing')
    .action(
      onDomains<ImportOptions>(async ({ employer, ...options }, context, kind = '', path = '') => {
        const tenantId = await tenantOf(context, employer);
        const outcome = await context
          .get(ImportService)
          .importFile(operator, { tenantId, kind: importKind(kind), path, ...options });
        if (!options.dryRun) await context.get(JobRunner).drain();
        const { inserted, changed, unchanged, removed, rejected, warnings, rejections, remarks } = outcome;
        const said = [...rejections, ...remarks].map(
          ({ line, code, message }) => `line ${line}: ${message} (${code})`,
        );
        return {
          document: { inserted, changed, unchanged, removed, rejected, warnings, rejections, remarks },
          words: [
            `${inserted} inserted, ${changed} changed, ${unchanged} unchanged, ${removed} removed, ${rejected} rejected, ${warnings} with a warning`,
            ...said,
          ],
        };
      }),
    );

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
