import { ROLES } from '../access/views';
import { ADDRESSES, frontPageOf, placesOf } from './navigation';

describe('navigation', () => {
  it.each(ROLES)('opens for %s on the first of its rooms', (role) => {
    const [first] = placesOf(role);
    if (first !== undefined) expect(frontPageOf(role)).toBe(ADDRESSES[first]);
  });

  it('lets the steering group into the partnership alone', () => {
    expect(placesOf('steering-member')).toEqual(['partnerships']);
  });

  it('shows the imports to HR and the administrator only', () => {
    expect(ROLES.filter((role) => placesOf(role).includes('imports'))).toEqual([
      'administrator',
      'hr-manager',
    ]);
  });
});
