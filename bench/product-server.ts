import { HatsService } from '../src/access/index.js';
import { createHttpApplication } from '../src/application.js';
import { AppModule } from '../src/app.module.js';
import { argumentOf, say, whenAsked } from './child.js';
import { TENANT_ID } from './employer/roster.js';
import type { ProductOrder, ServerAddress } from './overview.js';
import { runtimeOn, StageClock } from './surroundings.js';

const PERSON = { email: 'hr@stor-kommune.test', password: 'en lang adgangskode' };

/** Signs in as a browser does. @returns the session's cookies */
const signIn = async (url: string): Promise<string> => {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(PERSON),
  });
  if (!answer.ok) throw new Error(`sign-in was answered with ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};

const order = argumentOf<ProductOrder>();
const runtime = runtimeOn(order.database, order.folder);
const app = await createHttpApplication(runtime, AppModule.on(runtime, new StageClock()));
await app.listen(0, '127.0.0.1');
await app.get(HatsService).employ({ ...PERSON, name: 'HR', role: 'hr-manager', tenantId: TENANT_ID });
const url = await app.getUrl();
say({ url: `${url}/api/${order.path}`, headers: { cookie: await signIn(url) } } satisfies ServerAddress);
whenAsked(() => app.close());
