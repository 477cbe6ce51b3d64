import { Agent, request } from 'node:http';
import { timed } from './measuring.js';

export const CONCURRENCY = 32;

const send = (url: string, agent: Agent, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`answered with ${answer.statusCode}`)),
      );
    });
    asked.once('error', reject);
    asked.end(body);
  });

/** Sends every body once over so many connections. @returns requests a second. @throws Error at the first bad answer */
export const postAll = async (url: string, bodies: readonly string[]): Promise<number> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  let next = 0;
  const { took } = await timed(() =>
    Promise.all(
      Array.from({ length: CONCURRENCY }, async () => {
        for (let mine = next++; mine < bodies.length; mine = next++)
          await send(url, agent, bodies[mine] ?? '');
      }),
    ),
  );
  agent.destroy();
  return (bodies.length / took) * 1000;
};
