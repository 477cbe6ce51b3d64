const LARGE = 1_000;
/** The normal quantile of 0.975. */
const Z = 1.959963984540054;

/**
 * How likely Student's t with whole degrees of freedom lies within ±t: the finite series of Abramowitz and Stegun
 * 26.7.3 and 26.7.4.
 */
const within = (t: number, freedom: number): number => {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let series = freedom === 1 ? 0 : term;
  for (let power = odd ? 3 : 2; power < freedom; power += 2) {
    term *= ((power - 1) / power) * cosine ** 2;
    series += term;
  }
  return odd ? (2 / Math.PI) * (angle + sine * series) : sine * series;
};

const solved = (freedom: number): number => {
  let [low, high] = [0, 13];
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (within(middle, freedom) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** Cornish and Fisher's expansion: right to nine digits from a thousand on. */
const expanded = (freedom: number): number =>
  Z + (Z ** 3 + Z) / (4 * freedom) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * freedom ** 2);

const known = new Map<number, number>();

/**
 * The quantile of Student's t that leaves 2.5 % above it.
 *
 * @param freedom degrees of freedom; a fraction is rounded down, which makes intervals wider, never narrower
 * @throws RangeError below 1
 */
export const studentQuantile = (freedom: number): number => {
  const whole = Math.floor(freedom);
  if (!(whole >= 1)) throw new RangeError(`no such degrees of freedom: ${freedom}`);
  if (whole > LARGE) return expanded(whole);
  const found = known.get(whole) ?? solved(whole);
  known.set(whole, found);
  return found;
};
