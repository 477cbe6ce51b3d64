import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Views } from '../../api/client';

export type Pack = Views['SteeringPackView'];
export type PackTable = Views['SteeringPackTableView'];
export type PackSchedule = Views['PackScheduleView'];
type Language = 'da' | 'en';

export const packQuery = (id: string, reportId: string, language: Language) =>
  queryOptions({
    queryKey: ['partnership', id, 'pack', reportId, language],
    queryFn: () =>
      answer(
        api.GET('/api/partnerships/{id}/reports/{reportId}/pack', {
          params: { path: { id, reportId }, query: { language } },
        }),
      ),
  });

export const signPack = (id: string, reportId: string) =>
  answer(
    api.POST('/api/partnerships/{id}/reports/{reportId}/sign-offs', { params: { path: { id, reportId } } }),
  );

export const packScheduleQuery = (id: string) =>
  queryOptions({
    queryKey: ['partnership', id, 'pack-schedule'],
    queryFn: () => answer(api.GET('/api/partnerships/{id}/pack-schedule', { params: { path: { id } } })),
  });

export const setPackSchedule = (id: string, cut: PackSchedule['cut']) =>
  answer(api.PUT('/api/partnerships/{id}/pack-schedule', { params: { path: { id } }, body: { cut } }));
