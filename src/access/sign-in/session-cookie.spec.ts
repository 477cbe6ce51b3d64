import { createHmac } from 'node:crypto';
import { sessionToken } from './session-cookie.js';

const MARK = { name: 'naervaer.session_token', secret: 'a key of the test' };
const signed = (token: string, secret = MARK.secret): string =>
  encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`);

describe('the cookie of a session', () => {
  it.each([
    ['alone', `naervaer.session_token=${signed('T0ken')}`, 'T0ken'],
    ['among others', `a=1; naervaer.session_token=${signed('T0ken')}; b=2`, 'T0ken'],
    [
      'of two the first',
      `naervaer.session_token=${signed('one')}; naervaer.session_token=${signed('two')}`,
      'one',
    ],
    ['with a dot in the token', `naervaer.session_token=${signed('T0.ken')}`, 'T0.ken'],
    ['signed with another key', `naervaer.session_token=${signed('T0ken', 'another')}`, null],
    ['with a token exchanged', `naervaer.session_token=${signed('T0ken').replace('T0', 'T1')}`, null],
    ['with no signature', 'naervaer.session_token=T0ken', null],
    ['with an empty signature', 'naervaer.session_token=T0ken.', null],
    ['with nothing before the signature', `naervaer.session_token=${signed('')}`, null],
    ['that cannot be decoded', 'naervaer.session_token=%E0%A4%A', null],
    ['under a longer name', `x-naervaer.session_token=${signed('T0ken')}`, null],
    ['without an equals sign', 'naervaer.session_token', null],
  ])('%s', (_, header, token) => {
    expect(sessionToken(header, MARK)).toBe(token);
  });
});
