import { ApiProperty } from '@nestjs/swagger';
import { SIGN_IN_METHODS, type SignInMethod } from '../domain/sign-in-method.js';

export class OwnSessionView {
  id: string;
  /** What the browser calls itself. */
  userAgent: string;
  /** The network address that it was opened from. */
  address: string;
  openedAt: Date;
  lastUsedAt: Date;
  @ApiProperty({ enum: SIGN_IN_METHODS, enumName: 'SignInMethod' })
  method: SignInMethod;
  isCurrent: boolean;
}
