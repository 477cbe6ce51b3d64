/** When a job comes round by itself: a cron pattern read in a time zone. */
export interface Schedule {
  readonly cron: string;
  readonly timezone: string;
}

export const defineSchedule = (schedule: Pick<Schedule, 'cron'> & Partial<Schedule>): Schedule =>
  Object.freeze({ timezone: 'Europe/Copenhagen', ...schedule });
