import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  /** Headers and body as they came over the wire. */
  readonly raw: string;
}

export interface MailServer {
  readonly url: string;
  /** In the order they came. */
  readonly mails: readonly ReceivedMail[];
  /** Refuses the next mail with this code, repeating the address as servers do. */
  refuseNext(code: number): void;
  /** After so many mails in all, those that come are kept and never answered; null ends that. */
  silentAfter(count: number | null): void;
  close(): Promise<void>;
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

const encodedWord = (_: string, encoding: string, text: string): string =>
  encoding === 'B'
    ? Buffer.from(text, 'base64').toString('utf8')
    : quotedPrintable(text.replaceAll('_', ' '));

/** Reads a mail with one part of plain text, as far as tests look at one. */
export const readMail = (raw: string): Omit<ReceivedMail, 'to'> => {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const body = rest.join('\r\n\r\n');
  const text = {
    base64: () => Buffer.from(body, 'base64').toString('utf8'),
    'quoted-printable': () => quotedPrintable(body),
  }[header('Content-Transfer-Encoding')];
  return {
    messageId: header('Message-ID'),
    // Between two encoded words white space means nothing (RFC 2047).
    subject: header('Subject')
      .replace(/\?=\s+=\?/g, '?==?')
      .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, encodedWord),
    text: (text?.() ?? body).replaceAll('\r\n', '\n').trim(),
    raw,
  };
};

/** A real mail server that keeps what it gets. */
export const startMailServer = async (): Promise<MailServer> => {
  const mails: ReceivedMail[] = [];
  let refusal: number | null = null;
  let answered: number | null = null;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (refusal !== null) {
          const error = Object.assign(new Error(`<${to.join()}> is unknown`), { responseCode: refusal });
          refusal = null;
          return done(error);
        }
        mails.push({ to, ...readMail(Buffer.concat(chunks).toString('utf8')) });
        if (answered === null || mails.length <= answered) done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    refuseNext: (code) => {
      refusal = code;
    },
    silentAfter: (count) => {
      answered = count;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
