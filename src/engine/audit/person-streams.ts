// The index of a person's history: every stream that has an event about them.
import { parseStream } from '../../kernel/decider.js';
import type { Projection } from '../processing/projection.js';
import { table } from '../processing/table.js';

const personStream = table(
  'person_stream',
  { person_id: 'text', stream: 'text', category: 'text' },
  { published: true, key: ['person_id', 'stream'], indexes: { person_stream_of: '(stream)' } },
);

export const personStreams: Projection = {
  name: 'audit',
  version: 3,
  tables: [personStream],
  apply(events, db) {
    for (const { stream, revision, subjectIds } of events) {
      if (revision > 0 && subjectIds.length === 1) continue; // a case keeps its person: the first event tells
      for (const personId of subjectIds) {
        db.run(
          'INSERT OR IGNORE INTO person_stream (person_id, stream, category) VALUES (?, ?, ?)',
          personId,
          stream,
          parseStream(stream).category,
        );
      }
    }
  },
};
