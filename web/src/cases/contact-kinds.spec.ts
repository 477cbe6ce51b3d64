import { contactKinds } from './contact-kinds';

describe('contactKinds', () => {
  it('begins with the line manager for a consultant, and leaves the employer’s duties out', () => {
    expect(contactKinds('person', 'retention-consultant')).toEqual([
      'line-manager',
      'employee',
      'conversation',
    ]);
  });
  it('lets the employer record what the law asks of it', () => {
    expect(contactKinds('person', 'line-manager')).toContain('section-7a-talk');
    expect(contactKinds('person', 'hr-manager')).toContain('section-40-notification');
  });
  it('knows visits and advice about a unit, and no talks', () => {
    expect(contactKinds('unit', 'hr-manager')).toEqual(['visit', 'advice']);
  });
});
