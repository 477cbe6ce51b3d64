import { endsPause, isNameShown, wantsText } from './request.js';

describe('a request', () => {
  it('wants words where it says nothing without them', () => {
    expect([wantsText('talk'), wantsText('plan'), wantsText('look-up-names')]).toEqual([false, false, false]);
    expect([wantsText('correction'), wantsText('objection')]).toEqual([true, true]);
  });

  it('ends a pause only by refusing an objection', () => {
    expect(endsPause('objection', 'refused')).toBe(true);
    expect(endsPause('objection', 'granted')).toBe(false);
    expect(endsPause('talk', 'refused')).toBe(false);
  });

  it('opens names for what happened up to the decision', () => {
    const granted = new Date('2026-03-11T12:00:00Z');
    expect(isNameShown(new Date('2026-03-11T12:00:00Z'), granted)).toBe(true);
    expect(isNameShown(new Date('2026-03-11T12:00:01Z'), granted)).toBe(false);
    expect(isNameShown(new Date('2026-03-11T12:00:00Z'), null)).toBe(false);
  });
});
