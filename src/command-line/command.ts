import type { INestApplicationContext } from '@nestjs/common';
import { InvalidArgumentError, type Command } from 'commander';
import { EmployersService } from '../organisations/index.js';
import { createContext, prepareDatabase } from '../application.js';
import { startEngines, type Engines } from '../engines.js';
import { readEnvironment } from '../config/env.js';
import { Problem } from '../platform/http/problem.js';
import { isLocalDate, type LocalDate } from '../shared/local-date.js';

/** What a command gives back: a document for `--json`, and the same in words. */
export interface Answer {
  readonly document: object;
  readonly words: readonly string[];
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const wordsOf = (fault: unknown): string => {
  if (!(fault instanceof Problem)) return fault instanceof Error ? fault.message : String(fault);
  return [fault.title, ...fault.fields.map((field) => `${field.field}: ${field.message}`)].join('\n');
};

/** Does a command's work and prints one document, or the same in words; what goes wrong, in words. */
const answering = async (work: () => Promise<Answer>, asJson: boolean): Promise<void> => {
  try {
    const answer = await work();
    process.stdout.write(asJson ? `${JSON.stringify(answer.document)}\n` : `${answer.words.join('\n')}\n`);
  } catch (fault) {
    say(wordsOf(fault));
    process.exitCode = 1;
  }
};

/** Runs a command's work on the configured database. */
const withEngines = async (work: (engines: Engines) => Promise<Answer>, asJson: boolean): Promise<void> => {
  const engines = await startEngines({ ...readEnvironment(), logLevel: 'warn' }, say);
  await answering(() => work(engines), asJson);
  await engines.stop();
};

const isAsJson = (command: Command): boolean => command.optsWithGlobals<{ json?: boolean }>().json === true;

/** A command on files alone, for those who have no database of ours. */
export const onFiles =
  <Options>(work: (options: Options, ...words: string[]) => Promise<Answer>) =>
  async (...given: unknown[]): Promise<void> => {
    const { command, options, words } = split<Options>(given);
    await answering(() => work(options, ...words), isAsJson(command));
  };

/** A command on the engines alone. */
export const onEngines =
  <Options>(work: (options: Options, engines: Engines, ...words: string[]) => Promise<Answer>) =>
  async (...given: unknown[]): Promise<void> => {
    const { command, options, words } = split<Options>(given);
    await withEngines((engines) => work(options, engines, ...words), isAsJson(command));
  };

/** A command on the domains, after the database is brought up to date. */
export const onDomains =
  <Options>(
    work: (options: Options, context: INestApplicationContext, ...words: string[]) => Promise<Answer>,
  ) =>
  async (...given: unknown[]): Promise<void> => {
    const { command, options, words } = split<Options>(given);
    await withEngines(async ({ runtime }) => {
      await prepareDatabase(runtime);
      const context = await createContext(runtime);
      try {
        return await work(options, context, ...words);
      } finally {
        await context.close();
      }
    }, isAsJson(command));
  };

// Commander calls an action with its arguments, its options and itself, in this order.
const split = <Options>(given: unknown[]) => {
  const words = given.slice(0, -2).map(String);
  return { words, options: given.at(-2) as Options, command: given.at(-1) as Command };
};

/** An option's value that is a day. */
export const day = (text: string): LocalDate => {
  if (isLocalDate(text)) return text;
  throw new InvalidArgumentError('a day is written yyyy-mm-dd');
};

/** The tenant of an employer's short name. @throws Error naming it. */
export const tenantOf = (context: INestApplicationContext, slug: string): Promise<string> =>
  context.get(EmployersService).tenantBySlug(slug);
