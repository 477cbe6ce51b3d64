export { CHECK_IN_QUESTIONS, scoreOf, type CheckInAnswers } from './domain/check-in.js';
export { TEMPLATES, type Template } from './domain/templates/templates.js';
export { OnboardingModule } from './onboarding.module.js';
export { followIntroductions } from './journeys/journeys.jobs.js';
export { listStepsDueSoon, stillToBeDone, type StepDueSoon } from './journeys/due-soon.queries.js';
export { LinksService } from './links/links.service.js';
export { ProgrammesService } from './programmes/programmes.service.js';
export {
  INTRODUCTION_REASONS,
  listIntroductionReasons,
  type IntroductionReason,
  type IntroductionReasonKind,
} from './journeys/reasons.queries.js';
