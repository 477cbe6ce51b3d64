import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api, type Views } from '../api/client';

export type PanelBases = Views['PanelBasesView'];
export type PanelBasis = Views['PanelBasisView'];
export type PanelDelivery = Views['PanelDeliveryView'];
export type Recipient = Views['PanelRecipientView'];
export type PanelField = Views['PanelField'];
export type BasisGround = Views['BasisGround'];

export const PANEL_FIELDS = [
  'workplace',
  'hours-share',
  'tenure',
  'absence-days',
  'absence-days-cut-at-30',
  'spells-ended',
  'long-spells',
] as const satisfies readonly PanelField[];

export const GROUNDS = ['processor-agreement', 'research'] as const satisfies readonly BasisGround[];

const isMoving = ({ items }: PanelBases): boolean =>
  items.some(({ deliveries }) => deliveries.some(({ state }) => state === 'building'));

export const basesQuery = queryOptions({
  queryKey: ['panel-bases'],
  queryFn: () => answer(api.GET('/api/panel-bases')),
  refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? 1000 : false),
});

export const refreshBases = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: basesQuery.queryKey });

export const recordBasis = (body: Views['NewBasisDto']) => answer(api.POST('/api/panel-bases', { body }));

export const recordLink = ({ deliveryId, ...body }: Views['NewLinkBasisDto'] & { deliveryId: string }) =>
  answer(api.POST('/api/panel-deliveries/{id}/cpr-link', { params: { path: { id: deliveryId } }, body }));

export const confirmBasis = (id: string) =>
  answer(api.POST('/api/panel-bases/{id}/confirmation', { params: { path: { id } } }));

export const withdrawBasis = (id: string) =>
  answer(api.POST('/api/panel-bases/{id}/withdrawal', { params: { path: { id } } }));

export const deliver = (id: string) =>
  answer(api.POST('/api/panel-bases/{id}/deliveries', { params: { path: { id } } }));
