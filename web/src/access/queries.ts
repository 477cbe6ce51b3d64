import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { problemOf } from '../api/problem';
import { send } from '../api/send';
import type { Page } from '../api/page';
import type { IssuedToken, SessionView, TokenView } from './views';

const SESSION = ['session'];

/** Who is signed in and which hat is worn; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: SESSION,
  staleTime: Infinity,
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return await send<SessionView>('GET', '/session');
    } catch (error) {
      if (problemOf(error).status === 401) return null;
      throw error;
    }
  },
});

/** Everything read under another person or hat is forgotten with the change. */
const begin = (client: QueryClient, session: SessionView | null): void => {
  client.clear();
  client.setQueryData(SESSION, session);
};

export const signIn = async (client: QueryClient, email: string, password: string): Promise<SessionView> => {
  const session = await send<SessionView>('POST', '/session', { body: { email, password } });
  begin(client, session);
  return session;
};

export const wearHat = async (client: QueryClient, hatId: string): Promise<SessionView> => {
  const session = await send<SessionView>('PUT', '/session/hat', { body: { hatId } });
  begin(client, session);
  return session;
};

export const signOut = async (client: QueryClient): Promise<void> => {
  await send('DELETE', '/session');
  begin(client, null);
};

export const forgetSession = (client: QueryClient): void => {
  client.setQueryData(SESSION, null);
};

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () => send<Page<TokenView>>('GET', '/tokens'),
});

export const issueToken = (body: { name: string; expiresOn: string | null }): Promise<IssuedToken> =>
  send<IssuedToken>('POST', '/tokens', { body });

export const revokeToken = (id: string): Promise<unknown> => send('DELETE', `/tokens/${id}`);
