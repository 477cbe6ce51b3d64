import { rm } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { createContext } from '../../../src/application.js';
import { factories, type Factories } from '../../factories/factories.js';
import { freePort, runBuilt, type Running } from '../../harness/process.js';
import { testRuntime, type TestRuntime } from '../../harness/runtime.js';
import { launchChromium } from './chromium.js';
import { newVisit, signIn, type Visit } from './visit.js';

/** The built product as it is started by anybody, and a browser before it. */
export interface Stage {
  /** The product's services on the same database, for what has no screen yet. */
  readonly context: INestApplicationContext;
  readonly make: Factories;
  /** Where the product is reached. */
  readonly url: string;
  visit(): Promise<Visit>;
  /** A window signed in through the sign-in page. */
  visitAs(email: string): Promise<Visit>;
  close(): Promise<void>;
}

const startProduct = async (runtime: TestRuntime, port: number, url: string): Promise<Running> => {
  const product = runBuilt('start.js', {
    DATABASE_URL: runtime.databaseUrl,
    DATABASE_OWNER_URL: runtime.ownerUrl,
    DATA_DIR: runtime.environment.dataDir,
    PORT: String(port),
    PUBLIC_URL: url,
    INNER_HOSTS: 'localhost',
    LOG_LEVEL: 'warn',
  });
  await product.until('ready at');
  return product;
};

/** Starts everything; what was started is stopped again where something else cannot be. */
export const openStage = async (): Promise<Stage> => {
  const undo: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await openParts(undo)), close };
  } catch (error) {
    await close();
    throw error;
  }
};

const openParts = async (undo: (() => Promise<void>)[]): Promise<Omit<Stage, 'close'>> => {
  const runtime = await testRuntime();
  undo.push(async () => {
    await runtime.remove();
    await rm(runtime.environment.dataDir, { recursive: true, force: true });
  });
  const context = await createContext(runtime);
  undo.push(() => context.close());
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const product = await startProduct(runtime, port, url);
  undo.push(async () => {
    const code = await product.end('SIGTERM');
    if (code !== 0) console.error(`the product ended with ${code}: ${product.said()}`);
  });
  const browser = await launchChromium();
  undo.push(() => browser.close());
  const visit = (): Promise<Visit> => newVisit(browser, url);
  const visitAs = async (email: string): Promise<Visit> => {
    const visitor = await visit();
    await signIn(visitor.page, email);
    return visitor;
  };
  return { context, make: factories(context), url, visit, visitAs };
};
