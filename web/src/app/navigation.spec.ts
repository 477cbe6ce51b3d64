import { ADDRESSES, frontPageOf, placesOf, ROOMS } from './navigation';

describe('navigation', () => {
  it('opens on the first room of the role', () => {
    expect(frontPageOf('hr-manager')).toBe(ADDRESSES.overview);
    expect(frontPageOf('retention-consultant')).toBe(ADDRESSES.signals);
    expect(frontPageOf('steering-member')).toBe(ADDRESSES.partnerships);
  });

  it('leaves no role without a room', () => {
    expect(Object.entries(ROOMS).filter(([, places]) => places.length === 0)).toEqual([]);
  });

  it('lets the steering group into the partnership and to its colleagues alone', () => {
    expect(placesOf('steering-member')).toEqual(['partnerships', 'colleagues']);
  });

  it('shows the imports to HR and the administrator only', () => {
    const importing = Object.entries(ROOMS).filter(([, places]) => places.includes('imports'));
    expect(importing.map(([role]) => role).toSorted()).toEqual(['administrator', 'hr-manager']);
  });
});
