/** Of what computes statements: raised when the same contract, plans and snapshot would give other bytes. */
export const CODE_VERSION = '2026-1';
