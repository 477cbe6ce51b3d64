import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { NestedEach, OptionalTextField, TextField, WhereGiven } from '../../platform/http/fields.js';
import type { Role } from '../domain/actor.js';
import { EMPLOYER_ROLES, type EmployerRole } from '../users/users.dto.js';

export class RoleRuleDto {
  /** A value of the role claim: a group's name or id, an app role. */
  @TextField({ most: 300 })
  value: string;

  @IsIn(EMPLOYER_ROLES)
  @ApiProperty({ enum: EMPLOYER_ROLES, enumName: 'EmployerRole' })
  role: EmployerRole;
}

/** An employer's identity provider. */
export class SsoConnectionDto {
  @IsIn(['oidc', 'saml'])
  @ApiProperty({ enum: ['oidc', 'saml'] })
  protocol: 'oidc' | 'saml';

  /** On the sign-in page's button. */
  @TextField({ most: 60 })
  name: string;

  /** OIDC: the issuer's address. SAML: the provider's entity id. */
  @TextField({ most: 500 })
  issuer: string;

  @WhereGiven()
  @IsString()
  @MaxLength(300)
  clientId?: string;

  /** Left out to keep the one there is; it is never shown. */
  @OptionalTextField({ most: 1000 })
  clientSecret?: string;

  /** SAML: where the provider takes requests by redirect. */
  @WhereGiven()
  @IsString()
  @MaxLength(500)
  entryPoint?: string;

  /** SAML: the provider's signing certificates, as PEM; two while one replaces the other. */
  @WhereGiven()
  @IsArray()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  @MaxLength(10_000, { each: true })
  certificates?: string[];

  /** SAML: whether the provider wants our requests signed. */
  @WhereGiven()
  @IsBoolean()
  signsRequests?: boolean;

  /** SAML: whether an assertion that is not encrypted is refused. One that is encrypted is always taken. */
  @WhereGiven()
  @IsBoolean()
  encryptedOnly?: boolean;

  /** Only addresses in these domains come in. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Matches(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, { each: true })
  @ApiProperty({ type: [String], example: ['fjordby.dk'] })
  emailDomains: string[];

  /** Left out for the usual ones. */
  @OptionalTextField({ most: 300 })
  emailClaim?: string | null;

  @OptionalTextField({ most: 300 })
  roleClaim?: string | null;

  @IsArray()
  @ArrayMaxSize(100)
  @NestedEach(() => RoleRuleDto)
  roleMap: RoleRuleDto[];

  /** For those to whom no rule gives a role; none to let nobody else in. */
  @ApiPropertyOptional({ enum: EMPLOYER_ROLES, enumName: 'EmployerRole', nullable: true })
  @IsOptional()
  @IsIn(EMPLOYER_ROLES)
  defaultRole?: EmployerRole | null;

  /** The claim that holds the employee number. */
  @OptionalTextField({ most: 300 })
  employeeNumberClaim?: string | null;

  /** Whether somebody not invited becomes a user by signing in. */
  @IsBoolean()
  makesUsers: boolean;

  @IsBoolean()
  enabled: boolean;
}

export class SsoConnectionView {
  id: string;
  @ApiProperty({ enum: ['oidc', 'saml'] })
  protocol: 'oidc' | 'saml';
  name: string;
  issuer: string;
  clientId: string;
  hasSecret: boolean;
  entryPoint: string;
  certificates: string[];
  /** SAML: when the last of them ends; null where one is a public key alone. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  certificatesEndAt: string | null;
  signsRequests: boolean;
  encryptedOnly: boolean;
  emailDomains: string[];
  emailClaim: string | null;
  roleClaim: string | null;
  roleMap: RoleRuleDto[];
  @ApiProperty({ enum: EMPLOYER_ROLES, enumName: 'EmployerRole', nullable: true })
  defaultRole: Role | null;
  employeeNumberClaim: string | null;
  makesUsers: boolean;
  enabled: boolean;
  /** For the provider's side: where it sends people back to. */
  callbackUrl: string;
  /** SAML: our entity id and audience. */
  entityId: string | null;
  /** SAML: the same for a machine to read, with our certificates. */
  metadataUrl: string | null;
}

export class SsoConnectionsView {
  /** The page to give to employees: it leads to the employer's own sign-in. */
  signInUrl: string;
  connections: SsoConnectionView[];
}

export class WayInView {
  id: string;
  name: string;
}

export class EmployerSsoView {
  employerName: string;
  connections: WayInView[];
}

export class SamlAnswerDto {
  @IsString()
  @Length(1, 200_000)
  SAMLResponse: string;

  @IsString()
  @Length(36, 36)
  RelayState: string;
}
