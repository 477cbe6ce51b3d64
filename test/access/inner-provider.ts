import { once } from 'node:events';
import { createServer } from 'node:http';

/** A provider on this machine, at a name that the operator allows; its description leads to the same machine by address. */
export const startInside = async () => {
  const met: string[] = [];
  const server = createServer((request, response) => {
    met.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify(description()));
  }).listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const outside = `http://localhost:${port}`;
  const inside = `http://127.0.0.1:${port}`;
  const description = () => ({
    issuer: outside,
    authorization_endpoint: `${outside}/authorize`,
    token_endpoint: `${inside}/token`,
    response_types_supported: ['code'],
  });
  return {
    outside,
    inside,
    /** What has been asked for. */
    met: (): string[] => [...met],
    close: async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
