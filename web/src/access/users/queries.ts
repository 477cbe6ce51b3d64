import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Invite, UserRow } from '../views';

export const USERS = ['users'];

export const usersQuery = (page: number) =>
  queryOptions({
    queryKey: [...USERS, page],
    placeholderData: keepPreviousData,
    queryFn: () => answer(api.GET('/api/users', { params: { query: { page, pageSize: 50 } } })),
  });

export const endAccess = (userId: string): Promise<unknown> =>
  answer(api.DELETE('/api/users/{userId}', { params: { path: { userId } } }));

/** Fewer letters than this find nobody. */
export const SHORTEST = 2;

/** A name travels in the body: it belongs in no address. */
export const employeeChoices = (text: string) =>
  queryOptions({
    queryKey: ['employee-choices', text],
    enabled: text.length >= SHORTEST,
    gcTime: 0,
    queryFn: () => answer(api.POST('/api/users/employee-searches', { body: { text } })),
  });

/** A user is one employee in every role that he has here. */
export const linkEmployee = ({ hats }: UserRow, employeeNumber: string | null): Promise<unknown> =>
  Promise.all(
    hats.map(({ id }) =>
      answer(
        api.PUT('/api/users/hats/{id}/employee', { params: { path: { id } }, body: { employeeNumber } }),
      ),
    ),
  );

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => answer(api.GET('/api/users/invitations')),
});

export const invite = (body: Invite): Promise<unknown> =>
  answer(api.POST('/api/users/invitations', { body }));

export const mailAgain = (id: string): Promise<unknown> =>
  answer(api.POST('/api/users/invitations/{id}/mails', { params: { path: { id } } }));

export const withdraw = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/users/invitations/{id}', { params: { path: { id } } }));

export const signInSettingsQuery = queryOptions({
  queryKey: ['sign-in-settings'],
  queryFn: () => answer(api.GET('/api/sign-in-settings')),
});

export const changeSignInSettings = (secondFactorRequiredFrom: string | null): Promise<unknown> =>
  answer(api.PUT('/api/sign-in-settings', { body: { secondFactorRequiredFrom } }));

export const openedInvitation = (token: string) =>
  queryOptions({
    queryKey: ['invitation', 'opened'],
    retry: false,
    queryFn: () => answer(api.POST('/api/invitations/openings', { body: { token } })),
  });

export const acceptInvitation = (body: { token: string; password?: string }): Promise<unknown> =>
  answer(api.POST('/api/invitations/acceptances', { body }));
