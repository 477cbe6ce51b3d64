import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api, type Views } from '../api/client';
import type { CaseOrder, CaseSubject, ContactRecord, MeasureRecord } from './views';

export type CaseFilter = {
  page?: number;
  state?: Views['CaseFilter'];
  personId?: string;
  subject?: CaseSubject;
  unitId?: string;
  sort?: CaseOrder;
};

const PAGE = 50;
const at = (id: string) => ({ path: { id } });

export const casesQuery = (filter: CaseFilter) =>
  queryOptions({
    queryKey: ['cases', filter],
    queryFn: () => answer(api.GET('/api/cases', { params: { query: { pageSize: PAGE, ...filter } } })),
    placeholderData: keepPreviousData,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: () => answer(api.GET('/api/cases/{id}', { params: at(id) })),
  });

export const refreshCase = async (client: QueryClient): Promise<void> => {
  await Promise.all(
    ['case', 'cases', 'signals', 'signal'].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
};

export type NewCase = Views['OpenCaseDto'];
export const openCase = (body: NewCase) => answer(api.POST('/api/cases', { body }));

export const updateCase = (id: string, body: Views['UpdateCaseDto']): Promise<unknown> =>
  answer(api.PUT('/api/cases/{id}', { params: at(id), body }));
export const agreeMeasure = (id: string, body: MeasureRecord): Promise<unknown> =>
  answer(api.POST('/api/cases/{id}/measures', { params: at(id), body }));
export const changeMeasure = (id: string, measureId: string, body: MeasureRecord): Promise<unknown> =>
  answer(api.PUT('/api/cases/{id}/measures/{measureId}', { params: { path: { id, measureId } }, body }));
export const recordCaseContact = (id: string, body: ContactRecord): Promise<unknown> =>
  answer(api.POST('/api/cases/{id}/contacts', { params: at(id), body }));
export const referCase = (id: string, body: Views['ReferDto']): Promise<unknown> =>
  answer(api.POST('/api/cases/{id}/referrals', { params: at(id), body }));
export const planFollowUp = (id: string, body: Views['PlanFollowUpDto']): Promise<unknown> =>
  answer(api.POST('/api/cases/{id}/follow-ups', { params: at(id), body }));
export const closeCase = (id: string, body: Views['CloseCaseDto']): Promise<unknown> =>
  answer(api.POST('/api/cases/{id}/closure', { params: at(id), body }));
export const reopenCase = (id: string): Promise<unknown> =>
  answer(api.DELETE('/api/cases/{id}/closure', { params: at(id) }));

export const finishReferral = (id: string, referralId: string, heldOn: string): Promise<unknown> =>
  answer(
    api.PUT('/api/cases/{id}/referrals/{referralId}', {
      params: { path: { id, referralId } },
      body: { heldOn },
    }),
  );
export const finishFollowUp = (id: string, followUpId: string, doneOn: string): Promise<unknown> =>
  answer(
    api.PUT('/api/cases/{id}/follow-ups/{followUpId}', {
      params: { path: { id, followUpId } },
      body: { doneOn },
    }),
  );

/** The letter as a file: names and times travel in the body, never in an address. */
export const writeInvitation = (id: string, body: Views['InviteDto']): Promise<Blob> =>
  answer<unknown>(api.POST('/api/cases/{id}/invitations', { params: at(id), body, parseAs: 'blob' })).then(
    (letter) => {
      if (letter instanceof Blob) return letter;
      throw new TypeError('no file');
    },
  );

export const journalQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'journal'],
    queryFn: () => answer(api.GET('/api/cases/{id}/journal', { params: at(id) })),
  });

export const exportJournal = (id: string): Promise<Blob> =>
  answer<unknown>(api.POST('/api/cases/{id}/journal-exports', { params: at(id), parseAs: 'blob' })).then(
    (paper) => {
      if (paper instanceof Blob) return paper;
      throw new Error('the document is no file');
    },
  );

export const acknowledgeJournal = (id: string, document: { journalNumber: string; documentSha256: string }) =>
  answer(api.PUT('/api/cases/{id}/journal', { params: at(id), body: document }));
