import autocannon from 'autocannon';
import { percentile, rounded } from './measuring.js';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface LoadFigures {
  readonly p50: number;
  readonly p99: number;
  readonly requestsPerSecond: number;
}

const CONCURRENCY = 8;
const SECONDS = 5;

/**
 * Sends requests from eight connections at once for some seconds; milliseconds as measured, since autocannon's own
 * percentiles are whole numbers.
 * @throws Error when any answer was not a good one
 */
export const sendLoad = async ({ url, headers }: Load, seconds = SECONDS): Promise<LoadFigures> => {
  const times: number[] = [];
  const run = autocannon({ url, headers, connections: CONCURRENCY, duration: seconds });
  void run.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  const { non2xx, errors, requests } = await run;
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} bad answers, ${errors} errors`);
  return {
    p50: rounded(percentile(times, 0.5), 3),
    p99: rounded(percentile(times, 0.99), 3),
    requestsPerSecond: Math.round(requests.average),
  };
};
