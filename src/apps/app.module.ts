// The application from its parts: what is opened outside is given in; each slice brings its own module.
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { ActorGuard } from '../engine/api/actor.guard.js';
import { SayForecast } from '../engine/api/asked-day.js';
import { ReadYourWrites } from '../engine/api/command.interceptor.js';
import { ProblemFilter } from '../engine/api/problem.filter.js';
import { SqliteViewLog } from '../engine/audit/views/sqlite-view-log.js';
import { CaseTypes } from '../engine/processing/case-types.js';
import type { Whole } from './cases.js';
import { moduleOf } from '../engine/use-cases/build.js';
import { policiesFrom, servedBy } from './use-cases.js';
import { Navigation } from '../engine/web/navigation.js';
import { PersonLinks } from '../engine/web/person-links.js';
import { templates, Templates } from '../engine/web/render/environment.js';
import { inTests } from './ops/settings.js';
import { CommandRunner } from '../engine/commands/command-runner.js';
import { UseCases } from '../engine/use-cases/available-actions.js';
import { CasesNow } from '../engine/use-cases/cases-now.js';
import { Journal } from '../store/journal.js';
import { ActorDirectory } from '../engine/access/actors.js';
import { Dispatcher } from '../engine/access/dispatcher.js';
import { Door } from '../engine/access/door.js';
import { Policies } from '../engine/access/policy.js';
import { Sessions } from '../engine/access/sessions.js';
import { Watcher } from '../kernel/watcher.js';
import { Watching } from '../engine/observing/watching.js';
import { ViewLog } from '../engine/access/view-log.js';
import { Area } from '../engine/directory/area.js';
import { Clock } from '../kernel/clock.js';
import { HealthController } from './ops/health.controller.js';
import { Log } from '../engine/observing/log.js';
import { MetricsController } from './ops/metrics.controller.js';
import { ServiceStatus } from './ops/service-status.js';
import { StoreKind } from '../store/store-kind.js';
import { ManagerPlaces } from '../engine/processing/process-managers/places.js';
import { ReadSide } from '../engine/processing/read-side.js';
import { Soundness } from '../store/sqlite-files/soundness.js';
import { WebModule } from './web/web.module.js';

/** What lives outside Nest: opened before it, closed after it. */
export interface Foundations {
  readonly journal: Journal;
  readonly readSide: ReadSide;
  readonly clock: Clock;
  readonly log: Log;
  readonly kind: StoreKind;
  readonly area: Area;
  readonly actors: ActorDirectory;
  readonly sessions: Sessions;
  readonly places: ManagerPlaces;
  readonly watching: Watching;
  readonly views: SqliteViewLog;
  readonly soundness: Soundness;
  readonly whole: Whole;
}

@Module({})
export class AppModule {
  static async from(foundations: Foundations): Promise<DynamicModule> {
    const { whole } = foundations;
    const served = await servedBy(whole);
    const offers = served.flatMap((part) => part.offers);
    const policies = policiesFrom(whole, offers);
    const useCases = new UseCases(offers.flatMap((each) => each.useCases));
    const given = [
      { provide: Journal, useValue: foundations.journal },
      { provide: ReadSide, useValue: foundations.readSide },
      { provide: Clock, useValue: foundations.clock },
      { provide: Log, useValue: foundations.log },
      { provide: StoreKind, useValue: foundations.kind },
      { provide: Area, useValue: foundations.area },
      { provide: Policies, useValue: policies },
      { provide: Navigation, useValue: new Navigation(whole.navigation, policies) },
      { provide: PersonLinks, useValue: new PersonLinks(whole.personLinks, policies) },
      { provide: Templates, useFactory: () => templates(inTests(), whole.paths) },
      { provide: ActorDirectory, useValue: foundations.actors },
      { provide: Sessions, useValue: foundations.sessions },
      { provide: ManagerPlaces, useValue: foundations.places },
      { provide: SqliteViewLog, useValue: foundations.views },
      { provide: ViewLog, useValue: foundations.views },
      { provide: Watching, useValue: foundations.watching },
      { provide: Watcher, useValue: foundations.watching.watcher },
      { provide: Soundness, useValue: foundations.soundness },
      { provide: UseCases, useValue: useCases },
      { provide: CaseTypes, useValue: whole.caseTypes },
      { provide: CommandRunner, useValue: new CommandRunner(foundations.journal) },
    ];
    const base: DynamicModule = {
      module: Base,
      global: true,
      imports: [CqrsModule.forRoot()],
      providers: [...given, Dispatcher, Door, CasesNow],
      exports: [...given, Dispatcher, Door, CasesNow, CqrsModule],
    };
    return {
      module: AppModule,
      imports: [base, WebModule, ...served.map((part) => moduleOf(part.name, part))],
      controllers: [HealthController, MetricsController],
      providers: [
        ServiceStatus,
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
