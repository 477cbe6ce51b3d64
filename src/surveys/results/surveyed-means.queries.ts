import { rows, type Tx } from '../../platform/database/rows.js';
import type { Period } from '../../shared/period.js';

/** What guardrails ask of surveys: how work feels, going to work ill, and how the help was (definitions 9.6). */
export const SURVEYED = ['wellbeing', 'presenteeism', 'experience'] as const;
export type Surveyed = (typeof SURVEYED)[number];

/** Answers of some units, and the sum of what they come to. */
export interface SurveyedSum {
  readonly name: Surveyed;
  readonly total: number;
  readonly answers: number;
}

// Scales from 0 to 100; items by the numbers of their choices. Whoever asks for them in a questionnaire of its own uses
// these ids, and the figures are there once the round is closed.
const SCALES = { 'work-feeling': 'wellbeing', 'pulse-work-feeling': 'wellbeing' };
const ITEMS = { presenteeism: 'presenteeism', 'help-experience': 'experience' };

/**
 * Of each the last round that was closed in a period, at the units that were let out when it was: what was hidden then
 * is not in it, and nothing else of a round is read.
 */
export const surveyedMeans = (
  tx: Tx,
  tenantId: string,
  { units, period }: { readonly units: readonly string[]; readonly period: Period },
): Promise<SurveyedSum[]> =>
  rows<SurveyedSum>(
    tx,
    `with closed as (
       select r.round_id, r.closes_on, r.instrument, s.scales, s.items
       from survey_rounds r join survey_results s on s.tenant_id = $1 and s.round_id = r.round_id
       where r.tenant_id = $1 and r.closed_at is not null and r.closes_on between $3 and $4 and s.unit_id = any ($2)
     ), told as (
       select $5::jsonb ->> (cell ->> 'id') as name, closes_on, round_id,
         (cell ->> 'mean')::float8 * (cell ->> 'answers')::int as total, (cell ->> 'answers')::int as answers
       from closed, jsonb_array_elements(scales) cell
       where $5::jsonb ? (cell ->> 'id') and jsonb_typeof(cell -> 'mean') = 'number'
       union all
       select $6::jsonb ->> (cell ->> 'id'), closes_on, round_id, sum(number::float8 * (choice ->> 'value')::float8),
         sum(number::int)::int
       from closed, jsonb_array_elements(items) cell, jsonb_array_elements(instrument -> 'items') asked,
         jsonb_array_elements_text(cell -> 'counts') with ordinality as given (number, place),
         jsonb_array_elements(asked -> 'choices') with ordinality as offered (choice, at)
       where $6::jsonb ? (cell ->> 'id') and jsonb_typeof(cell -> 'counts') = 'array'
         and asked ->> 'id' = cell ->> 'id' and at = place
       group by cell, closes_on, round_id
     )
     select name, sum(total) as total, sum(answers)::int as answers
     from told join lateral (
       select round_id as latest from told other where other.name = told.name order by closes_on desc, round_id desc limit 1
     ) last on latest = round_id
     group by name order by name`,
    [tenantId, units, period.from, period.to, JSON.stringify(SCALES), JSON.stringify(ITEMS)],
  );
