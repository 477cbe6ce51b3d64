import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMail, startMailServer, type MailServer } from '../../../test/harness/mail-server.js';
import { readEnvironment } from '../../config/env.js';
import { Clock } from '../clock.js';
import { Mailer } from './mailer.js';

const MAIL = {
  id: '0197c0de-0000-7000-8000-000000000001',
  to: 'hr@fjordby.example',
  subject: 'Nærvær: nyt på arbejdslisten',
  text: 'Blåbærgrød på en sønderjysk ø.\nÅbn: https://naervaer.example/signals',
};

const mailerOn = (settings: Readonly<Record<string, string>>) => {
  const said: string[] = [];
  const log = { info: (_: object, words: string) => said.push(words), warn: () => 0, error: () => 0 };
  const environment = readEnvironment({ PUBLIC_URL: 'https://naervaer.example', ...settings });
  const runtime = { environment, databaseUrl: '', ownerUrl: '', log };
  return { mailer: new Mailer(runtime, new Clock()), said };
};

describe('a mailer with a mail server', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  afterAll(() => server.close());

  it('brings words with æ, ø and å to the receiver', async () => {
    const { mailer, said } = mailerOn({ SMTP_URL: server.url, MAIL_FROM: 'Nærvær <hej@naervaer.example>' });
    mailer.onApplicationBootstrap();
    await mailer.send(MAIL);
    mailer.onApplicationShutdown();
    expect(said).toEqual([]);
    expect(server.mails.at(-1)).toMatchObject({
      to: ['hr@fjordby.example'],
      subject: MAIL.subject,
      text: MAIL.text,
    });
  });

  it('marks a mail by its id, the same when it is sent again', async () => {
    const { mailer } = mailerOn({ SMTP_URL: server.url });
    await mailer.send(MAIL);
    await mailer.send(MAIL);
    mailer.onApplicationShutdown();
    const [first, second] = server.mails.slice(-2);
    expect(first?.messageId).toBe(`<${MAIL.id}@naervaer.example>`);
    expect(second?.messageId).toBe(first?.messageId);
    expect(first?.raw).toContain('Auto-Submitted: auto-generated');
  });

  it('tells of a refusal without the address', async () => {
    const { mailer } = mailerOn({ SMTP_URL: server.url });
    server.refuseNext(550);
    await expect(mailer.send(MAIL)).rejects.toThrow(new Error(`mail ${MAIL.id} was not sent: EMESSAGE 550`));
    mailer.onApplicationShutdown();
  });

  it('tells of a server that is not there', async () => {
    const { mailer } = mailerOn({ SMTP_URL: 'smtp://127.0.0.1:1' });
    await expect(mailer.send(MAIL)).rejects.toThrow(`mail ${MAIL.id} was not sent: ESOCKET`);
  });
});

describe('a mailer without a mail server', () => {
  it('says so once at the start and writes each mail to a file of its own', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'naervaer-mail-'));
    const { mailer, said } = mailerOn({ DATA_DIR: dataDir });
    mailer.onApplicationBootstrap();
    await mailer.send(MAIL);
    await mailer.send(MAIL);
    expect(said).toEqual(['no mail server is set (SMTP_URL): mails become files']);
    expect(await readdir(join(dataDir, 'mail'))).toEqual([`${MAIL.id}.eml`]);
    const file = join(dataDir, 'mail', `${MAIL.id}.eml`);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(readMail(await readFile(file, 'utf8'))).toMatchObject({
      messageId: `<${MAIL.id}@naervaer.example>`,
      subject: MAIL.subject,
      text: MAIL.text,
    });
  });
});
