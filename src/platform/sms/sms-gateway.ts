import { Inject, Injectable } from '@nestjs/common';
import { RUNTIME, type Runtime } from '../runtime.js';

export interface TextMessage {
  /** Stays the same when a message is sent again, so that the gateway may see the two as one. */
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** What a gateway said, by its number: its own words may repeat the telephone number, and no log may hold that. */
export class MessageNotSent extends Error {}

/** Sends text messages. One class for each way of sending; the settings say which is in use. */
export abstract class SmsGateway {
  /** Whether messages can be sent at all: a screen says so where they cannot. */
  abstract readonly isConfigured: boolean;
  /** Hands a message over. @throws MessageNotSent naming its id and the gateway's number, nothing else */
  abstract send(message: TextMessage): Promise<void>;
}

const TIMEOUT_MS = 15_000;

/**
 * A gateway that takes `POST` with `{id, to, text}` as JSON; what stands before `@` in its address goes as a basic
 * authorisation. Providers of other habits get a class of their own, or a few lines between.
 */
@Injectable()
export class HttpSmsGateway extends SmsGateway {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {
    super();
  }

  override get isConfigured(): boolean {
    return this.runtime.environment.smsUrl !== null;
  }

  override async send(message: TextMessage): Promise<void> {
    const { smsUrl } = this.runtime.environment;
    if (smsUrl === null) throw new MessageNotSent(`message ${message.id} was not sent: no gateway is set`);
    const url = new URL(smsUrl);
    const credentials = Buffer.from(
      `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`,
    );
    const isKnown = url.username !== '';
    url.username = url.password = '';
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(isKnown ? { authorization: `Basic ${credentials.toString('base64')}` } : {}),
      },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null);
    if (!answer?.ok)
      throw new MessageNotSent(`message ${message.id} was not sent: ${answer?.status ?? 'no answer'}`);
  }
}
