import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type pg from 'pg';
import type { Instrument, Item, Scale } from '../src/surveys/instruments/index.js';
import { fingerprintOf } from '../src/surveys/rounds/signing-keys.service.js';
import { TODAY } from './employer/days.js';
import { TENANT_ID } from './employer/roster.js';

const ITEMS = 30;
const SCALES = 10;

const words = (text: string) => ({ da: text, en: text });

const items: readonly Item[] = Array.from({ length: ITEMS }, (_, index) => ({
  id: `item-${index + 1}`,
  kind: 'scale',
  wording: words(`Spørgsmål ${index + 1}`),
  choices: [1, 2, 3, 4, 5].map((value) => ({
    value,
    wording: words(`Svar ${value}`),
    score: (value - 1) * 25,
  })),
  reversed: false,
  required: false,
}));

/** Three items each. */
const scales: readonly Scale[] = Array.from({ length: SCALES }, (_, index) => ({
  id: `scale-${index + 1}`,
  name: words(`Tema ${index + 1}`),
  measures: words(''),
  itemIds: items.slice(3 * index, 3 * index + 3).map(({ id }) => id),
  minimumAnswered: 2,
  higherIsBetter: true,
  minimumDifference: 10,
  minimumDifferenceBasis: words(''),
  thresholds: [],
  references: [],
}));

/** Thirty questions on ten scales. */
export const INSTRUMENT: Instrument = {
  id: 'bench',
  version: 1,
  name: words('Trivsel'),
  introduction: null,
  items,
  scales,
  pages: [{ heading: null, itemIds: items.map(({ id }) => id) }],
  licence: { holder: '', terms: words(''), commercialUse: 'yes', checkedOn: TODAY, source: '' },
};

export const someAnswers = (turn: number): Record<string, number> =>
  Object.fromEntries(items.map(({ id }, index) => [id, ((turn * 7 + index * 3) % 5) + 1]));

export interface Key {
  readonly fingerprint: string;
  readonly publicKey: Buffer;
  readonly pkcs8: Buffer;
  readonly privateKey: KeyObject;
}

const makePair = promisify(generateKeyPair);

/** As the product makes them. */
export const newKey = async (): Promise<Key> => {
  const { publicKey, privateKey: pkcs8 } = await makePair('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  return { fingerprint: fingerprintOf(publicKey), publicKey, pkcs8, privateKey };
};

/** An open round. Returns its id. */
export const addRound = async (client: pg.Client, seriesId: string, opensOn: string): Promise<string> => {
  const made = await client.query<{ id: string }>(
    `insert into survey_rounds (tenant_id, series_id, kind, title, instrument, opens_on, closes_on, as_of, channels, minimum, opened_at)
     values ($1, $2, 'once', $3, $4, $5::date, $5::date + 14, $5::date, '{letter}', 5, $5::date) returning round_id as id`,
    [TENANT_ID, seriesId, JSON.stringify(words('Trivsel')), JSON.stringify(INSTRUMENT), opensOn],
  );
  return made.rows[0]?.id ?? '';
};
