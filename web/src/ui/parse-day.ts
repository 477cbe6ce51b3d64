const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DANISH = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4}|\d{2})$/;
const TIGHT = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;

const two = (part: string): string => part.padStart(2, '0');
/** Two figures mean this century: nobody reports sick for 1999 by hand. */
const century = (year: string): string => (year.length === 2 ? `20${year}` : year);

const real = (day: string): string | null => {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : null;
};

/** Reads a day as people type it (22.11.2026, 22-11-26, 221126, 2026-11-22); null when it is not one. */
export const parseDay = (typed: string): string | null => {
  const text = typed.trim();
  const iso = ISO.exec(text);
  if (iso !== null) return real(`${iso[1] ?? ''}-${two(iso[2] ?? '')}-${two(iso[3] ?? '')}`);
  const danish = DANISH.exec(text) ?? TIGHT.exec(text);
  if (danish === null) return null;
  return real(`${century(danish[3] ?? '')}-${two(danish[2] ?? '')}-${two(danish[1] ?? '')}`);
};
