/** What a rule's name says by its numbers; null for a name of another form (a legal deadline). */
export type RuleParts =
  { form: 'contact-day'; day: number } | { form: 'spells' | 'days'; threshold: number; window: number };

const CONTACT_DAY = /^contact-day-(\d+)$/;
const SPELLS = /^spells-(\d+)-in-(\d+)-days$/;
const DAYS = /^days-(\d+)-in-(\d+)$/;

export const rulePartsOf = (rule: string): RuleParts | null => {
  const contact = CONTACT_DAY.exec(rule);
  if (contact !== null) return { form: 'contact-day', day: Number(contact[1]) };
  const spells = SPELLS.exec(rule);
  if (spells !== null) return { form: 'spells', threshold: Number(spells[1]), window: Number(spells[2]) };
  const days = DAYS.exec(rule);
  return days === null ? null : { form: 'days', threshold: Number(days[1]), window: Number(days[2]) };
};
