import { SetMetadata } from '@nestjs/common';

/** The metadata key under which a route says who may use it; `access` reads it, a test refuses a route without. */
export const PERMIT = 'naervaer:permit';

/** The route is for anybody, signed in or not. */
export const Public = () => SetMetadata(PERMIT, 'public');
