import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answer, api, type Views } from '../api/client';

export type Course = Views['CourseView'];
export type Competence = Views['CompetenceView'];
export type Learning = Views['LearningView'];

export const learningQuery = queryOptions({
  queryKey: ['learning'],
  queryFn: () => answer(api.GET('/api/learning')),
});

export const recordCourse = (body: Views['CourseDto']): Promise<Learning> =>
  answer(api.POST('/api/courses', { body }));
export const recordCompetence = (body: Views['CompetenceDto']): Promise<Learning> =>
  answer(api.POST('/api/competences', { body }));

export const removeCourse = (id: string) =>
  answer(api.DELETE('/api/courses/{id}', { params: { path: { id } } }));
export const removeCompetence = (id: string) =>
  answer(api.DELETE('/api/competences/{id}', { params: { path: { id } } }));

export const refreshLearning = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: ['learning'] });
