import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import type { ErasureGround, RetentionClass } from './views';

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: () => answer(api.GET('/api/retention')),
});

export const changeRetention = ({
  dataClass,
  days,
  reason,
}: {
  dataClass: RetentionClass;
  days: number;
  reason: string;
}) =>
  answer(api.PUT('/api/retention/{dataClass}', { params: { path: { dataClass } }, body: { days, reason } }));

export const holdsQuery = queryOptions({
  queryKey: ['legal-holds'],
  queryFn: () => answer(api.GET('/api/legal-holds')),
});

export type HoldAbout = { personId: string } | { caseId: string };

export const placeHold = ({ about, ...body }: { about: HoldAbout; reason: string; until: string | null }) =>
  'caseId' in about
    ? answer(api.POST('/api/cases/{id}/legal-holds', { params: { path: { id: about.caseId } }, body }))
    : answer(api.POST('/api/people/{id}/legal-holds', { params: { path: { id: about.personId } }, body }));

export const liftHold = (id: string) =>
  answer(api.DELETE('/api/legal-holds/{id}', { params: { path: { id } } }));

export const erasePerson = ({ personId, ground }: { personId: string; ground: ErasureGround }) =>
  answer(api.POST('/api/people/{id}/erasure', { params: { path: { id: personId } }, body: { ground } }));

/** Read when asked for, each time anew: every reading is on record. */
export const readPrivateData = (personId: string) =>
  answer(api.GET('/api/people/{id}/private-data', { params: { path: { id: personId } } }));

export const cprQuery = queryOptions({
  queryKey: ['cpr-decision'],
  queryFn: () => answer(api.GET('/api/cpr-decision')),
});

export const decideCpr = (body: { kept: boolean; reason: string }) =>
  answer(api.PUT('/api/cpr-decision', { body }));
