// Loading's part in the whole: the events of loads, and the table of returns that were loaded.
import { caseProjection } from '../../engine/processing/case-projection.js';
import { replayable, type Slice } from '../../engine/processing/slice.js';
import { table } from '../../engine/processing/table.js';
import { loadCase } from './load-case.js';
import { loadEvents } from './load-events.js';

const loadedFile = table(
  'loaded_file',
  { load_id: 'text', kind: 'text', file: 'text', authority: 'text?', reference_date: 'text?', finished: 'flag' },
  { published: true, key: ['load_id'] },
);

const loads = caseProjection(loadCase, {
  name: 'loading',
  version: 2,
  tables: { loaded_file: loadedFile },
  rows: (id, { started, finished }) =>
    started && {
      loaded_file: [
        {
          ...{ load_id: id, kind: started.kind, file: started.file, authority: started.authority },
          ...{ reference_date: started.referenceDate, finished: finished !== undefined },
        },
      ],
    },
});

export const loadingSlice: Slice = {
  name: 'loading',
  events: loadEvents,
  projections: [loads],
  cases: [replayable(loadCase, { noun: loadCase.noun })],
};
