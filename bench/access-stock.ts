import { TODAY } from './employer/days.js';

/** Besides the large one of the stage. */
export const EMPLOYERS = 99;
export const EMPLOYEES = 500;
export const SPELLS = 5;
export const MANDATES = 50;

/** One provider, and employers of ten units below one, all alike; the first ones mandate the provider. */
export const STOCK = `
  create temporary table made_tenants as select place, uuidv7() as id from generate_series(1, ${EMPLOYERS}) place;
  insert into tenants (id, kind, slug, name) select id, 'employer', 'bench-' || place, 'Kommune ' || place from made_tenants;
  insert into employers (tenant_id, name, sector) select id, 'Kommune ' || place, 'municipal' from made_tenants;
  insert into signal_settings (tenant_id) select id from made_tenants;
  insert into go_lives (tenant_id, live_from) select id, date '${TODAY}' - 60 from made_tenants;

  create temporary table made_units as
    select made_tenants.id as tenant_id, number, gen_random_uuid() as id
    from made_tenants cross join generate_series(0, 10) number;
  insert into units (tenant_id, id) select tenant_id, id from made_units;
  insert into unit_versions (tenant_id, unit_id, valid, name, kind, parent_id, path)
    select made.tenant_id, made.id, '[2000-01-01,)', 'Enhed ' || made.number,
      case made.number when 0 then 'workplace' else 'team' end,
      case when made.number > 0 then top.id end, case made.number when 0 then array[made.id] else array[top.id, made.id] end
    from made_units made join made_units top on top.tenant_id = made.tenant_id and top.number = 0;

  create temporary table made_people as
    select made_tenants.place, made_tenants.id as tenant_id, person, gen_random_uuid() as person_id,
      gen_random_uuid() as employment_id, made_units.id as unit_id
    from made_tenants cross join generate_series(1, ${EMPLOYEES}) person
    join made_units on made_units.tenant_id = made_tenants.id and made_units.number = 1 + person % 10;
  insert into people (tenant_id, id, person_key, name)
    select tenant_id, person_id, person::text, 'Medarbejder ' || person || ' af ' || place from made_people;
  insert into employments (tenant_id, id, person_id, employee_number, employed)
    select tenant_id, employment_id, person_id, person::text, '[2020-01-01,)' from made_people;
  insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, job_group)
    select tenant_id, employment_id, '[2020-01-01,)', unit_id, 37, 'Pædagog' from made_people;
  insert into spells (tenant_id, employment_id, kind, first_on, last_on, source, source_first_on, registered_on, registered_assumed)
    select tenant_id, employment_id, 'own-sickness', first_on, first_on + 3, 'bench', first_on, first_on, false
    from made_people cross join generate_series(1, ${SPELLS}) spell
    cross join lateral (select date '${TODAY}' - spell * 60 - person % 50 as first_on) at;
  insert into signals (tenant_id, person_id, employment_id, unit_id, rule, reason_from, reason_to, episode_on, facts, raised_on, due_on)
    select tenant_id, person_id, employment_id, unit_id, 'contact-day-5', date '${TODAY}' - 5, date '${TODAY}', date '${TODAY}' - 5,
      '{"spells": []}', '${TODAY}', date '${TODAY}' + 2 from made_people where person % 20 = 0;

  insert into providers (name) values ('Fastholdelse');
  create temporary table made_mandates as
    select id as tenant_id, uuidv7() as id from made_tenants where place <= ${MANDATES};
  insert into mandates (tenant_id, id, provider_id, processing_role, agreement_reference, signatory, signed_on, purpose, rules, valid)
    select made.tenant_id, made.id, providers.id, 'processor', 'DBA', 'Kommunaldirektør', '2026-01-01', 'Fastholdelse',
      '{contact-day-5}', '[2020-01-01,)' from made_mandates made, providers;
  insert into mandate_units (tenant_id, mandate_id, unit_id)
    select made.tenant_id, made.id, made_units.id
    from made_mandates made join made_units on made_units.tenant_id = made.tenant_id and made_units.number = 0;`;
