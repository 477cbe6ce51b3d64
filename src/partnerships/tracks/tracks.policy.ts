import type { Policy } from '../../access/index.js';

/** Citizens are reached by the authority's caseworkers and the track's job coaches, and by nobody else (definitions 5.4). */
export const tracksPolicy = {
  'citizen.read': ['caseworker', 'job-coach'],
  'citizen.contact': ['caseworker', 'job-coach'],
  'track-import.read': ['caseworker'],
  'track-import.upload': ['caseworker'],
  'track-import.reverse': ['caseworker'],
  'track-worker.manage': ['caseworker'],
} as const satisfies Policy;
