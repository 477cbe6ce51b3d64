import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api, type Views } from '../../api/client';

export type CellsList = Views['CellsList'];
export type CellsRow = Views['CellsRow'];
export type CellsView = Views['CellsView'];
export type CellUnit = Views['CellUnitView'];
export type Delivery = Views['EvaluatorDeliveryView'];
export type Deliveries = Views['EvaluatorDeliveriesView'];

const keyOf = (id: string) => ['partnership', id, 'evaluator'] as const;

export const cellsListQuery = (id: string) =>
  queryOptions({
    queryKey: [...keyOf(id), 'cells'],
    queryFn: () => answer(api.GET('/api/partnerships/{id}/evaluator-cells', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.items.some((cells) => cells.state === 'building') === true ? 1000 : false,
  });

export const cellsQuery = (id: string, cellsId: string) =>
  queryOptions({
    queryKey: [...keyOf(id), 'cells', cellsId],
    queryFn: () =>
      answer(
        api.GET('/api/partnerships/{id}/evaluator-cells/{cellsId}', { params: { path: { id, cellsId } } }),
      ),
  });

export const orderCells = (id: string, { from, to }: { from: string; to: string }) =>
  answer(
    api.POST('/api/partnerships/{id}/evaluator-cells', { params: { path: { id } }, body: { from, to } }),
  );

export const cellsFile = (id: string, cellsId: string): string =>
  `/api/partnerships/${id}/evaluator-cells/${cellsId}/cells.csv`;

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: [...keyOf(id), 'deliveries'],
    queryFn: () =>
      answer(api.GET('/api/partnerships/{id}/evaluator-deliveries', { params: { path: { id } } })),
  });

export const deliveryFile = (id: string, deliveryId: string): string =>
  `/api/partnerships/${id}/evaluator-deliveries/${deliveryId}/file.csv.age`;

export const attest = (id: string, deliveryId: string, on: string) =>
  answer(
    api.POST('/api/partnerships/{id}/evaluator-deliveries/{deliveryId}/attestation', {
      params: { path: { id, deliveryId } },
      body: { on },
    }),
  );

export const refreshEvaluator = (client: QueryClient, id: string): Promise<void> =>
  client.invalidateQueries({ queryKey: keyOf(id) });
