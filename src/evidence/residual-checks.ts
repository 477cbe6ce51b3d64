import { at, dot, mean, vector, type Numbers } from './vector.js';

/** Σ eₜeₜ₋₁ / Σ eₜ² about the mean: whether neighbours in time err alike. @param residuals in the order of time */
export const autocorrelation = (residuals: Numbers, lag = 1): number => {
  const middle = mean(residuals);
  const centred = vector(residuals.length, (row) => at(residuals, row) - middle);
  return dot(centred.subarray(lag), centred.subarray(0, centred.length - lag)) / dot(centred, centred);
};

/** Σ (eₜ - eₜ₋₁)² / Σ eₜ²: 2 without autocorrelation, towards 0 when neighbours are alike (Durbin and Watson 1950). */
export const durbinWatson = (residuals: Numbers): number => {
  const steps = vector(residuals.length - 1, (row) => at(residuals, row + 1) - at(residuals, row));
  return dot(steps, steps) / dot(residuals, residuals);
};
