import { MOMENTS, type ProgrammeView, type StepDraft } from './views';

/** A step while it is edited; its key stays when it moves. */
export type EditedStep = Omit<StepDraft, 'points' | 'link'> & {
  key: number;
  /** One point a line. */
  points: { da: string; en: string };
  link: string;
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const editedOf = (steps: ProgrammeView['steps']): EditedStep[] =>
  steps.map((step, key) => ({
    ...step,
    key,
    points: {
      da: step.points.map(({ da }) => da).join('\n'),
      en: step.points.map(({ en }) => en).join('\n'),
    },
    link: step.link ?? '',
  }));

export const draftsOf = (steps: readonly EditedStep[]): StepDraft[] =>
  steps.map(({ key: _key, points, link, ...step }) => {
    const english = linesOf(points.en);
    return {
      ...step,
      points: linesOf(points.da).map((da, index) => ({ da, en: english[index] ?? '' })),
      link: link.trim() === '' ? null : link.trim(),
    };
  });

/** Steps under their moments, as a programme keeps them. */
export const inOrder = (steps: readonly EditedStep[]): EditedStep[] =>
  MOMENTS.flatMap((moment) => steps.filter((step) => step.moment === moment));

/** A step one place up or down within its moment; at the edge of it, into the neighbouring moment. */
export const moved = (steps: readonly EditedStep[], key: number, by: -1 | 1): EditedStep[] => {
  const ordered = inOrder(steps);
  const from = ordered.findIndex((step) => step.key === key);
  const step = ordered[from];
  if (step === undefined) return ordered;
  const other = ordered[from + by];
  if (other !== undefined && other.moment === step.moment)
    return ordered.map((one, index) => (index === from ? other : index === from + by ? step : one));
  const moment = MOMENTS[MOMENTS.indexOf(step.moment) + by];
  if (moment === undefined) return ordered;
  const rest = ordered.filter((one) => one.key !== key);
  // Going up it becomes the last of the moment before, going down the first of the one after.
  return inOrder(by < 0 ? [...rest, { ...step, moment }] : [{ ...step, moment }, ...rest]);
};

export const added = (steps: readonly EditedStep[]): EditedStep[] => [
  ...steps,
  {
    key: Math.max(-1, ...steps.map(({ key }) => key)) + 1,
    who: 'leader',
    moment: steps.at(-1)?.moment ?? 'day-1',
    title: { da: '', en: '' },
    text: { da: '', en: '' },
    points: { da: '', en: '' },
    link: '',
  },
];
