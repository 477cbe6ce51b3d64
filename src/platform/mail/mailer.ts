import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Clock } from '../clock.js';
import { RUNTIME, type Runtime } from '../runtime.js';

export interface Mail {
  /** Stays the same when a mail is sent again, so that the receiver may see the two as one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** What a mail server said, in codes: its own words may repeat the address, and no log may hold that. */
export class MailNotSent extends Error {}

const codesOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return '';
  const code = 'code' in error ? error.code : undefined;
  const answer = 'responseCode' in error ? error.responseCode : undefined;
  return [code, answer].filter((one) => typeof one === 'string' || typeof one === 'number').join(' ');
};

/** Sends mails by the server of the settings; without one they are written as files to be looked at. */
@Injectable()
export class Mailer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly folder: string;
  private readonly transport;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly clock: Clock,
  ) {
    const { smtpUrl, dataDir } = runtime.environment;
    this.folder = join(dataDir, 'mail');
    // A server that does not answer must not keep a worker waiting for minutes.
    this.transport =
      smtpUrl === null
        ? null
        : createTransport({
            url: smtpUrl,
            connectionTimeout: 15_000,
            greetingTimeout: 15_000,
            socketTimeout: 60_000,
          });
  }

  onApplicationBootstrap(): void {
    if (this.transport === null)
      this.runtime.log.info({ folder: this.folder }, 'no mail server is set (SMTP_URL): mails become files');
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  /** Hands a mail over. @throws MailNotSent naming the mail's id and the server's codes, nothing else. */
  async send(mail: Mail): Promise<void> {
    const message = this.messageOf(mail);
    if (this.transport === null) return this.write(mail.id, message);
    try {
      await this.transport.sendMail(message);
    } catch (error) {
      throw new MailNotSent(`mail ${mail.id} was not sent: ${codesOf(error)}`);
    }
  }

  private messageOf({ id, ...words }: Mail) {
    const { mailFrom, publicUrl } = this.runtime.environment;
    return {
      ...words,
      from: mailFrom,
      messageId: `<${id}@${new URL(publicUrl).hostname}>`,
      date: this.clock.now(),
      // No out-of-office answer is wanted (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      // Nothing is ever fetched from elsewhere into a mail.
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  private async write(id: string, message: ReturnType<Mailer['messageOf']>): Promise<void> {
    const { message: bytes } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
      message,
    );
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = join(this.folder, `${id}.eml`);
    await writeFile(`${file}.part`, bytes, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}
