import { RoleRuleDto } from '../sso/sso.dto.js';

export class ScimMetaView {
  resourceType: string;
  created: Date;
  lastModified: Date;
  location: string;
}

export class ScimNameView {
  givenName?: string;
  familyName?: string;
}

export class ScimEmailView {
  value: string;
  type: string;
  primary: boolean;
}

export class ScimReferenceView {
  value: string;
  display: string;
}

/** The extension for enterprises is added under its own name where an employee number is known. */
export class ScimUserView {
  schemas: string[];
  id: string;
  externalId?: string;
  userName: string;
  displayName: string;
  name: ScimNameView;
  emails: ScimEmailView[];
  active: boolean;
  groups: ScimReferenceView[];
  meta: ScimMetaView;
}

export class ScimGroupView {
  schemas: string[];
  id: string;
  externalId?: string;
  displayName: string;
  members?: ScimReferenceView[];
  meta: ScimMetaView;
}

class ScimListView {
  schemas: string[];
  totalResults: number;
  startIndex: number;
  itemsPerPage: number;
}

export class ScimUsersView extends ScimListView {
  Resources: ScimUserView[];
}

export class ScimGroupsView extends ScimListView {
  Resources: ScimGroupView[];
}

/** A group as the directory sent it. */
export class DirectoryGroupView {
  displayName: string;
  members: number;
}

export class ScimRolesView {
  /** The address to enter in the directory. */
  baseUrl: string;
  rules: RoleRuleDto[];
  /** The first thousand groups that the directory has sent. */
  groups: DirectoryGroupView[];
}

export const listOf = <T>(Resources: T[], totalResults: number, startIndex: number) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults,
  startIndex,
  itemsPerPage: Resources.length,
  Resources,
});
