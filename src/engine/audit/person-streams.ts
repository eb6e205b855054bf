// The index of a person's history: every stream that has an event about them.
import { parseStream } from '../../kernel/decider.js';
import type { Projection } from '../processing/projection.js';

export const personStreams: Projection = {
  name: 'audit',
  version: 2,
  tables: `CREATE TABLE person_stream (person_id TEXT NOT NULL, stream TEXT NOT NULL, category TEXT NOT NULL, PRIMARY KEY (person_id, stream)) STRICT, WITHOUT ROWID;
  CREATE INDEX person_stream_of ON person_stream (stream);`,
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
