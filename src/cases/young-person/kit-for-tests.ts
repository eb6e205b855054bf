// For tests: the whole slice behind its dispatcher, with stores in memory and read models in a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CqrsModule } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import { EventCatalogue } from '../../store/catalogue.js';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { Dispatcher } from '../../engine/access/dispatcher.js';
import { Policies } from '../../engine/access/policy.js';
import { ViewLog } from '../../engine/access/view-log.js';
import { unwatched, Watcher } from '../../kernel/watcher.js';
import { civilDate } from '../../kernel/calendar/index.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { Clock, FixedClock } from '../../kernel/clock.js';
import { StoreKind } from '../../store/store-kind.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { InlineProjecting } from '../../engine/processing/inline-projecting.js';
import { ReadModelFiles } from '../../engine/processing/read-models.js';
import { ReadSide } from '../../engine/processing/read-side.js';
import { worklistProjection } from '../../engine/deadlines/projection.js';
import { youngPeopleUseCases } from './use-cases.js';
import { accessTable } from '../../engine/use-cases/offers.js';
import { youngPeopleSlice } from './index.js';
import { CaseTypes } from '../../engine/processing/case-types.js';
import { moduleOf } from '../../engine/use-cases/build.js';
import { served } from './served.js';

export const today = civilDate('2026-06-01');

const organisations: Readonly<Record<string, string>> = {
  'adult-clinician': 'estuary-adult-mental-health',
  'camhs-clinician': 'estuary-camhs',
};

export const anActor = (role: string) => ({
  id: `a.${role}`,
  role,
  organisation: organisations[role] ?? 'seaborough-council',
});

export const by = (role: string, commandId: string, more: Partial<CommandContext> = {}): CommandContext => ({
  actor: anActor(role),
  commandId,
  correlationId: commandId,
  ...more,
});

export async function aSlice(kind: StoreKind['kind'] = 'demo') {
  const folder = mkdtempSync(join(tmpdir(), 'onward-'));
  const clock = new FixedClock(`${today}T09:00:00.000Z`);
  const keys = new MemorySubjectKeys();
  const store = new MemoryEventStore();
  const catalogue = new EventCatalogue([youngPeopleSlice.events]);
  const journal = new Journal(store, keys, catalogue, clock);
  const runner = new CommandRunner(journal);
  const files = new ReadModelFiles(folder);
  const readSide = new ReadSide(files);
  const projections = [...youngPeopleSlice.projections, worklistProjection];
  const projecting = new InlineProjecting(
    files,
    { store, keys, catalogue, clock, projections, retries: [1] },
    readSide,
  );
  const given = [
    { provide: Journal, useValue: journal },
    { provide: CommandRunner, useValue: runner },
    { provide: Clock, useValue: clock },
    { provide: ReadSide, useValue: readSide },
    { provide: CaseTypes, useValue: new CaseTypes(youngPeopleSlice.cases) },
    { provide: StoreKind, useValue: { kind } },
    { provide: Policies, useValue: new Policies(accessTable([youngPeopleUseCases])) },
    { provide: Watcher, useValue: unwatched },
    { provide: ViewLog, useValue: { note: () => undefined } },
    Dispatcher,
  ];
  const base = {
    module: class {},
    global: true,
    imports: [CqrsModule.forRoot()],
    providers: given,
    exports: [...given, CqrsModule],
  };
  const app = await Test.createTestingModule({
    imports: [base, moduleOf('young-people', { ...served, pages: [] })],
  }).compile();
  await app.init();
  const dispatcher = app.get(Dispatcher);
  return {
    app,
    clock,
    keys,
    journal,
    runner,
    readSide,
    projecting,
    send: dispatcher.send.bind(dispatcher),
    ask: dispatcher.ask.bind(dispatcher),
    async close() {
      projecting.close();
      readSide.close();
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
