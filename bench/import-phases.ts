import { setTimeout as sleep } from 'node:timers/promises';
import { asSuperuser, type Database } from './stage.js';

const EVERY_MS = 100;

/** What the import is at, by the statement that its connection runs or ran last. */
const PHASES: readonly (readonly [RegExp, string])[] = [
  [/^\s*(copy incoming|create temp table incoming|set local|select pg_advisory)/i, 'read and COPY'],
  [
    /^\s*(analyze incoming|create temp table (judged|leaving|contested)|analyze judged|update judged)/i,
    'classify',
  ],
  [/^\s*(insert into leaving|declare contenders|fetch|close contenders|select count)/i, 'classify'],
  [
    /^\s*(create temp table superseded|insert into (spells|spell_versions|absence_sources)|delete from spells|analyze spells)/i,
    'merge',
  ],
  [/^\s*insert into stale_units/i, 'mark units'],
];

const CURRENT = `
  select query from pg_stat_activity
  where datname = current_database() and usename = 'naervaer_app' and xact_start is not null
  order by xact_start limit 1`;

const phaseOf = (query: string): string => PHASES.find(([form]) => form.test(query))?.[1] ?? 'other';

/** Looks ten times a second at what the product's oldest transaction does, until told to stop. Milliseconds by phase. */
export const watchPhases = (database: Database): (() => Promise<Record<string, number>>) => {
  const phases: Record<string, number> = {};
  let watching = true;
  const watched = asSuperuser(database, async (client) => {
    let last = performance.now();
    while (watching) {
      const { rows } = await client.query<{ query: string }>(CURRENT);
      const now = performance.now();
      const [current] = rows;
      if (current) phases[phaseOf(current.query)] = (phases[phaseOf(current.query)] ?? 0) + now - last;
      last = now;
      await sleep(EVERY_MS);
    }
  });
  watched.catch(() => undefined);
  return async () => {
    watching = false;
    await watched;
    return Object.fromEntries(Object.entries(phases).map(([phase, took]) => [phase, Math.round(took)]));
  };
};
