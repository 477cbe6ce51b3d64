export const IMPORT_STATES = [
  'uploaded',
  'analysing',
  'analysed',
  'confirmed',
  'applying',
  'applied',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What may be asked of an import. */
export const IMPORT_ACTIONS = ['map', 'analyse', 'confirm', 'cancel', 'reverse'] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

const OPEN: Readonly<Record<ImportAction, readonly ImportState[]>> = {
  map: ['uploaded', 'analysed', 'failed'],
  analyse: ['uploaded', 'analysed', 'failed'],
  confirm: ['analysed'],
  cancel: ['uploaded', 'analysing', 'analysed', 'confirmed', 'applying', 'failed'],
  reverse: ['applied'],
};

export const allows = (state: ImportState, action: ImportAction): boolean => OPEN[action].includes(state);
/** States in which the server works on it by itself. */
export const isMoving = (state: ImportState): boolean => MOVING.some((moving) => moving === state);
export const actionsIn = (state: ImportState): ImportAction[] =>
  IMPORT_ACTIONS.filter((action) => allows(state, action));

const MOVING: readonly ImportState[] = ['analysing', 'confirmed', 'applying', 'undoing'];
