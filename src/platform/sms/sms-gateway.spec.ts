import { startSmsServer, type SmsServer } from '../../../test/harness/sms-gateway.js';
import { readEnvironment } from '../../config/env.js';
import { HttpSmsGateway, MessageNotSent } from './sms-gateway.js';

const MESSAGE = { id: '0197c0de-0000-7000-8000-000000000001', to: '+4520112233', text: 'Svar på målingen' };

const gatewayOn = (settings: Readonly<Record<string, string>>): HttpSmsGateway => {
  const log = { info: () => 0, warn: () => 0, error: () => 0 };
  const environment = readEnvironment({ PUBLIC_URL: 'https://naervaer.example', ...settings });
  return new HttpSmsGateway({ environment, databaseUrl: '', ownerUrl: '', log });
};

describe('a gateway for text messages', () => {
  let server: SmsServer;
  beforeAll(async () => {
    server = await startSmsServer();
  });
  afterAll(() => server.close());

  it('is given the message with its id, and what stands in its address as authorisation', async () => {
    const gateway = gatewayOn({ SMS_URL: server.url });
    expect(gateway.isConfigured).toBe(true);
    await gateway.send(MESSAGE);
    const authorization = `Basic ${Buffer.from('bruger:hemmelig').toString('base64')}`;
    expect(server.messages).toEqual([{ ...MESSAGE, authorization }]);
  });

  it('that refuses is told of by its number, never by its words, which repeat the telephone', async () => {
    server.answerWith(503);
    const refused = gatewayOn({ SMS_URL: server.url }).send(MESSAGE);
    await expect(refused).rejects.toEqual(new MessageNotSent(`message ${MESSAGE.id} was not sent: 503`));
  });

  it('that there is none of is said to be none', async () => {
    const gateway = gatewayOn({});
    expect(gateway.isConfigured).toBe(false);
    await expect(gateway.send(MESSAGE)).rejects.toThrow('no gateway is set');
  });
});
