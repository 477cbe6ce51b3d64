import type { Texts } from '../da';
import { absence } from './absence';
import { access } from './access';
import { account } from './account';
import { app } from './app';
import { rounds } from './rounds';
import { answer } from './answer';
import { audit } from './audit';
import { cases } from './cases';
import { contract } from './contract';
import { contractEnd } from './contract-end';
import { disclosure } from './disclosure';
import { employmentTrack } from './employment-track';
import { instruments } from './instruments';
import { lab } from './lab';
import { evaluation } from './evaluation';
import { learning } from './learning';
import { mandates } from './mandates';
import { onboarding } from './onboarding';
import { organisations } from './organisations';
import { outcomes } from './outcomes';
import { ownPage } from './own-page';
import { partnerships } from './partnerships';
import { people } from './people';
import { privacy } from './privacy';
import { roles } from './roles';
import { scim } from './scim';
import { signals } from './signals';
import { sso } from './sso';
import { surveyResults } from './survey-results';
import { users } from './users';

export const en: Texts = {
  app,
  answer,
  rounds,
  access,
  account,
  absence,
  lab,
  mandates,
  instruments,
  onboarding,
  organisations,
  people,
  privacy,
  contract,
  contractEnd,
  signals,
  sso,
  scim,
  surveyResults,
  users,
  cases,
  disclosure,
  employmentTrack,
  outcomes,
  learning,
  evaluation,
  partnerships,
  audit,
  ownPage,
  roles,
};
