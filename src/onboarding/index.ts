export { TEMPLATES, type Template } from './domain/templates/templates.js';
export { OnboardingModule } from './onboarding.module.js';
export { ProgrammesService } from './programmes/programmes.service.js';
export {
  INTRODUCTION_REASONS,
  listIntroductionReasons,
  type IntroductionReason,
  type IntroductionReasonKind,
} from './journeys/reasons.queries.js';
