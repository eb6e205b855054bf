// What term lists bring to the whole: their events, their case, their rows in the worklist.
import { caseProjection } from '../../../engine/processing/case-projection.js';
import type { Projection } from '../../../engine/processing/projection.js';
import { replayable, type Slice } from '../../../engine/processing/slice.js';
import { paths } from '../paths.js';
import { table } from '../../../engine/processing/table.js';
import { termListEvents } from '../domain/term-lists/events.js';
import { listOfLabel, termListSubjects } from '../domain/term-lists/subjects.js';
import { termList } from '../domain/term-lists/term-list.js';

const termListTable = table(
  'term_list',
  { id: 'text', authority: 'text', term: 'text', institution: 'text?' },
  { key: ['id'], indexes: { term_list_term: '(authority, term)' } },
);

export const termListProjection: Projection = caseProjection(termList, {
  name: 'term_list',
  version: 2,
  tables: { term_list: termListTable },
  // About no one: the worklist shows it without a person.
  deadlines: (id, list) => list.about && { pathway: 'ehc', personId: '', subjects: termListSubjects(id, list) },
  rows: (id, { about }) =>
    about && {
      term_list: [{ id, authority: about.authority, term: about.term, institution: about.institution }],
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
