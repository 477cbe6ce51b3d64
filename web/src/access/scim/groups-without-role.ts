import type { DirectoryRoles } from '../views';

/** The groups that no rule names; a rule may also name a group by the directory's own id, which is not seen here. */
export const groupsWithoutRole = ({ groups, rules }: Pick<DirectoryRoles, 'groups' | 'rules'>): string[] => {
  const named = new Set(rules.map(({ value }) => value.toLowerCase()));
  return groups.map(({ displayName }) => displayName).filter((name) => !named.has(name.toLowerCase()));
};
