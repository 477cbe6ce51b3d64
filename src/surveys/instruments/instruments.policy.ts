import type { Policy } from '../../access/index.js';

const WRITERS = ['hr-manager', 'administrator'] as const;

export const instrumentsPolicy = {
  'instrument.read': [...WRITERS, 'employee-representative'],
  'instrument.write': WRITERS,
  'instrument.license': WRITERS,
} as const satisfies Policy;
