import { lookup } from 'node:dns';
import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isOnInternet } from './internet-address.js';

/** What a tenant named lies in a net of the operator's, or on this machine. */
export class InnerAddress extends Error {
  constructor() {
    super('an address outside the internet is not fetched from');
  }
}

/** Larger than any description or set of keys that a provider publishes. */
const LARGEST_ANSWER = 1024 * 1024;
const LONGEST_MS = 10_000;
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Finds a host's addresses for the connection that is being made, and refuses where one of them is not on the internet.
 * It is here, and not before, that they are looked at: a name may resolve differently the next time it is asked for.
 */
const onInternet: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (fault, found) => {
    const [first] = found ?? [];
    if (fault || !first) done(fault ?? new Error('no address'), []);
    else if (!found.every(({ address }) => isOnInternet(address))) done(new InnerAddress(), []);
    else if (options.all) done(null, found);
    else done(null, first.address, first.family);
  });
};

/** How the connection finds its host. @throws InnerAddress where the host is itself an address, and an inner one. */
const finding = ({ hostname }: URL, innerHosts: readonly string[]): Pick<RequestOptions, 'lookup'> => {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (innerHosts.includes(host)) return {};
  // Nothing is looked up for an address.
  if (isIP(host) !== 0 && !isOnInternet(host)) throw new InnerAddress();
  return { lookup: onInternet };
};

const answerTo = (url: URL, options: RequestOptions, body: Buffer): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? overHttps : overHttp;
    send(url, options, resolve).once('error', reject).end(body);
  });

const bytesOf = async (answer: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_ANSWER) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const headersOf = ({ headersDistinct }: IncomingMessage): [string, string][] =>
  Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );

/**
 * A `fetch` for an address that somebody else named: it connects to the internet, and of the operator's own net only to
 * the hosts that the operator has named. It follows no redirect, takes at most 1 MB and waits at most ten seconds.
 * @throws InnerAddress
 */
export const outwardFetch =
  (innerHosts: readonly string[]) =>
  async (address: string, options: RequestInit): Promise<Response> => {
    const request = new Request(address, options);
    const url = new URL(request.url);
    const connection: RequestOptions = {
      ...finding(url, innerHosts),
      method: request.method,
      headers: Object.fromEntries(request.headers),
      signal: AbortSignal.any([request.signal, AbortSignal.timeout(LONGEST_MS)]),
      agent: false,
    };
    const answer = await answerTo(url, connection, Buffer.from(await request.arrayBuffer()));
    const bytes = await bytesOf(answer);
    const status = answer.statusCode ?? 500;
    return new Response(WITHOUT_BODY.has(status) ? null : bytes, { status, headers: headersOf(answer) });
  };
