import { added, draftsOf, editedOf, inOrder, moved, type EditedStep } from './step-drafts';

const step = (key: number, moment: EditedStep['moment']): EditedStep => ({
  key,
  who: 'leader',
  moment,
  title: { da: `Trin ${key}`, en: '' },
  text: { da: '', en: '' },
  points: { da: '', en: '' },
  link: '',
});
const keys = (steps: readonly EditedStep[]) => steps.map(({ key, moment }) => `${key} ${moment}`);

describe('the steps of a programme while they are edited', () => {
  const steps = [step(0, 'day-1'), step(1, 'day-1'), step(2, 'week-1')];

  it('change places within a moment', () => {
    expect(keys(moved(steps, 1, -1))).toEqual(['1 day-1', '0 day-1', '2 week-1']);
    expect(keys(moved(steps, 0, 1))).toEqual(['1 day-1', '0 day-1', '2 week-1']);
  });

  it('go into the next moment at its edge, and stay at the ends', () => {
    expect(keys(moved(steps, 1, 1))).toEqual(['0 day-1', '1 week-1', '2 week-1']);
    expect(keys(moved(steps, 2, -1))).toEqual(['0 day-1', '1 day-1', '2 day-1']);
    expect(keys(moved([step(0, 'before-day-1')], 0, -1))).toEqual(['0 before-day-1']);
    expect(keys(moved([step(0, 'day-180')], 0, 1))).toEqual(['0 day-180']);
  });

  it('stand under their moments, a new one beside the last', () => {
    expect(keys(inOrder([step(0, 'day-90'), step(1, 'day-1')]))).toEqual(['1 day-1', '0 day-90']);
    expect(keys(added(steps)).at(-1)).toBe('3 week-1');
    expect(keys(added([]))).toEqual(['0 day-1']);
  });

  it('turn lines into points and back', () => {
    const edited = { ...step(0, 'day-1'), points: { da: 'Nøgler\n\n Kort ', en: 'Keys' }, link: ' ' };
    const [draft] = draftsOf([edited]);
    expect(draft).toMatchObject({
      points: [
        { da: 'Nøgler', en: 'Keys' },
        { da: 'Kort', en: '' },
      ],
      link: null,
    });
    const [again] = editedOf([{ ...edited, points: draft?.points ?? [], link: null }]);
    expect(again?.points).toEqual({ da: 'Nøgler\nKort', en: 'Keys\n' });
  });
});
