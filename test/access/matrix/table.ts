import { PARTNERSHIP_ROWS } from './partnership-rows.js';
import type { Row } from './reaches.js';
import { WAYS_IN } from './ways-in.js';

const HR = ['hr-manager'] as const;
const CONSULTANTS = ['retention-consultant', 'team-lead'] as const;
const CARERS = ['line-manager', ...CONSULTANTS] as const;
const HR_AND_ADMINISTRATOR = ['hr-manager', 'administrator'] as const;
const TRACK = ['caseworker', 'job-coach'] as const;

/**
 * Who may use which route on what: the written permission matrix. `matrix.int-spec.ts` walks every route of
 * openapi.json with every role and every position and compares. A new route without a row fails.
 *
 * Reading a row: a role that is not named is refused (403) wherever the thing stands. A role that is named stands under
 * its reach, and `REACHES` says what that means at each position.
 */
export const MATRIX: Readonly<Record<string, Row>> = {
  ...WAYS_IN,

  // What employees are asked
  'GET /api/instruments': { itself: [...HR_AND_ADMINISTRATOR, 'employee-representative'] },
  'POST /api/instruments': { itself: HR_AND_ADMINISTRATOR },
  'GET /api/instruments/{id}': { employer: [...HR_AND_ADMINISTRATOR, 'employee-representative'] },
  'POST /api/instruments/{id}/draft': { employer: HR_AND_ADMINISTRATOR },
  'PUT /api/instruments/{id}/draft': { employer: HR_AND_ADMINISTRATOR },
  'DELETE /api/instruments/{id}/draft': { employer: HR_AND_ADMINISTRATOR },
  'POST /api/instruments/{id}/publication': { employer: HR_AND_ADMINISTRATOR },
  'POST /api/instruments/{id}/retirement': { employer: HR_AND_ADMINISTRATOR },
  'DELETE /api/instruments/{id}/retirement': { employer: HR_AND_ADMINISTRATOR },
  'PUT /api/instruments/{id}/right': { employer: HR_AND_ADMINISTRATOR },
  'DELETE /api/instruments/{id}/right': { employer: HR_AND_ADMINISTRATOR },
  // Rounds of surveys
  'GET /api/survey-rounds': { itself: HR },
  'POST /api/survey-rounds': { itself: HR },
  'GET /api/survey-rounds/choices': { itself: HR },
  'POST /api/survey-rounds/previews': { itself: HR },
  'GET /api/survey-rounds/{id}': { employer: HR },
  'DELETE /api/survey-rounds/{id}': { employer: HR },
  'POST /api/survey-rounds/{id}/opening': { employer: HR },
  'POST /api/survey-rounds/{id}/reminders': { employer: HR },
  'PUT /api/survey-rounds/{id}/closing-day': { employer: HR },
  'POST /api/survey-rounds/{id}/closure': { employer: HR },
  'GET /api/survey-rounds/{id}/letters.pdf': { employer: HR },
  // Results of surveys, what was agreed on them, and the workplace assessment
  'GET /api/survey-results': { itself: [...HR, 'line-manager', 'employee-representative'] },
  'GET /api/survey-results/{roundId}': { employer: [...HR, 'line-manager', 'employee-representative'] },
  'GET /api/survey-results/{roundId}/unit': { employer: [...HR, 'line-manager', 'employee-representative'] },
  'GET /api/survey-results/{roundId}/comments': { employer: HR, namedUnit: ['line-manager'] },
  'GET /api/survey-results/{roundId}/absence': { employer: HR },
  'GET /api/survey-results/{roundId}/document.csv': { employer: HR },
  'GET /api/survey-results/{roundId}/document.xlsx': { employer: HR },
  'GET /api/action-plans': { itself: [...HR, 'line-manager', 'employee-representative'] },
  'POST /api/action-plans': { itself: [...HR, 'line-manager'] },
  'PUT /api/action-plans/{id}': { employer: HR, units: ['line-manager'] },
  'DELETE /api/action-plans/{id}': { employer: HR, units: ['line-manager'] },
  'GET /api/workplace-assessments': { itself: [...HR, 'employee-representative'] },
  'POST /api/workplace-assessments': { itself: HR },
  'PUT /api/workplace-assessments/{id}/phases/{phase}': { employer: HR },
  'PUT /api/workplace-assessments/{id}/completion': { employer: HR },
  'GET /api/workplace-assessments/{id}/document.pdf': { employer: [...HR, 'employee-representative'] },

  // Respondents to a survey
  'POST /api/survey-invitations/openings': 'public',
  'POST /api/survey-invitations/tokens': 'public',
  'POST /api/survey-answers': 'public',
  'POST /api/survey-answers/standings': 'public',

  // Mandates
  'GET /api/providers': { itself: ['administrator'] },
  'GET /api/mandates': { itself: HR_AND_ADMINISTRATOR },
  'GET /api/own-mandates': { itself: CONSULTANTS },
  'POST /api/mandates': { itself: ['administrator'] },
  'POST /api/mandates/{id}/narrowing': { employer: ['administrator'] },
  'POST /api/mandates/{id}/ending': { employer: ['administrator'] },

  // The audit
  'GET /api/audit-entries': { itself: ['administrator'] },
  'GET /api/audit-entries.csv': { itself: ['administrator'] },
  'GET /api/audit-counts': { itself: ['administrator', 'employee-representative'] },

  // The employee's own page, and what is asked there
  'GET /api/own-page': { itself: ['employee'] },
  'GET /api/own-page/signals': { itself: ['employee'] },
  'GET /api/own-page/look-ups': { itself: ['employee'] },
  'GET /api/own-page/requests': { itself: ['employee'] },
  'POST /api/own-page/requests': { itself: ['employee'] },
  'DELETE /api/own-page/requests/{id}': { units: ['employee'] },
  'GET /api/own-page/data.json': { itself: ['employee'] },
  'GET /api/own-page/data.pdf': { itself: ['employee'] },
  'GET /api/employee-requests': { itself: HR },
  'GET /api/employee-requests/waiting': { itself: HR },
  'POST /api/employee-requests/{id}/decision': { employer: HR },

  // Introductions of new employees
  'GET /api/introduction-templates': { itself: HR },
  'GET /api/introduction-job-groups': { itself: HR },
  'GET /api/introduction-programmes': { itself: [...HR, 'line-manager'] },
  'POST /api/introduction-programmes': { itself: HR },
  'GET /api/introduction-programmes/{id}': { employer: [...HR, 'line-manager'] },
  'PUT /api/introduction-programmes/{id}': { employer: HR },
  'PUT /api/introduction-programmes/{id}/retirement': { employer: HR },
  'GET /api/introductions': { itself: [...HR, 'line-manager'] },
  'GET /api/introductions/{id}': { employer: HR, units: ['line-manager'] },
  'PUT /api/introductions/{id}/steps/{position}': { employer: HR, units: ['line-manager'] },
  'DELETE /api/introductions/{id}/steps/{position}': { employer: HR, units: ['line-manager'] },
  'GET /api/introductions/{id}/buddy-suggestions': { employer: HR, units: ['line-manager'] },
  'PUT /api/introductions/{id}/buddy': { employer: HR, units: ['line-manager'] },
  'DELETE /api/introductions/{id}/buddy': { employer: HR, units: ['line-manager'] },
  'POST /api/introductions/{id}/talk-holding': { employer: HR, units: ['line-manager'] },
  'POST /api/introductions/{id}/links': { employer: HR, units: ['line-manager'] },
  'DELETE /api/introductions/{id}/links': { employer: HR, units: ['line-manager'] },
  'GET /api/introduction-cohorts': { itself: [...HR, 'employee-representative'] },
  'POST /api/introduction-page/openings': 'public',
  'POST /api/introduction-page/steps': 'public',
  'POST /api/introduction-page/check-ins': 'public',
  'POST /api/introduction-page/talks': 'public',

  // The organisation
  'GET /api/units': { itself: ['hr-manager', 'administrator', ...CARERS] },
  'POST /api/units': { itself: ['hr-manager', 'administrator'] },
  'GET /api/units/{id}': { employer: ['hr-manager', 'administrator', 'line-manager'], units: CONSULTANTS },
  'POST /api/units/{id}/versions': { employer: ['hr-manager', 'administrator'] },
  'GET /api/units/{id}/people': { employerList: HR, unitsList: CARERS },
  'GET /api/units/{id}/figures': { employer: HR },
  'GET /api/go-live': { itself: ['hr-manager', 'administrator', 'employee-representative'] },
  'GET /api/go-live/records': { itself: ['hr-manager', 'administrator', 'employee-representative'] },
  'GET /api/go-live/records/{version}/impact-assessment.pdf': {
    itself: ['hr-manager', 'administrator', 'employee-representative'],
  },
  'GET /api/go-live/notice': { itself: ['hr-manager', 'administrator', 'employee-representative'] },
  'GET /api/go-live/impact-assessment.pdf': {
    itself: ['hr-manager', 'administrator', 'employee-representative'],
  },
  'PUT /api/go-live': { itself: ['hr-manager', 'administrator'] },

  // People and their absence
  'POST /api/people/searches': { itself: [...HR, ...CARERS] },
  'GET /api/people/{id}': { employer: HR, units: CARERS },
  'POST /api/cases/{id}/legal-holds': { employer: HR },
  'GET /api/cases/{id}/journal': { employer: HR },
  'PUT /api/cases/{id}/journal': { employer: HR },
  'POST /api/cases/{id}/journal-exports': { employer: HR },
  'GET /api/retention': { itself: ['administrator', 'hr-manager', 'employee-representative'] },
  'PUT /api/retention/{dataClass}': { itself: ['administrator'] },
  'GET /api/contract-end': { itself: HR_AND_ADMINISTRATOR },
  'POST /api/contract-end': { itself: HR_AND_ADMINISTRATOR },
  'POST /api/contract-end/confirmation': { itself: HR_AND_ADMINISTRATOR },
  'DELETE /api/contract-end': { itself: HR_AND_ADMINISTRATOR },
  'GET /api/contract-end/export.zip': { itself: HR },
  'GET /api/legal-holds': { itself: HR },
  'DELETE /api/legal-holds/{id}': { employer: HR },
  'POST /api/people/{id}/legal-holds': { employer: HR },
  'POST /api/people/{id}/erasure': { employer: HR },
  'GET /api/people/{id}/private-data': { employer: HR },
  'GET /api/cpr-decision': { itself: ['administrator'] },
  'PUT /api/cpr-decision': { itself: ['administrator'] },
  'GET /api/people/{id}/absence': { employer: HR, units: CARERS },
  'GET /api/people/{id}/spells': { employer: HR, units: CARERS },
  'POST /api/people/{id}/spells': { employer: HR, units: ['line-manager'] },
  'POST /api/spells/{id}/recovery': { employer: HR, units: ['line-manager'] },
  'POST /api/spells/{id}/degrees': { employer: HR, units: ['line-manager'] },
  'PUT /api/spells/{id}': { employer: HR, units: ['line-manager'] },
  'POST /api/spells/{id}/deletion': { employer: HR, units: ['line-manager'] },
  'POST /api/spells/{id}/restoration': { employer: HR, units: ['line-manager'] },
  'GET /api/spells/{id}/versions': { employer: HR, units: CARERS },
  'GET /api/open-spells': { itself: [...HR, ...CARERS] },
  'GET /api/overview': { itself: HR },
  'GET /api/overview/units': { itself: HR },

  // Payroll files; the rows themselves are for human resources alone
  'GET /api/imports': { itself: HR_AND_ADMINISTRATOR },
  'POST /api/imports': { itself: HR_AND_ADMINISTRATOR },
  'GET /api/imports/{id}': { employer: HR_AND_ADMINISTRATOR },
  'GET /api/imports/{id}/preview': { employer: HR },
  'PUT /api/imports/{id}/mapping': { employer: HR_AND_ADMINISTRATOR },
  'POST /api/imports/{id}/analysis': { employer: HR_AND_ADMINISTRATOR },
  'POST /api/imports/{id}/confirmation': { employer: HR_AND_ADMINISTRATOR },
  'POST /api/imports/{id}/cancellation': { employer: HR_AND_ADMINISTRATOR },
  'POST /api/imports/{id}/reversal': { employer: HR_AND_ADMINISTRATOR },
  'GET /api/imports/{id}/rejections': { employer: HR_AND_ADMINISTRATOR },
  'GET /api/imports/{id}/rejections.csv': { employer: HR },
  'GET /api/import-profiles': { itself: HR_AND_ADMINISTRATOR },
  'POST /api/import-profiles': { itself: HR_AND_ADMINISTRATOR },
  'DELETE /api/import-profiles/{id}': { employer: HR_AND_ADMINISTRATOR },

  // The output policy's numbers
  'GET /api/output-policy': {
    itself: ['administrator', 'employee', 'employee-representative', 'line-manager', ...HR],
  },
  'PUT /api/output-policy': { itself: ['hr-manager', 'administrator'] },

  // Signals and cases
  'GET /api/signal-rules': {
    itself: ['administrator', 'employee', 'employee-representative', ...HR, ...CARERS],
  },
  'GET /api/signal-rules/history': {
    itself: ['hr-manager', 'administrator', 'line-manager', 'employee-representative', 'employee'],
  },
  'GET /api/signal-rules/unit-spells': { itself: ['hr-manager', 'administrator'] },
  'PUT /api/signal-rules': { itself: ['hr-manager', 'administrator'] },
  'DELETE /api/signal-rules/coming': { itself: ['hr-manager', 'administrator'] },
  'GET /api/signals': { itself: [...HR, ...CARERS] },
  'GET /api/signals/due': { itself: [...HR, ...CARERS] },
  'GET /api/signals/{id}': { employer: HR, units: CARERS },
  'POST /api/signals/{id}/claim': { employer: HR, units: CONSULTANTS },
  'DELETE /api/signals/{id}/claim': { employer: HR, units: CONSULTANTS },
  'POST /api/signals/{id}/reassignment': { units: ['team-lead'] },
  'POST /api/signals/{id}/contacts': { employer: HR, units: CARERS },
  'GET /api/consultants': { itself: ['team-lead'] },
  'GET /api/cases': { itself: [...HR, ...CARERS] },
  'POST /api/cases': { employer: HR, units: CONSULTANTS },
  'GET /api/cases/{id}': { employer: HR, units: CARERS },
  'PUT /api/cases/{id}': { employer: HR, units: CONSULTANTS },
  'POST /api/cases/{id}/measures': { employer: HR, units: CONSULTANTS },
  'PUT /api/cases/{id}/measures/{measureId}': { employer: HR, units: CONSULTANTS },
  'POST /api/cases/{id}/contacts': { employer: HR, units: CARERS },
  'POST /api/cases/{id}/referrals': { employer: HR, units: CONSULTANTS },
  'PUT /api/cases/{id}/referrals/{referralId}': { employer: HR, units: CONSULTANTS },
  'POST /api/cases/{id}/follow-ups': { employer: HR, units: CONSULTANTS },
  'PUT /api/cases/{id}/follow-ups/{followUpId}': { employer: HR, units: CONSULTANTS },
  'POST /api/cases/{id}/closure': { employer: HR, units: CONSULTANTS },
  'DELETE /api/cases/{id}/closure': { employer: HR, units: CONSULTANTS },
  'POST /api/cases/{id}/invitations': { employer: HR, units: CARERS },

  // What the employees' representatives are told
  'GET /api/representative-figures': { itself: ['employee-representative'] },

  ...PARTNERSHIP_ROWS,
  // What an employer hands an evaluator of persons
  'GET /api/panel-bases': { itself: HR_AND_ADMINISTRATOR },
  'POST /api/panel-bases': { itself: HR_AND_ADMINISTRATOR },
  'POST /api/panel-bases/{id}/confirmation': { employer: HR_AND_ADMINISTRATOR },
  'POST /api/panel-bases/{id}/withdrawal': { employer: HR_AND_ADMINISTRATOR },
  'POST /api/panel-bases/{id}/deliveries': { employer: HR_AND_ADMINISTRATOR },
  'POST /api/panel-deliveries/{id}/cpr-link': { employer: HR_AND_ADMINISTRATOR },

  // The learning track: counts alone
  'GET /api/learning': { itself: HR },
  'POST /api/courses': { itself: HR },
  'DELETE /api/courses/{id}': { employer: HR },
  'POST /api/competences': { itself: HR },
  'DELETE /api/competences/{id}': { employer: HR },

  // The employment track: citizens, by those who work for them at the authority
  'GET /api/citizens': { itself: TRACK },
  'POST /api/citizens/searches': { itself: TRACK },
  'GET /api/citizens/{id}': { employer: ['caseworker'], units: ['job-coach'] },
  'GET /api/citizens/{id}/contacts': { employer: ['caseworker'], units: ['job-coach'] },
  'POST /api/citizens/{id}/contacts': { employer: ['caseworker'], units: ['job-coach'] },
  'PUT /api/citizens/{id}/contacts/{contactId}': { employer: ['caseworker'], units: ['job-coach'] },
  'DELETE /api/citizens/{id}/contacts/{contactId}': { employer: ['caseworker'], units: ['job-coach'] },
  'GET /api/track-workers': { itself: ['caseworker'] },
  'PUT /api/track-workers/{id}/login': { employer: ['caseworker'] },
  'GET /api/track-imports': { itself: ['caseworker'] },
  'POST /api/track-imports': { itself: ['caseworker'] },
  'GET /api/track-imports/{id}': { employer: ['caseworker'] },
  'GET /api/track-imports/{id}/rejections': { employer: ['caseworker'] },
  'POST /api/track-imports/{id}/reversal': { employer: ['caseworker'] },
};
