// The application from its parts: what is opened outside is given in; each slice brings its own module.
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ActorGuard } from './api/actor.guard.js';
import { SayForecast } from './api/asked-day.js';
import { ReadYourWrites } from './api/command.interceptor.js';
import { ProblemFilter } from './api/problem.filter.js';
import { AreaSettingsModule } from './area-settings/area-settings.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuditPagesModule } from './audit/audit-pages.module.js';
import { SqliteViewLog } from './audit/views/sqlite-view-log.js';
import { DirectoryModule } from './directory/directory.module.js';
import { EhcModule } from './ehc/ehc.module.js';
import { EhcPagesModule } from './ehc/ehc-pages.module.js';
import { CommandRunner } from './event-store/command-runner.js';
import { Journal } from './event-store/journal.js';
import { ActorDirectory } from './identity/actors.js';
import { Dispatcher } from './identity/dispatcher.js';
import { Door } from './identity/door.js';
import { Policies } from './identity/policy.js';
import { Sessions } from './identity/sessions.js';
import { Watcher } from './observing/watcher.js';
import { Watching } from './observing/watching.js';
import { ViewLog } from './identity/view-log.js';
import { Area } from './ops/area.js';
import { Clock } from './ops/clock.js';
import { HealthController } from './ops/health.controller.js';
import { Log } from './ops/log.js';
import { MetricsController } from './ops/metrics.controller.js';
import { Standing } from './ops/standing.js';
import { StoreKind } from './ops/store-kind.js';
import { PrivacyPagesModule } from './privacy/privacy-pages.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { ManagerPlaces } from './processing/process-managers/places.js';
import { ReadSide } from './processing/read-side.js';
import { ReportsPagesModule } from './reports/reports-pages.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { Soundness } from './sqlite/soundness.js';
import { TasksModule } from './tasks/tasks.module.js';
import { TransitionPagesModule } from './transition/transition-pages.module.js';
import { TasksPagesModule } from './tasks/pages/tasks-pages.module.js';
import { TransitionAdultPagesModule } from './transition/adult-pages/transition-adult-pages.module.js';
import { TransitionModule } from './transition/transition.module.js';
import { WaitingPagesModule } from './waiting/waiting-pages.module.js';
import { WaitingModule } from './waiting/waiting.module.js';
import { WebModule } from './web/web.module.js';
import { WorklistPagesModule } from './worklist/worklist-pages.module.js';
import { WorklistModule } from './worklist/worklist.module.js';
import { YoungPeopleModule } from './young-people/young-people.module.js';
import { YoungPeoplePagesModule } from './young-people/young-people-pages.module.js';

/** What lives outside Nest: opened before it, closed after it. */
export interface Foundations {
  readonly journal: Journal;
  readonly readSide: ReadSide;
  readonly clock: Clock;
  readonly log: Log;
  readonly kind: StoreKind;
  readonly area: Area;
  readonly policies: Policies;
  readonly actors: ActorDirectory;
  readonly sessions: Sessions;
  readonly places: ManagerPlaces;
  readonly watching: Watching;
  readonly views: SqliteViewLog;
  readonly soundness: Soundness;
}

@Module({})
export class AppModule {
  static from(foundations: Foundations): DynamicModule {
    const given = [
      { provide: Journal, useValue: foundations.journal },
      { provide: ReadSide, useValue: foundations.readSide },
      { provide: Clock, useValue: foundations.clock },
      { provide: Log, useValue: foundations.log },
      { provide: StoreKind, useValue: foundations.kind },
      { provide: Area, useValue: foundations.area },
      { provide: Policies, useValue: foundations.policies },
      { provide: ActorDirectory, useValue: foundations.actors },
      { provide: Sessions, useValue: foundations.sessions },
      { provide: ManagerPlaces, useValue: foundations.places },
      { provide: SqliteViewLog, useValue: foundations.views },
      { provide: ViewLog, useValue: foundations.views },
      { provide: Watching, useValue: foundations.watching },
      { provide: Watcher, useValue: foundations.watching.watcher },
      { provide: Soundness, useValue: foundations.soundness },
      { provide: CommandRunner, useValue: new CommandRunner(foundations.journal) },
    ];
    const base: DynamicModule = {
      module: Base,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [...given, Dispatcher, Door],
      exports: [...given, Dispatcher, Door, CqrsModule],
    };
    return {
      module: AppModule,
      imports: [
        base,
        WebModule,
        YoungPeopleModule,
        EhcModule,
        TransitionModule,
        WaitingModule,
        TasksModule,
        WorklistModule,
        AreaSettingsModule,
        AuditModule,
        ReportsModule,
        DirectoryModule,
        PrivacyModule,
        AuditPagesModule,
        EhcPagesModule,
        PrivacyPagesModule,
        ReportsPagesModule,
        WaitingPagesModule,
        TransitionPagesModule,
        TasksPagesModule,
        TransitionAdultPagesModule,
        WorklistPagesModule,
        YoungPeoplePagesModule,
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        Standing,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_INTERCEPTOR, useClass: ReadYourWrites },
        { provide: APP_INTERCEPTOR, useClass: SayForecast },
      ],
    };
  }
}

/** What every slice may have injected. */
@Module({})
class Base {}
