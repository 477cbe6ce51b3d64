import { DAYS_TO_FINISH } from '../domain/journey.js';

/** Whether an introduction `i` has not lapsed on a day (`stateOf`), by the parameter that the day is given as. */
export const notLapsed = (day: string): string => `exists (select from introduction_steps later
  where later.tenant_id = i.tenant_id and later.introduction_id = i.id and later.due_on >= ${day}::date - ${DAYS_TO_FINISH})`;
