/**
 * Names the tenants that the door lets in to the planner, as a condition that an index can serve. Row level security
 * hides the others anyhow, but row by row: a statement that neither names its tenant nor joins a table that does says this.
 */
export const inReach = (tenantId: string): string =>
  `${tenantId} = any ((select tenants_in_reach())::uuid[])`;
