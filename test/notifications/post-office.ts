import { HatsService, type HatActor, type Role } from '../../src/access/index.js';
import { rows } from '../../src/platform/database/rows.js';
import { addJob } from '../../src/platform/jobs/outbox.js';
import { JobRegistry } from '../../src/platform/jobs/registry.js';
import { startTestApp, type TestApp } from '../harness/app.js';
import { startMailServer, type MailServer, type ReceivedMail } from '../harness/mail-server.js';

const PASSWORD = 'en lang adgangskode';
let counter = 0;

interface Party {
  readonly tenantId?: string;
  readonly providerId?: string;
  readonly personId?: string;
  readonly language?: 'da' | 'en';
}

export interface PostOffice {
  readonly app: TestApp;
  readonly server: MailServer;
  /** A hat of a user who can be written to. */
  member(role: Role, party: Party, email?: string): Promise<HatActor>;
  address(hat: HatActor): Promise<string>;
  /** What has come to the user behind a hat. */
  received(hat: HatActor): Promise<ReceivedMail[]>;
  /** Does what the schedule does at seven in the morning. */
  sevenOClock(): Promise<void>;
  close(): Promise<void>;
}

/** The application beside a real mail server. */
export const openPostOffice = async (): Promise<PostOffice> => {
  const server = await startMailServer();
  const app = await startTestApp({ SMTP_URL: server.url, PUBLIC_URL: 'https://naervaer.example' });
  const address = async (hat: HatActor): Promise<string> => {
    const [user] = await app.doors.system('test', (tx) =>
      rows<{ email: string }>(tx, 'select email from auth."user" where id::text = $1', [hat.userId]),
    );
    return user?.email ?? '';
  };
  return {
    app,
    server,
    address,
    member: (role, party, email = `${role}-${(counter += 1)}@fjordby.example`) =>
      app.nest.get(HatsService).employ({ email, name: 'Søren Ærø', password: PASSWORD, role, ...party }),
    received: async (hat) => {
      const email = await address(hat);
      return server.mails.filter((mail) => mail.to.includes(email));
    },
    sevenOClock: async () => {
      const digest = app.nest.get(JobRegistry).get('notifications.digest');
      await app.doors.system('test', (tx) => addJob(tx, digest.job, {}));
      await app.drainJobs();
    },
    close: async () => {
      await app.close();
      await server.close();
    },
  };
};
