// Loading's part in the whole: the events of loads, and the table of returns that were loaded.
import { caseProjection } from '../../engine/processing/case-projection.js';
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { loadCase } from './load-case.js';
import { loadEvents } from './load-events.js';

const loads = caseProjection(loadCase, {
  name: 'loading',
  version: 1,
  tables: `CREATE TABLE loaded_file (load_id TEXT PRIMARY KEY, kind TEXT NOT NULL, file TEXT NOT NULL, authority TEXT, reference_date TEXT, finished INTEGER NOT NULL) STRICT;`,
  write(id, { started, finished }, db) {
    if (!started) return;
    db.run(
      'INSERT OR REPLACE INTO loaded_file (load_id, kind, file, authority, reference_date, finished) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      started.kind,
      started.file,
      started.authority ?? null,
      started.referenceDate ?? null,
      finished ? 1 : 0,
    );
  },
});

export const loadingSlice: Slice = {
  name: 'loading',
  events: loadEvents,
  projections: [loads],
  cases: [replayable(loadCase, { noun: loadCase.noun })],
};
