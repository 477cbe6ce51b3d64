import type { Role } from '../access/views';
import type { ContactKind } from './views';

const OF_A_UNIT: readonly ContactKind[] = ['visit', 'advice'];
/** What the law asks of the employer, and nobody else can have done. */
const EMPLOYERS_OWN: readonly ContactKind[] = ['section-7a-talk', 'section-40-notification'];

/** The ways of being in touch that a role may record, the likeliest first. */
export const contactKinds = (subject: 'person' | 'unit', role: Role): readonly ContactKind[] => {
  if (subject === 'unit') return OF_A_UNIT;
  if (role === 'line-manager') return ['conversation', 'employee', ...EMPLOYERS_OWN];
  if (role === 'hr-manager') return ['line-manager', 'conversation', 'employee', ...EMPLOYERS_OWN];
  return ['line-manager', 'employee', 'conversation'];
};

export const isOfUnit = (kind: ContactKind): boolean => OF_A_UNIT.includes(kind);
