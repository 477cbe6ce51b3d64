import { Option, type Command } from 'commander';
import { MEASURED_BY, MeasuresService, type Measured, type MeasuredBy } from '../absence/index.js';
import { systemActor } from '../access/index.js';
import type { LocalDate } from '../shared/local-date.js';
import { day, onDomains, tenantOf } from './command.js';

interface Options {
  readonly employer: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly by: MeasuredBy;
}

const wordsOf = ({ period, provisional, groups, basis }: Measured): string[] => [
  `${period.from} to ${period.to}${provisional ? ', provisional' : ''}`,
  ...groups.flatMap(({ name, measures }) => [
    ...(name === '' ? [] : ['', name]),
    ...Object.entries(measures).map(
      ([measure, { value, numerator, denominator }]) =>
        `${measure.padEnd(26)}${(value?.toFixed(4) ?? '–').padStart(10)}   ${numerator.toFixed(2)} / ${denominator.toFixed(2)}`,
    ),
  ]),
  '',
  ...basis,
];

/** The measures of an employer in a period, each with what it is made of. */
export const addMeasuresCommand = (program: Command): void => {
  program
    .command('measures')
    .description(
      'absence rate, days per full-time employee, spells per person-year and lengths, with numerator and denominator',
    )
    .requiredOption('--employer <slug>')
    .requiredOption('--from <date>', 'first day', day)
    .requiredOption('--to <date>', 'last day; days that are not over are left out', day)
    .addOption(
      new Option('--by <group>', 'one group, or one a workplace or unit')
        .choices(MEASURED_BY)
        .default('employer'),
    )
    .action(
      onDomains<Options>(async ({ employer, from, to, by }, context) => {
        const tenantId = await tenantOf(context, employer);
        const actor = systemActor('operator command', 'cli');
        const measured = await context
          .get(MeasuresService, { strict: false })
          .measure(actor, { tenantId, period: { from, to }, by });
        return { document: measured, words: wordsOf(measured) };
      }),
    );
};
