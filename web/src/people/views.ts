import type { Views } from '../api/client';

export type PersonRow = Views['PersonRow'];
export type PersonView = Views['PersonView'];
export type EmploymentView = Views['EmploymentView'];
export type TermsView = Views['TermsView'];
export type PeopleOrder = Views['PeopleOrder'];
export const PEOPLE_ORDERS: readonly PeopleOrder[] = ['name', '-name', 'employeeNumber', '-employeeNumber'];
