/**
 * Whether a legal hold stands about a person, as a condition. One on a case about a person keeps what is stored about
 * the person too: the case rests on it.
 */
export const personHeld = (tenant: string, person: string, day: string): string =>
  `exists (select from legal_holds h where h.tenant_id = ${tenant} and h.person_id = ${person} and ${standing(day)})`;

/** Whether a legal hold stands on a case itself, as a condition. */
export const caseHeld = (tenant: string, caseId: string, day: string): string =>
  `exists (select from legal_holds h where h.tenant_id = ${tenant} and h.case_id = ${caseId} and ${standing(day)})`;

const standing = (day: string): string =>
  `h.lifted_at is null and (h.until is null or h.until >= ${day}::date)`;
