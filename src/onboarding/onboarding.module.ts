import { Module } from '@nestjs/common';
import { CohortsController } from './cohorts/cohorts.controller.js';
import { CohortsService } from './cohorts/cohorts.service.js';
import { JourneysController } from './journeys/journeys.controller.js';
import { FollowIntroductions, FollowRoster } from './journeys/journeys.processor.js';
import { JourneysService } from './journeys/journeys.service.js';
import { LinkAttempts } from './links/link-attempts.js';
import { LinkPageController } from './links/link-page.controller.js';
import { LinkPageService } from './links/link-page.service.js';
import { LinksService } from './links/links.service.js';
import { OnboardingHolder } from './onboarding.holder.js';
import { ProgrammesController } from './programmes/programmes.controller.js';
import { ProgrammesService } from './programmes/programmes.service.js';

/** Introduction programmes, and the journeys of new employees through them. */
@Module({
  controllers: [ProgrammesController, JourneysController, LinkPageController, CohortsController],
  providers: [
    ProgrammesService,
    JourneysService,
    LinksService,
    LinkPageService,
    LinkAttempts,
    CohortsService,
    FollowIntroductions,
    FollowRoster,
    OnboardingHolder,
  ],
  exports: [ProgrammesService],
})
export class OnboardingModule {}
