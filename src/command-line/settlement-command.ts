import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { readBundle, verifyBundle, type CheckResult } from '../outcomes/index.js';

interface Verification {
  readonly file: string;
  readonly key?: string;
}

/** What a bundle's file comes to when it is computed again; one that cannot be read is not the same. */
const verified = async ({ file, key }: Verification): Promise<readonly CheckResult[]> => {
  const text = await readFile(file, 'utf8');
  const ownKey = key === undefined ? null : await readFile(key, 'utf8');
  try {
    return verifyBundle(readBundle(text), text, ownKey);
  } catch (fault) {
    return [
      { check: 'form', same: false, differs: [fault instanceof Error ? fault.message : String(fault)] },
    ];
  }
};

const wordsOf = (results: readonly CheckResult[]): string[] => [
  ...results.map(
    ({ check, same, differs }) => `${check.padEnd(12)}${same ? 'same' : `differs: ${differs.join(', ')}`}`,
  ),
  results.every(({ same }) => same)
    ? 'The settlement is what it says. Compare its public key with the one that the operator has published.'
    : 'The settlement is not what it says.',
];

/** For whoever is shown a settlement: needs no database and no account. Ends with 2 where anything differs. */
export const addSettlementCommand = (program: Command): void => {
  const settlement = program
    .command('settlement')
    .description('settlements of partnerships (docs/settlement.md)');
  settlement
    .command('verify')
    .description('compute a settlement again from its exported bundle, without a database')
    .requiredOption('--file <path>', 'the bundle')
    .option('--key <path>', 'the public key that the operator has published, in PEM')
    .action(async (options: Verification, command: Command) => {
      const checks = await verified(options);
      const isSame = checks.every(({ same }) => same);
      const isAsJson = command.optsWithGlobals<{ json?: boolean }>().json === true;
      process.stdout.write(
        isAsJson ? `${JSON.stringify({ same: isSame, checks })}\n` : `${wordsOf(checks).join('\n')}\n`,
      );
      if (!isSame) process.exitCode = 2;
    });
};
