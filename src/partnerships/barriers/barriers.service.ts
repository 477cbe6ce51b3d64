import { Injectable } from '@nestjs/common';
import { abilities, Clock, Doors, type HatActor, type SystemActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { conflict, invalidField, notFound } from '../../platform/http/problem.js';
import { contractPolicy } from '../contract/contract.policy.js';
import { MembersService } from '../contract/members.service.js';
import { findPartnership, unitsOfPartnership } from '../partnerships.repository.js';
import type { BarrierDto, BarriersQuery, ChangeBarrierDto } from './barriers.dto.js';
import {
  barrierExists,
  countBarriers,
  insertBarrier,
  listBarriers,
  updateBarrier,
} from './barriers.repository.js';
import type { BarrierPage, BarrierUnitView } from './barriers.view.js';

/** The log of what stood in the way, and what was done: for parties that see the minutes. */
@Injectable()
export class BarriersService {
  constructor(
    private readonly doors: Doors,
    private readonly clock: Clock,
    private readonly members: MembersService,
  ) {}

  async list(actor: HatActor, partnershipId: string, query: BarriersQuery): Promise<BarrierPage> {
    return this.seeing(actor, partnershipId, async (tx) => ({
      items: await listBarriers(tx, partnershipId, query),
      ...(await countBarriers(tx, partnershipId, query, this.clock.today())),
      page: query.page,
      pageSize: query.pageSize,
      units: await this.units(tx, partnershipId),
      abilities: abilities(contractPolicy, actor).filter((ability) => ability.startsWith('barrier.')),
    }));
  }

  /** @throws Problem 400, 404 */
  async record(
    actor: HatActor | SystemActor,
    partnershipId: string,
    barrier: BarrierDto,
  ): Promise<{ id: string }> {
    return this.seeing(actor, partnershipId, async (tx) => {
      await this.assertSound(tx, partnershipId, barrier);
      const made = await insertBarrier(tx, partnershipId, barrier, {
        hatId: actor.kind === 'hat' ? actor.hatId : null,
        at: this.clock.now(),
      });
      if (!made) throw notFound();
      return made;
    });
  }

  /** @throws Problem 400, 404, 409 where another has saved meanwhile */
  async change(actor: HatActor, partnershipId: string, id: string, barrier: ChangeBarrierDto): Promise<void> {
    await this.seeing(actor, partnershipId, async (tx) => {
      if (!(await barrierExists(tx, partnershipId, id))) throw notFound();
      await this.assertSound(tx, partnershipId, barrier);
      if ((await updateBarrier(tx, partnershipId, id, barrier)) === 0)
        throw conflict('saved-meanwhile', 'Somebody else has saved this since you opened it.');
    });
  }

  private async assertSound(tx: Tx, partnershipId: string, barrier: BarrierDto): Promise<void> {
    if (barrier.seenOn > this.clock.today())
      throw invalidField('seenOn', 'in-future', 'It was seen today or before.');
    if (barrier.resolvedOn && barrier.resolvedOn < barrier.seenOn)
      throw invalidField('resolvedOn', 'before-seen', 'It was resolved after it was seen.');
    if (barrier.resolvedOn && barrier.resolvedOn > this.clock.today())
      throw invalidField('resolvedOn', 'in-future', 'It was resolved today or before.');
    const units = await this.units(tx, partnershipId);
    if (barrier.unitId && !units.some((unit) => unit.id === barrier.unitId))
      throw invalidField('unitId', 'no-such-workplace', 'The partnership has no such workplace.');
  }

  private async units(tx: Tx, partnershipId: string): Promise<BarrierUnitView[]> {
    const partnership = await findPartnership(tx, partnershipId);
    if (!partnership) throw notFound();
    const units = await unitsOfPartnership(tx, partnershipId, partnership);
    return units.filter((unit) => unit.arm === 'in').map(({ unitId, name }) => ({ id: unitId, name }));
  }

  private seeing<T>(
    actor: HatActor | SystemActor,
    partnershipId: string,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    return this.doors.partnership(actor, partnershipId, async (tx) => {
      await this.members.assertSees(tx, actor, partnershipId, 'minutes');
      return work(tx);
    });
  }
}
