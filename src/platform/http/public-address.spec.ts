import { warningsOf } from './public-address.js';

describe('the address where people reach the product', () => {
  it.each([
    ['https://naervaer.fjordby.dk', 0],
    ['http://localhost:3000', 0],
    ['http://naervaer.localhost', 0],
    ['http://127.0.0.1:3000', 1],
    ['http://[::1]:3000', 1],
    ['http://naervaer.fjordby.dk', 3],
    ['http://192.168.1.20:3000', 3],
    ['http://localhost.fjordby.dk', 3],
  ])('%s: %i warnings', (publicUrl, count) => {
    expect(warningsOf(publicUrl)).toHaveLength(count);
  });

  it('says what will not work', () => {
    expect(warningsOf('http://naervaer.fjordby.dk').join('\n')).toMatch(/cookies[^]*passkeys[^]*OIDC, SAML/);
  });
});
