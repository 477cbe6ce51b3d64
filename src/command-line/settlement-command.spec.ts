import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { signedBundle } from '../../test/factories/settlement.js';
import { bundleText } from '../outcomes/settlement/bundle.js';
import { addSettlementCommand } from './settlement-command.js';

const text = bundleText(signedBundle().bundle);
let folder: string;
let written: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settlement-'));
});
afterAll(async () => rm(folder, { recursive: true }));
beforeEach(() => {
  written = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

const verify = async (content: string): Promise<{ same: boolean; differs: string[] }> => {
  const file = join(folder, 'bundle.json');
  await writeFile(file, content);
  const program = new Command('naervaer').option('--json');
  addSettlementCommand(program);
  await program.parseAsync(['--json', 'settlement', 'verify', '--file', file], { from: 'user' });
  const { same, checks } = JSON.parse(written) as {
    same: boolean;
    checks: { check: string; same: boolean }[];
  };
  return { same, differs: checks.flatMap((one) => (one.same ? [] : [one.check])) };
};

describe('settlement verify', () => {
  it('finds a bundle to be what it says', async () => {
    expect(await verify(text)).toEqual({ same: true, differs: [] });
    expect(process.exitCode).toBeUndefined();
  });

  it('ends with 2 where one digit was changed, and names what differs', async () => {
    const changed = text.replace('"visits":4', '"visits":5');
    expect(changed).not.toBe(text);
    const { same, differs } = await verify(changed);
    expect(same).toBe(false);
    expect(differs).toEqual(['signature', 'snapshot', 'statement']);
    expect(process.exitCode).toBe(2);
  });

  it('ends with 2 for a file that is no bundle', async () => {
    expect(await verify('no bundle')).toEqual({ same: false, differs: ['form'] });
    expect(process.exitCode).toBe(2);
  });
});
