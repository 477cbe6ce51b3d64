import { EMPLOYER_ROLES, type RoleRule } from '../views';

/** Rules as people write them: `group = role`, a line each. A group may itself hold a `=`. */
export const writeRules = (rules: readonly RoleRule[]): string =>
  rules.map(({ value, role }) => `${value} = ${role}`).join('\n');

/** The rules, or the first line that is none. */
export const readRules = (text: string): { rules: RoleRule[] } | { fault: string } => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const rules = lines.map((line) => {
    const at = line.lastIndexOf('=');
    const role = EMPLOYER_ROLES.find((known) => known === line.slice(at + 1).trim());
    const value = line.slice(0, Math.max(at, 0)).trim();
    return role !== undefined && value !== '' ? { value, role } : line;
  });
  const fault = rules.find((rule) => typeof rule === 'string');
  return fault === undefined ? { rules: rules.filter((rule) => typeof rule !== 'string') } : { fault };
};
