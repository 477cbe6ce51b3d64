import { Inject, Injectable } from '@nestjs/common';
import { audit, Clock, Doors, type HatActor } from '../../access/index.js';
import { withUnitsApart } from '../../organisations/index.js';
import { rows, type Tx } from '../../platform/database/rows.js';
import { notFound } from '../../platform/http/problem.js';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { ANSWER_PATH } from './delivery.service.js';
import { kioskCode, linkText } from './domain/invitation-link.js';
import { renderLetters } from './letters.document.js';
import { findRound, type Round } from './rounds.repository.js';
import { openSecrets } from './secrets.js';

/** A file is set at once in memory: so many pages take some megabytes and about a second. */
export const LETTERS_A_FILE = 200;

interface Addressee {
  readonly invitationId: string;
  readonly personId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly fingerprint: string;
}

/** Invitations on paper, for those who have no address. */
@Injectable()
export class LettersService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** @throws Problem 404 for another employer's round, or one without so many letters */
  async render(actor: HatActor, roundId: string, part: number): Promise<Uint8Array> {
    const { tenantId } = actor;
    if (!tenantId) throw notFound();
    const { round, addressees } = await this.doors.within(actor, tenantId, async (tx) => {
      const found = await findRound(tx, { tenantId, roundId });
      if (!found) throw notFound();
      const listed = await listAddressees(tx, found, part);
      if (listed.length === 0) throw notFound();
      await audit(tx, actor, {
        tenantId,
        action: 'survey.letters',
        subjectType: 'survey',
        subjectIds: [roundId],
        personIds: listed.map(({ personId }) => personId),
        purpose: 'invitations to a survey on paper',
        detail: { part },
      });
      return { round: found, addressees: await withUnitsApart(tx, listed, found.asOf ?? this.clock.today()) };
    });
    const secrets = await openSecrets(this.cipher, tenantId);
    const linkOf = ({ invitationId, fingerprint }: Addressee): string => {
      const link = new URL(ANSWER_PATH, this.runtime.environment.publicUrl);
      link.hash = linkText({ tenantId, invitationId, fingerprint, secret: secrets.ofLink(invitationId) });
      return link.href;
    };
    return renderLetters({
      title: round.title,
      closesOn: round.closesOn,
      createdAt: this.clock.now(),
      letters: addressees.map((addressee) => ({
        ...addressee,
        link: linkOf(addressee),
        code: round.channels.includes('kiosk') ? kioskCode(secrets.ofCode(addressee.invitationId)) : null,
      })),
    });
  }
}

/** One file's people: unit by unit, so that a leader can hand them out. */
const listAddressees = (tx: Tx, { tenantId, roundId, asOf }: Round, part: number): Promise<Addressee[]> =>
  rows<Addressee>(
    tx,
    `select i.invitation_id as "invitationId", i.person_id as "personId", people.name, i.unit_id as "unitId",
       coalesce(units.name, '') as "unitName", g.fingerprint,
       coalesce((select e.employee_number from employments e where e.tenant_id = $1 and e.person_id = i.person_id
         order by lower(e.employed) desc limit 1), '') as "employeeNumber"
     from survey_invitations i
     join people on people.tenant_id = i.tenant_id and people.id = i.person_id
     join survey_groups g on g.tenant_id = i.tenant_id and g.round_id = i.round_id and g.group_id = i.group_id
     left join unit_versions units on units.tenant_id = i.tenant_id and units.unit_id = i.unit_id and units.valid @> $3::date
     where i.tenant_id = $1 and i.round_id = $2 and i.channel in ('letter', 'kiosk')
     order by units.name, i.unit_id, people.name, i.invitation_id limit ${LETTERS_A_FILE} offset $4`,
    [tenantId, roundId, asOf, (part - 1) * LETTERS_A_FILE],
  );
