import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client';

export const contractEndQuery = queryOptions({
  queryKey: ['contract-end'],
  queryFn: () => answer(api.GET('/api/contract-end')),
});

export const askForEnd = (endsOn: string): Promise<unknown> =>
  answer(api.POST('/api/contract-end', { body: { endsOn } }));

export const confirmEnd = (): Promise<unknown> => answer(api.POST('/api/contract-end/confirmation'));

export const takeBackEnd = (): Promise<unknown> => answer(api.DELETE('/api/contract-end'));

export const EVERYTHING = '/api/contract-end/export.zip';
