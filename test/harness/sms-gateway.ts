import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SentMessage {
  readonly id: string;
  readonly to: string;
  readonly text: string;
  readonly authorization: string | undefined;
}

export interface SmsServer {
  /** For SMS_URL, with a name and a password. */
  readonly url: string;
  readonly messages: readonly SentMessage[];
  /** Answers what comes next with this number. */
  answerWith(status: number): void;
  close(): Promise<void>;
}

/** A gateway for text messages that keeps what it is given. */
export const startSmsServer = async (): Promise<SmsServer> => {
  const messages: SentMessage[] = [];
  let status = 202;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const given = JSON.parse(body) as Omit<SentMessage, 'authorization'>;
      messages.push({ ...given, authorization: request.headers.authorization });
      response.writeHead(status).end(`no such number: ${given.to}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://bruger:hemmelig@127.0.0.1:${port}/sms`,
    messages,
    answerWith: (next) => {
      status = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
