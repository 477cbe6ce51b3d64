const CPR = /^\d{6}-?\d{4}$/;

/** A key that may be kept: a CPR number only as a pseudonym, alike with and without its hyphen. */
export const pseudonymousKey = (key: string | null, pseudonym: (text: string) => string): string | null =>
  key !== null && CPR.test(key) ? pseudonym(key.replace('-', '')) : key;
