import { Inject, Injectable } from '@nestjs/common';
import { RUNTIME, type Runtime } from '../../platform/runtime.js';

/** Where a directory finds things. */
@Injectable()
export class ScimAddresses {
  readonly base: string;

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    this.base = new URL('/api/scim/v2', runtime.environment.publicUrl).href;
  }

  of(resource: 'Users' | 'Groups', id: string): string {
    return `${this.base}/${resource}/${id}`;
  }
}
