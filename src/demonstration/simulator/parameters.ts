/**
 * Every number the simulator draws by. Printed figures carry their source; fitted ones say so.
 * `docs/simulator.md` has the fit and how far each acceptance figure lies from its range.
 */

/**
 * Own sickness days per full-time equivalent and year that the two sectors aim at: Statistics Denmark, FRA020,
 * municipalities 2015 and companies and organisations 2021.
 */
export const TARGET_DAYS_PER_FTE = { municipal: 13.0, private: 7.4 } as const;

/**
 * Gamma(theta, 1/theta) between persons. Fitted: a shape of 1.5 leaves 28 % without absence in a year where 45-50 %
 * are sought; 0.5 leaves 44 %, 0.43 leaves 46 %.
 */
export const FRAILTY_SHAPE = 0.43;

/** Sickness spells per person-year at risk, after the first six months, of an average workplace. Fitted to the target days. */
export const SPELL_RATE = { municipal: 2.59, private: 1.355 } as const;

/** Share of spells of one day. Fitted within 39-44 % (Statistics Denmark 2017-22). */
export const ONE_DAY_SHARE = 0.415;

/**
 * Spells of two or more working days. The weights of the classes from 4 days on are those of Hamburg's public staff
 * 2010 (Personalbericht 2011): 21.6, 5.4, 2.1 and 2.8 % of all spells; what its class 1-3 holds beyond the one-day
 * spells above is 2-3 days. Within a class a discretised lognormal with the printed mean.
 */
export const LENGTH_CLASSES = [
  { from: 2, to: 3, weight: 0.266, mean: 2.4 },
  { from: 4, to: 10, weight: 0.216, mean: 6.6 },
  { from: 11, to: 20, weight: 0.054, mean: 16.3 },
  { from: 21, to: 30, weight: 0.021, mean: 26.9 },
] as const;
/** Above 30 working days: 30 + Weibull, mean 96.4 in all (the same report). */
export const LONG_SPELLS = { weight: 0.028, mean: 96.4, shape: 0.95, longest: 260 } as const;

/** Monday to Friday. Nearly a third of Danish spells begin on a Monday, 13 % on a Friday (Statistics Denmark 2017). */
export const START_WEEKDAYS = [0.325, 0.205, 0.185, 0.155, 0.13] as const;
/** One-day spells: 25 % Mondays, 20 % Fridays (the same source). */
export const ONE_DAY_WEEKDAYS = [0.25, 0.19, 0.185, 0.175, 0.2] as const;

/** Share of spells beginning in January to December: 5,149 spells of a German factory 1981-98. */
export const START_MONTHS = [8.7, 10.1, 10.5, 8.3, 7.3, 8.1, 6.8, 6.0, 8.4, 10.1, 8.2, 7.5] as const;

/** The first six months of an employment (Pocock 1973). */
export const NEW_HIRE = { days: 182, factor: 0.45 } as const;

/** Lognormal spread between teams of one trade: chosen. */
export const TEAM_SPREAD = 0.12;

/** Yearly rates. Turnover 15 % is assumed; leaders stay longer, moves and changes of hours are chosen. */
export const YEARLY = { turnover: 0.15, leaderTurnover: 0.07, moves: 0.05, hourChanges: 0.04 } as const;

/** 30 % of spells above 30 working days return by degrees; the share of the spell before that is drawn between. */
export const GRADED_RETURN = { share: 0.3, earliest: 0.4, latest: 0.7, secondStep: 0.5 } as const;
/** Percent absent; 67.57 is 5 of 7.40 hours. */
export const FIRST_DEGREES = [67.57, 60, 50, 50] as const;
export const SECOND_DEGREES = [40.54, 25, 20] as const;

/** Chosen: a few of each. The shares are of sickness spells, except the share of persons with a § 56 agreement. */
export const OTHER_CAUSES = {
  workInjury: 0.012,
  pregnancyRelated: 0.006,
  pregnancyWorkingDays: [8, 45],
  section56Persons: 0.01,
  section56Factor: 1.6,
  section56Partial: 0.2,
} as const;

/** Chosen: a third of employees have children young enough. Days per parent and year at work. */
export const CHILD_SICKNESS = { parents: 0.33, perYear: 1.6, secondDay: 0.35 } as const;
