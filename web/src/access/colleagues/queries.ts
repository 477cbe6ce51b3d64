import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Views } from '../../api/client';

export type Colleague = Views['ColleagueAccessView'];
type InviteColleague = Views['InviteColleagueDto'];

export const COLLEAGUES = ['colleagues'];

export const colleaguesQuery = (page: number) =>
  queryOptions({
    queryKey: [...COLLEAGUES, page],
    placeholderData: keepPreviousData,
    queryFn: () => answer(api.GET('/api/colleagues', { params: { query: { page, pageSize: 50 } } })),
  });

export const endColleague = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/colleagues/{id}', { params: { path: { id } } }));

export const invitedColleagues = queryOptions({
  queryKey: ['colleague-invitations'],
  queryFn: () => answer(api.GET('/api/colleagues/invitations')),
});

/** Nobody here is an employee. */
export const inviteColleague = ({ email, name, role, language }: InviteColleague): Promise<unknown> =>
  answer(api.POST('/api/colleagues/invitations', { body: { email, name, role, language } }));

export const mailAgain = (id: string): Promise<unknown> =>
  answer(api.POST('/api/colleagues/invitations/{id}/mails', { params: { path: { id } } }));

export const withdraw = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/colleagues/invitations/{id}', { params: { path: { id } } }));
