import { distribute } from './waterfall.js';

// 3,000,000 kr. paid in, at most 360,000 kr. in return, what is left to be split 40/60.
const AGREED = { principal: 300_000_000, returnCap: 36_000_000, investorsPart: '0.4' };

describe('outcome payments', () => {
  it.each([
    [0, { principal: 0, return: 0, investorsSplit: 0, providersSplit: 0 }],
    [250_000_000, { principal: 250_000_000, return: 0, investorsSplit: 0, providersSplit: 0 }],
    [310_000_000, { principal: 300_000_000, return: 10_000_000, investorsSplit: 0, providersSplit: 0 }],
    [336_000_005, { principal: 300_000_000, return: 36_000_000, investorsSplit: 2, providersSplit: 3 }],
  ])('of %d øre go to the principal, then the return to its cap, then the split', (paid, expected) => {
    expect(distribute(paid, AGREED)).toEqual(expected);
  });
});
