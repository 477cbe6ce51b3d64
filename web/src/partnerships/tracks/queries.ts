import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Views } from '../../api/client';

export type TrackRelease = Views['TrackReleaseView'];
export type TrackFigures = Views['TrackFiguresView'];
export type TrackFigure = Views['TrackFigureView'];
export type TrackMeasure = Views['TrackMeasure'];
export type HelpFigure = Views['HelpFigureView'];
export type HelpMeasure = Views['HelpMeasure'];
export type SkillAnswer = Views['SkillAnswerView'];

type Period = { from: string; to: string };

export const tracksQuery = (id: string, { from, to }: Period) =>
  queryOptions({
    queryKey: ['partnership', id, 'tracks', from, to],
    queryFn: () =>
      answer(api.GET('/api/partnerships/{id}/tracks', { params: { path: { id }, query: { from, to } } })),
  });

export const releaseTracks = (id: string, { from, to }: Period): Promise<TrackRelease> =>
  answer(api.POST('/api/partnerships/{id}/tracks', { params: { path: { id } }, body: { from, to } }));
