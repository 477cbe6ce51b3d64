import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { BroughtKey, SsoSettings } from '../views';

export const connectionsQuery = queryOptions({
  queryKey: ['sso-connections'],
  queryFn: () => answer(api.GET('/api/sso-connections')),
});

export const saveConnection = ({ id, body }: { id: string | null; body: SsoSettings }): Promise<unknown> =>
  id === null
    ? answer(api.POST('/api/sso-connections', { body }))
    : answer(api.PUT('/api/sso-connections/{id}', { params: { path: { id } }, body }));

export const removeConnection = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/sso-connections/{id}', { params: { path: { id } } }));

export const keysQuery = queryOptions({
  queryKey: ['saml-keys'],
  queryFn: async () => (await answer(api.GET('/api/saml-keys'))).keys,
});

/** A pair that the employer brings; an empty one has one made. */
export const addKey = (body: BroughtKey): Promise<unknown> => answer(api.POST('/api/saml-keys', { body }));

export const removeKey = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/saml-keys/{id}', { params: { path: { id } } }));

export const employerSsoQuery = (slug: string) =>
  queryOptions({
    queryKey: ['sso', slug],
    retry: false,
    queryFn: () => answer(api.GET('/api/sso/employers/{slug}', { params: { path: { slug } } })),
  });

/** A real address, not a page of ours: the browser leaves for the provider. */
export const startAddress = (id: string, to: string): string =>
  `/api/sso/connections/${id}/start?to=${encodeURIComponent(to)}`;
