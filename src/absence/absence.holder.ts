import { Injectable } from '@nestjs/common';
import {
  HoldsPersonalData,
  PersonalDataHolder,
  personHeld,
  type HeldSection,
  type PersonKey,
  type RetentionCut,
} from '../access/index.js';
import { change, count, rows, type Tx } from '../platform/database/rows.js';
import { Cipher } from '../platform/storage/cipher.js';

/** Ended before the cut; one without a last day ends with its employment. */
const OVER = `
  select s.id from spells s join employments e on e.tenant_id = s.tenant_id and e.id = s.employment_id
  where s.tenant_id = $1 and coalesce(s.last_on, upper(e.employed) - 1) < $2::date
    and not ${personHeld('e.tenant_id', 'e.person_id', '$3')}`;

/** What was said before a correction, of spells that are gone or about to go. */
const VERSIONS_OVER = `
  select v.ctid from spell_versions v
  join employments e on e.tenant_id = v.tenant_id and e.id = v.employment_id
  where v.tenant_id = $1 and coalesce(v.last_on, upper(e.employed) - 1, day_of(v.superseded_at)) < $2::date
    and not ${personHeld('e.tenant_id', 'e.person_id', '$3')}`;

interface Version {
  readonly cells: readonly (string | null)[];
  readonly reasonCipher: Buffer | null;
}

@HoldsPersonalData()
@Injectable()
export class AbsenceHolder extends PersonalDataHolder {
  override readonly domain = 'absence';
  override readonly tables = ['spells', 'spell_versions'];
  override readonly classes = ['absence'] as const;

  constructor(private readonly cipher: Cipher) {
    super();
  }

  override async describe(tx: Tx, { tenantId, personId }: PersonKey): Promise<HeldSection[]> {
    const spells = await rows<{ cells: (string | null)[] }>(tx, SPELLS, [tenantId, personId]);
    const versions = await rows<Version>(tx, VERSIONS, [tenantId, personId]);
    const opened = versions.map(async ({ cells, reasonCipher }) => [
      ...cells,
      await this.cipher.openText(tenantId, reasonCipher),
    ]);
    return [
      {
        section: 'absence.spells',
        columns: ['employeeNumber', 'kind', 'firstOn', 'lastOn', 'degree', 'source', 'registeredOn'],
        rows: spells.map(({ cells }) => cells),
      },
      {
        section: 'absence.versions',
        columns: ['kind', 'firstOn', 'lastOn', 'degree', 'source', 'change', 'supersededOn', 'reason'],
        rows: await Promise.all(opened),
      },
    ];
  }

  override async due(tx: Tx, { tenantId, before, today }: RetentionCut): Promise<number> {
    const cut = [tenantId, before, today];
    return (await count(tx, OVER, cut)) + (await count(tx, VERSIONS_OVER, cut));
  }

  override async erase(tx: Tx, { tenantId, before, today }: RetentionCut, limit: number): Promise<number> {
    const cut = [tenantId, before, today, limit];
    const versions = await change(
      tx,
      `delete from spell_versions where tenant_id = $1 and ctid = any (array(${VERSIONS_OVER} limit $4))`,
      cut,
    );
    if (versions === limit) return versions;
    return (
      versions +
      (await change(
        tx,
        `delete from spells where tenant_id = $1 and id = any (array(${OVER} limit $4))`,
        cut,
      ))
    );
  }

  override async erasePerson(tx: Tx, { tenantId, personId }: PersonKey): Promise<void> {
    for (const table of ['spell_versions', 'spells']) {
      await change(
        tx,
        `delete from ${table} s using employments e
         where s.tenant_id = $1 and e.tenant_id = $1 and e.id = s.employment_id and e.person_id = $2`,
        [tenantId, personId],
      );
    }
  }
}

const SPELLS = `
  select array[e.employee_number, s.kind, s.first_on::text, s.last_on::text, s.degree::text, s.source, s.registered_on::text] as cells
  from employments e join spells s on s.tenant_id = e.tenant_id and s.employment_id = e.id
  where e.tenant_id = $1 and e.person_id = $2 order by s.first_on, s.id`;

const VERSIONS = `
  select array[v.kind, v.first_on::text, v.last_on::text, v.degree::text, v.source, v.change,
    day_of(v.superseded_at)::text] as cells, v.reason_cipher as "reasonCipher"
  from employments e join spell_versions v on v.tenant_id = e.tenant_id and v.employment_id = e.id
  where e.tenant_id = $1 and e.person_id = $2 order by v.superseded_at, v.spell_id, v.version`;
