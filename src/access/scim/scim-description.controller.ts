import { Controller, Get, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '../access.policy.js';
import { Permit } from '../permit.js';
import { PROVIDER_CONFIG, RESOURCE_TYPES, SCHEMAS } from './domain/scim-description.js';
import { ScimAnswers } from './scim.interceptor.js';
import { listOf } from './scim.view.js';

/** What a directory may ask of us (RFC 7644 § 4). */
@ApiTags('scim')
@Controller('scim/v2')
@UseInterceptors(ScimAnswers)
export class ScimDescriptionController {
  @Get('ServiceProviderConfig')
  @Permit(accessPolicy, 'user.provision')
  config(): object {
    return PROVIDER_CONFIG;
  }

  @Get('ResourceTypes')
  @Permit(accessPolicy, 'user.provision')
  resourceTypes(): object {
    return listOf(RESOURCE_TYPES, RESOURCE_TYPES.length, 1);
  }

  @Get('Schemas')
  @Permit(accessPolicy, 'user.provision')
  schemas(): object {
    return listOf(SCHEMAS, SCHEMAS.length, 1);
  }
}
