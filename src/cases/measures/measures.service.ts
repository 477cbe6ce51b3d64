import { Injectable } from '@nestjs/common';
import { Clock, type HatActor } from '../../access/index.js';
import type { Tx } from '../../platform/database/rows.js';
import { invalidField, notFound, Problem } from '../../platform/http/problem.js';
import { Cipher } from '../../platform/storage/cipher.js';
import { CasesService } from '../cases.service.js';
import type { FoundCase } from '../cases.queries.js';
import { measureFault } from '../domain/measure.js';
import type { MeasureDto } from './measures.dto.js';
import { insertMeasure, updateMeasure, type SealedMeasure } from './measures.repository.js';

/** What is agreed for a unit, and how far it has come. */
@Injectable()
export class MeasuresService {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: Cipher,
    private readonly cases: CasesService,
  ) {}

  /** @throws Problem 400 for a case about a person or days that cannot be */
  async agree(actor: HatActor, caseId: string, dto: MeasureDto): Promise<void> {
    await this.record(actor, caseId, dto, 'case.measure.agree', (tx, one, measure) =>
      insertMeasure(tx, actor, one, measure),
    );
  }

  /** @throws Problem 404 for a measure of another case */
  async change(actor: HatActor, caseId: string, measureId: string, dto: MeasureDto): Promise<void> {
    await this.record(actor, caseId, dto, 'case.measure.change', async (tx, one, measure) => {
      if ((await updateMeasure(tx, one, measureId, measure)) === 0) throw notFound();
    });
  }

  private async record(
    actor: HatActor,
    caseId: string,
    { measure, dueOn = null, settledOn = null, ...dto }: MeasureDto,
    action: string,
    save: (tx: Tx, one: FoundCase, measure: SealedMeasure) => Promise<void>,
  ): Promise<void> {
    await this.cases.act(actor, caseId, action, async (tx, one) => {
      if (one.subject !== 'unit')
        throw invalidField('measure', 'person-case', 'Measures are agreed in a case about a unit.');
      const given = { ...dto, dueOn, settledOn };
      const fault = measureFault(given, this.clock.today());
      if (fault) throw new Problem(400, 'invalid-input', fault.message, [fault]);
      await save(tx, one, { ...given, cipher: await this.cipher.sealText(one.tenantId, measure) });
    });
  }
}
