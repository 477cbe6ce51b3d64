import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { send } from '../api/send';
import type { NewContact } from '../signals/queries';
import type { CaseList, CaseView } from './views';

export type CaseFilter = {
  page: number;
  state?: string | undefined;
  person?: string | undefined;
  sort?: string | undefined;
};

export const casesQuery = (query: CaseFilter) =>
  queryOptions({
    queryKey: ['cases', query],
    queryFn: () => send<CaseList>('GET', '/cases', { query }),
    placeholderData: keepPreviousData,
  });

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => send<CaseView>('GET', `/cases/${id}`) });

export const refreshCase = async (client: QueryClient): Promise<void> => {
  await Promise.all(
    ['case', 'cases', 'signals', 'signal'].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
};

export type NewCase = { signalId: string } | { personId: string } | { unitId: string; theme: string };
export const openCase = (body: NewCase): Promise<CaseView> => send<CaseView>('POST', '/cases', { body });

export const recordCaseContact = (id: string, body: NewContact): Promise<unknown> =>
  send('POST', `/cases/${id}/contacts`, { body });
export const referCase = (
  id: string,
  body: { specialist: string; askedOn: string; heldOn: string | null },
): Promise<unknown> => send('POST', `/cases/${id}/referrals`, { body });
export const planFollowUp = (id: string, body: { dueOn: string; doneOn: string | null }): Promise<unknown> =>
  send('POST', `/cases/${id}/follow-ups`, { body });
export const closeCase = (id: string, body: { outcome: string; closedOn: string }): Promise<unknown> =>
  send('POST', `/cases/${id}/closure`, { body });

export const invitationFile = (id: string): string => `/api/cases/${id}/invitation.pdf`;
