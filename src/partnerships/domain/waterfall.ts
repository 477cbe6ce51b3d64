import { Exact, toOere, type Oere } from '../../shared/money.js';
import type { DecimalText } from './terms.js';

/** Who gets an outcome payment before whom (definitions 9.4). */
export interface Waterfall {
  /** What the investor has paid in. */
  readonly principal: Oere;
  /** The most that the investor may get beyond it. */
  readonly returnCap: Oere;
  /** The investor's part of what is left after both, 0 to 1; the rest is the provider's. */
  readonly investorsPart: DecimalText;
}

export interface Distribution {
  readonly principal: Oere;
  readonly return: Oere;
  readonly investorsSplit: Oere;
  readonly providersSplit: Oere;
}

/** How outcome payments so far are distributed: principal, then return to its cap, then the split. In øre, without VAT. */
export const distribute = (paid: Oere, { principal, returnCap, investorsPart }: Waterfall): Distribution => {
  const toPrincipal = Math.min(paid, principal);
  const toReturn = Math.min(paid - toPrincipal, returnCap);
  const rest = paid - toPrincipal - toReturn;
  const investorsSplit = toOere(new Exact(rest).times(investorsPart));
  return {
    principal: toPrincipal,
    return: toReturn,
    investorsSplit,
    providersSplit: rest - investorsSplit,
  };
};
