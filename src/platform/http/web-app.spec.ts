import { opensDashboard } from './web-app.js';

describe('the web application’s paths', () => {
  it.each(['/', '/overview', '/people/5?year=2026', '/instruments/naervaer.pulse', '/sign-in/fjordby'])(
    'opens the dashboard at %s',
    (url) => expect(opensDashboard(url)).toBe(true),
  );

  it.each([
    '/api/people',
    '/health/live',
    '/metrics',
    '/assets/gone.js',
    '/favicon.ico',
    '/assets/a/gone.css',
  ])('opens none at %s', (url) => expect(opensDashboard(url)).toBe(false));
});
