import { TODAY } from './employer/days.js';

export const EMPLOYERS = 100;
export const EMPLOYEES = 500;
export const SPELLS = 5;
export const MANDATES = 50;

/** One provider, and employers of ten units below one, all alike; the first half of them mandate the provider. */
export const STOCK = `
  create temporary table made_tenants as select n, uuidv7() as id from generate_series(1, ${EMPLOYERS}) n;
  insert into tenants (id, kind, slug, name) select id, 'employer', 'bench-' || n, 'Kommune ' || n from made_tenants;
  insert into employers (tenant_id, name, sector) select id, 'Kommune ' || n, 'municipal' from made_tenants;
  insert into signal_settings (tenant_id) select id from made_tenants;
  insert into go_lives (tenant_id, live_from) select id, date '${TODAY}' - 60 from made_tenants;

  create temporary table made_units as
    select t.id as tenant_id, n, gen_random_uuid() as id from made_tenants t cross join generate_series(0, 10) n;
  insert into units (tenant_id, id) select tenant_id, id from made_units;
  insert into unit_versions (tenant_id, unit_id, valid, name, kind, parent_id, path)
    select u.tenant_id, u.id, '[2000-01-01,)', 'Enhed ' || u.n, case u.n when 0 then 'workplace' else 'team' end,
      case when u.n > 0 then top.id end, case u.n when 0 then array[u.id] else array[top.id, u.id] end
    from made_units u join made_units top on top.tenant_id = u.tenant_id and top.n = 0;

  create temporary table made_people as
    select t.n as employer, t.id as tenant_id, n, gen_random_uuid() as person_id, gen_random_uuid() as employment_id, u.id as unit_id
    from made_tenants t cross join generate_series(1, ${EMPLOYEES}) n
    join made_units u on u.tenant_id = t.id and u.n = 1 + n % 10;
  insert into people (tenant_id, id, person_key, name)
    select tenant_id, person_id, n::text, 'Medarbejder ' || n || ' af ' || employer from made_people;
  insert into employments (tenant_id, id, person_id, employee_number, employed)
    select tenant_id, employment_id, person_id, n::text, '[2020-01-01,)' from made_people;
  insert into employment_terms (tenant_id, employment_id, valid, unit_id, weekly_hours, job_group)
    select tenant_id, employment_id, '[2020-01-01,)', unit_id, 37, 'Pædagog' from made_people;
  insert into spells (tenant_id, employment_id, kind, first_on, last_on, source, source_first_on, registered_on, registered_assumed)
    select tenant_id, employment_id, 'own-sickness', first_on, first_on + 3, 'bench', first_on, first_on, false
    from made_people cross join generate_series(1, ${SPELLS}) spell
    cross join lateral (select date '${TODAY}' - spell * 60 - n % 50 as first_on) at;
  insert into signals (tenant_id, person_id, employment_id, unit_id, rule, reason_from, reason_to, episode_on, facts, raised_on, due_on)
    select tenant_id, person_id, employment_id, unit_id, 'contact-day-5', date '${TODAY}' - 5, date '${TODAY}', date '${TODAY}' - 5,
      '{"spells": []}', '${TODAY}', date '${TODAY}' + 2 from made_people where n % 20 = 0;

  insert into providers (name) values ('Fastholdelse');
  create temporary table made_mandates as
    select t.id as tenant_id, uuidv7() as id from made_tenants t where n <= ${MANDATES};
  insert into mandates (tenant_id, id, provider_id, processing_role, agreement_reference, signatory, signed_on, purpose, rules, valid)
    select m.tenant_id, m.id, providers.id, 'processor', 'DBA', 'Kommunaldirektør', '2026-01-01', 'Fastholdelse',
      '{contact-day-5}', '[2020-01-01,)' from made_mandates m, providers;
  insert into mandate_units (tenant_id, mandate_id, unit_id)
    select m.tenant_id, m.id, u.id from made_mandates m join made_units u on u.tenant_id = m.tenant_id and u.n = 0;`;
