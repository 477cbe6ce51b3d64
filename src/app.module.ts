import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AbsenceModule, ImportModule } from './absence/index.js';
import { AccessGuard, AccessModule, AuditModule } from './access/index.js';
import { DisclosureModule } from './disclosure/index.js';
import { LearningModule } from './learning/index.js';
import { NotificationsModule } from './notifications/index.js';
import { OnboardingModule } from './onboarding/index.js';
import { OrganisationsModule } from './organisations/index.js';
import { LabModule, OutcomesModule } from './outcomes/index.js';
import { OwnPageModule } from './own-page/index.js';
import { PartnershipsModule } from './partnerships/index.js';
import { PeopleModule } from './people/index.js';
import { CasesModule } from './cases/index.js';
import { Clock } from './platform/clock.js';
import { PlatformModule } from './platform/platform.module.js';
import { typeormOptions } from './platform/database/connection.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { ReportsModule } from './reports/index.js';
import { SignalsModule } from './signals/index.js';
import { SurveysModule } from './surveys/index.js';
import type { Runtime } from './platform/runtime.js';

/** Every domain, wired; the same in the HTTP process, the worker and the command line. */
@Module({})
export class AppModule {
  static on(runtime: Runtime, clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(runtime, clock),
        TypeOrmModule.forRoot({
          ...typeormOptions(runtime.databaseUrl),
          autoLoadEntities: true,
          extra: { max: 20 },
          // A failed connection at boot is told at once; the supervisor starts the process again.
          retryAttempts: 1,
        }),
        AccessModule,
        AuditModule,
        DisclosureModule,
        OrganisationsModule,
        PeopleModule,
        AbsenceModule,
        ImportModule,
        SurveysModule,
        OnboardingModule,
        LearningModule,
        SignalsModule,
        CasesModule,
        OwnPageModule,
        PartnershipsModule,
        LabModule,
        OutcomesModule,
        ReportsModule,
        NotificationsModule,
      ],
      providers: [
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
