// The exports of one person's history as a record of its own: nothing is decided, everything is kept.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CaseType } from '../../../kernel/decider.js';
import { exportEvents, type ExportEvent, type ExportFact } from './export-events.js';

type Data = Parameters<(typeof exportEvents)['exported']['fact']>[1];

export interface ExportCommand {
  readonly on: CivilDate;
  readonly details: Data;
}

export interface Exports {
  readonly exports: readonly (Data & { readonly on: CivilDate; readonly eventId: string })[];
}

export const historyExports: CaseType<ExportCommand, Exports, ExportFact> = {
  category: 'historyExport',
  noun: 'export of a history',
  events: exportEvents,
  initial: { exports: [] },
  decide: ({ on, details }) => [exportEvents.exported.fact(on, details)],
  evolve: ({ exports }, { id, occurredOn, data }: ExportEvent) => ({
    exports: [...exports, { ...data, on: occurredOn, eventId: id }],
  }),
  // A person may have been forgotten: that their history was handed on is kept all the same (REC-05).
  subjectOf: () => undefined,
};
