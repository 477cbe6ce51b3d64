import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { problemOf } from '../api/problem';
import type { NewToken, SessionView } from './views';

const SESSION = ['session'];

/** Who is signed in and which hat is worn; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: SESSION,
  staleTime: Infinity,
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return await answer(api.GET('/api/session'));
    } catch (error) {
      if (problemOf(error).status === 401) return null;
      throw error;
    }
  },
});

/** Everything read under another person or hat is forgotten with the change. */
export const begin = (client: QueryClient, session: SessionView | null): void => {
  client.clear();
  client.setQueryData(SESSION, session);
};

export const signIn = async (client: QueryClient, email: string, password: string): Promise<SessionView> => {
  const session = await answer(api.POST('/api/session', { body: { email, password } }));
  begin(client, session);
  return session;
};

export const wearHat = async (client: QueryClient, hatId: string): Promise<SessionView> => {
  const session = await answer(api.PUT('/api/session/hat', { body: { hatId } }));
  begin(client, session);
  return session;
};

export const signOut = async (client: QueryClient): Promise<void> => {
  await answer(api.DELETE('/api/session'));
  begin(client, null);
};

export const forgetSession = (client: QueryClient): void => {
  client.setQueryData(SESSION, null);
};

/** The language mails are written in follows the one the pages are read in. */
export const keepLanguage = (language: 'da' | 'en'): Promise<unknown> =>
  answer(api.PUT('/api/session/language', { body: { language } }));

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: () => answer(api.GET('/api/tokens')),
});

export const tokenScopesQuery = queryOptions({
  queryKey: ['token-scopes'],
  queryFn: () => answer(api.GET('/api/token-scopes')),
});

export const makeToken = (body: NewToken) => answer(api.POST('/api/tokens', { body }));

export const revokeToken = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/tokens/{id}', { params: { path: { id } } }));
