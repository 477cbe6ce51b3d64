import { MOMENTS, MOST_STEPS, STEP_HANDS } from '../programme.js';
import { TEMPLATES } from './templates.js';

describe.each(TEMPLATES)('the template $id', ({ steps, name, jobGroups }) => {
  it('is written in both languages', () => {
    const wordings = [name, ...steps.flatMap(({ title, points }) => [title, ...points])];
    expect(wordings.filter(({ da, en }) => da === '' || en === '' || da === en)).toEqual([]);
    expect(steps.filter(({ text }) => (text.da === '') !== (text.en === ''))).toEqual([]);
  });

  it('says what a step is about, or gives the points to go through', () => {
    expect(steps.filter(({ text, points }) => text.da === '' && points.length === 0)).toEqual([]);
  });

  it('has something for everybody and for every moment, in their order', () => {
    expect(new Set(steps.map(({ who }) => who))).toEqual(new Set(STEP_HANDS));
    expect([...new Set(steps.map(({ moment }) => moment))]).toEqual(MOMENTS);
    expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
    expect(jobGroups.length).toBeGreaterThan(0);
  });

  it('names no step twice', () => {
    expect(new Set(steps.map(({ title, moment }) => `${title.da} ${moment}`)).size).toBe(steps.length);
  });
});
