import type { Policy } from '../../access/index.js';

/**
 * Human resources and the administrator run imports; what stands in a file is of people, whom the administrator does
 * not read.
 */
export const importsPolicy = {
  'import.read': ['hr-manager', 'administrator'],
  'import.upload': ['hr-manager', 'administrator'],
  'import.map': ['hr-manager', 'administrator'],
  'import.analyse': ['hr-manager', 'administrator'],
  'import.confirm': ['hr-manager', 'administrator'],
  'import.cancel': ['hr-manager', 'administrator'],
  'import.reverse': ['hr-manager', 'administrator'],
  'import.read-rows': ['hr-manager'],
  'import-profile.read': ['hr-manager', 'administrator'],
  'import-profile.change': ['hr-manager', 'administrator'],
} as const satisfies Policy;
