import { at } from './vector.js';

/** Subjects in the order in which a sweep from the longest duration down meets them. */
export interface Sweep {
  readonly durations: Float64Array;
  readonly ended: Uint8Array;
  /** -Infinity where watched from the beginning. */
  readonly entered: Float64Array;
  /** By column, then by subject; centred. */
  readonly covariates: readonly Float64Array[];
  /** Subjects of one stratum each, by duration and by entry, both descending. */
  readonly strata: readonly { readonly byDuration: Int32Array; readonly byEntry: Int32Array }[];
  readonly ties: 'efron' | 'breslow';
}

/** What happens at one duration at which something ended, in one stratum. */
export interface EventTime {
  readonly stratum: number;
  readonly time: number;
  readonly died: readonly number[];
  /** One for each of the tied: how much of the tied is taken out of the risk set, and what is left of it. */
  readonly layers: readonly {
    readonly taken: number;
    readonly weight: number;
    readonly means: Float64Array;
  }[];
}

/** Sums over a risk set: Σw, Σwx, Σwxx'. */
class Sums {
  zeroth = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(private readonly width: number) {
    this.first = new Float64Array(width);
    this.second = new Float64Array(width * width);
  }

  add(covariates: readonly Float64Array[], subject: number, weight: number): void {
    this.zeroth += weight;
    for (let one = 0; one < this.width; one += 1) {
      const share = weight * at(covariates[one] ?? [], subject);
      this.first[one] = at(this.first, one) + share;
      for (let other = 0; other <= one; other += 1) {
        const place = one * this.width + other;
        this.second[place] = at(this.second, place) + share * at(covariates[other] ?? [], subject);
      }
    }
  }
}

/** The partial log likelihood, its first and (negative) second derivatives. */
export interface Likelihood {
  logLikelihood: number;
  readonly score: Float64Array;
  readonly information: Float64Array;
}

/**
 * Goes once through all risk sets at given risks e^(x'b). With Efron's ties the tied leave the risk set one by one, on
 * average; with Breslow's all stay.
 * @param visit told every event time, longest first; layers carry 1/Σw and the weighted mean of x
 */
export const sweepRiskSets = (
  sweep: Sweep,
  risks: Float64Array,
  visit: (event: EventTime) => void = () => undefined,
): Likelihood => {
  const width = sweep.covariates.length;
  const total: Likelihood = {
    logLikelihood: 0,
    score: new Float64Array(width),
    information: new Float64Array(width * width),
  };
  sweep.strata.forEach(({ byDuration, byEntry }, stratum) => {
    const watched = new Sums(width);
    let [next, leaving] = [0, 0];
    while (next < byDuration.length) {
      const time = at(sweep.durations, at(byDuration, next));
      const died: number[] = [];
      for (; next < byDuration.length && at(sweep.durations, at(byDuration, next)) === time; next += 1) {
        const subject = at(byDuration, next);
        watched.add(sweep.covariates, subject, at(risks, subject));
        if (sweep.ended[subject] === 1) died.push(subject);
      }
      for (; leaving < byEntry.length && at(sweep.entered, at(byEntry, leaving)) >= time; leaving += 1)
        watched.add(sweep.covariates, at(byEntry, leaving), -at(risks, at(byEntry, leaving)));
      if (died.length > 0)
        visit({ stratum, time, died, layers: addEvent(sweep, risks, watched, died, total) });
    }
  });
  return total;
};

const addEvent = (
  { covariates, ties }: Sweep,
  risks: Float64Array,
  watched: Sums,
  died: readonly number[],
  total: Likelihood,
): EventTime['layers'] => {
  const width = covariates.length;
  const tied = new Sums(width);
  for (const subject of died) {
    tied.add(covariates, subject, at(risks, subject));
    total.logLikelihood += Math.log(at(risks, subject));
    for (let one = 0; one < width; one += 1)
      total.score[one] = at(total.score, one) + at(covariates[one] ?? [], subject);
  }
  return died.map((_, layer) => {
    const taken = ties === 'efron' ? layer / died.length : 0;
    const weight = 1 / (watched.zeroth - taken * tied.zeroth);
    total.logLikelihood += Math.log(weight);
    const means = watched.first.map((sum, one) => (sum - taken * at(tied.first, one)) * weight);
    for (let one = 0; one < width; one += 1) {
      total.score[one] = at(total.score, one) - at(means, one);
      for (let other = 0; other <= one; other += 1) {
        const place = one * width + other;
        const square = (at(watched.second, place) - taken * at(tied.second, place)) * weight;
        const spread = square - at(means, one) * at(means, other);
        total.information[place] = at(total.information, place) + spread;
        if (one !== other) total.information[other * width + one] = at(total.information, place);
      }
    }
    return { taken, weight, means };
  });
};
