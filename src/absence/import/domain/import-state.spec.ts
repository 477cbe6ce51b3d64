import { actionsIn, allows, IMPORT_STATES } from './import-state.js';

describe('what may be asked of an import', () => {
  it('applies nothing that was not analysed, and undoes nothing that was not applied', () => {
    expect(IMPORT_STATES.filter((state) => allows(state, 'confirm'))).toEqual(['analysed']);
    expect(IMPORT_STATES.filter((state) => allows(state, 'reverse'))).toEqual(['applied']);
  });

  it('can be stopped at any time before it is applied', () => {
    expect(actionsIn('applying')).toEqual(['cancel']);
    expect(actionsIn('uploaded')).toEqual(['map', 'analyse', 'cancel']);
  });

  it('ends for good when cancelled or undone', () => {
    expect([actionsIn('cancelled'), actionsIn('undone')]).toEqual([[], []]);
  });
});
