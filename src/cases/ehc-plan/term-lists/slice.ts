// What term lists bring to the whole: their events, their case, their rows in the worklist.
import { caseProjection } from '../../../engine/processing/case-projection.js';
import type { Projection } from '../../../engine/processing/projection.js';
import { replayable, type Slice } from '../../../engine/processing/slice.js';
import { paths } from '../../../engine/web/paths.js';
import { replaceDeadlines } from '../../../engine/deadlines/deadline-table.js';
import { termListEvents } from '../domain/term-lists/events.js';
import { listOfLabel, termListSubjects } from '../domain/term-lists/subjects.js';
import { termList } from '../domain/term-lists/term-list.js';

export const termListProjection: Projection = caseProjection(termList, {
  name: 'term_list',
  version: 1,
  tables: `CREATE TABLE term_list (id TEXT PRIMARY KEY, authority TEXT NOT NULL, term TEXT NOT NULL, institution TEXT) STRICT, WITHOUT ROWID;
CREATE INDEX term_list_term ON term_list (authority, term);`,
  write(id, list, db) {
    const { about } = list;
    if (!about) return;
    // About no one: the worklist shows it without a person.
    replaceDeadlines(db, { pathway: 'ehc', caseId: id, personId: '' }, termListSubjects(id, list));
    const sql = 'INSERT OR REPLACE INTO term_list (id, authority, term, institution) VALUES (?, ?, ?, ?)';
    db.run(sql, id, about.authority, about.term, about.institution ?? null);
  },
});

export const termListSlice: Slice = {
  name: 'term-lists',
  events: termListEvents,
  projections: [termListProjection],
  navigation: [{ text: 'Term lists', href: paths.ehc.termLists(), place: 120, needs: 'AskTermLists' }],
  cases: [
    replayable(termList, {
      noun: termList.noun,
      pathway: 'ehc',
      subjects: termListSubjects,
      addressOf: ({ scope, subject }) => {
        const list = scope === 'term' ? listOfLabel(subject) : undefined;
        return list && paths.ehc.termList(list);
      },
    }),
  ],
};
