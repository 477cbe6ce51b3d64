import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { answer, api } from '../../api/client';
import { begin } from '../queries';
import type { SessionView } from '../views';

export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: () => answer(api.GET('/api/sessions')),
});

export const endSession = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/sessions/{id}', { params: { path: { id } } }));

export const endAllSessions = async (client: QueryClient): Promise<void> => {
  await answer(api.DELETE('/api/sessions'));
  begin(client, null);
};

export const changePassword = (body: { current: string; next: string }): Promise<unknown> =>
  answer(api.PUT('/api/password', { body }));

export const askForReset = (email: string): Promise<unknown> =>
  answer(api.POST('/api/password/reset-mails', { body: { email } }));

export const resetPassword = (body: { token: string; password: string }): Promise<unknown> =>
  answer(api.POST('/api/password/resets', { body }));

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: () => answer(api.GET('/api/second-factor')),
});

export const beginTotp = (password: string) =>
  answer(api.POST('/api/second-factor/totp', { body: { password } }));

export const confirmTotp = async (client: QueryClient, code: string): Promise<SessionView> => {
  const session = await answer(api.PUT('/api/second-factor/totp', { body: { code } }));
  begin(client, session);
  return session;
};

export const removeTotp = (password: string): Promise<unknown> =>
  answer(api.POST('/api/second-factor/totp/removal', { body: { password } }));

export const renewBackupCodes = (password: string) =>
  answer(api.POST('/api/second-factor/backup-codes', { body: { password } }));

/** Asks the browser for a key and hands it over. @throws the browser's own error when the owner gives none. */
export const addPasskey = async (name: string): Promise<void> => {
  const { options } = await answer(api.POST('/api/second-factor/passkeys/options'));
  const made = await startRegistration({ optionsJSON: options as never });
  await answer(api.POST('/api/second-factor/passkeys', { body: { name, response: { ...made } } }));
};

export const removePasskey = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/second-factor/passkeys/{id}', { params: { path: { id } } }));

export const enterByPasskey = async (client: QueryClient): Promise<SessionView> => {
  const { options } = await answer(api.POST('/api/session/passkey-options'));
  const given = await startAuthentication({ optionsJSON: options as never });
  const session = await answer(api.POST('/api/session/passkey', { body: { response: { ...given } } }));
  begin(client, session);
  return session;
};

export const completeSignIn = async (
  client: QueryClient,
  body: { kind: 'totp' | 'backup-code'; code: string },
): Promise<SessionView> => {
  const session = await answer(api.POST('/api/session/second-step', { body }));
  begin(client, session);
  return session;
};
