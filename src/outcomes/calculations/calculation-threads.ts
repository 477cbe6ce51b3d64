import { Injectable } from '@nestjs/common';
import { Threads } from '../../platform/threads.js';
import type * as calculations from './calculations.js';

/** Estimates and simulations, beside the requests and jobs that ask for them. */
@Injectable()
export class CalculationThreads extends Threads<typeof calculations> {
  protected override readonly module: URL = new URL('./calculations.js', import.meta.url);
}
