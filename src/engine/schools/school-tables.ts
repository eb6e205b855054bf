// The lists of schools: what each is now, what it was called when, what follows what, and the words by which it is found.
import { never } from '../deadlines/deadline-table.js';
import { table } from '../processing/table.js';
import { normalised } from '../../rules/directory/directory.js';
import { namesOf, presentOf, type School } from './domain/school.js';

/** Names are known from ever. */
const ever = '0000-01-01';

export const schoolTable = table(
  'school',
  {
    id: 'text',
    urn: 'text',
    ukprn: 'text?',
    name: 'text',
    /** As it is compared: two of one name are told apart by their URN. */
    sort_name: 'text',
    type: 'text?',
    phase: 'text?',
    authority: 'text?',
    status: 'text',
    opens_on: 'text?',
    closes_on: 'text?',
    listed_on: 'text',
  },
  {
    key: ['id'],
    indexes: {
      school_urn: '(urn)',
      school_ukprn: '(ukprn, urn)',
      school_name: '(sort_name, urn)',
      school_authority: '(authority, sort_name, urn)',
    },
  },
);

export const schoolCalled = table(
  'school_called',
  { id: 'text', from_on: 'text', to_on: 'text', name: 'text' },
  { key: ['id', 'from_on'] },
);

export const schoolLink = table(
  'school_link',
  { id: 'text', kind: 'text', urn: 'text', linked_on: 'text?' },
  { key: ['id', 'kind', 'urn'] },
);

export const schoolWord = table(
  'school_word',
  { id: 'text', word: 'text' },
  { key: ['id', 'word'], indexes: { school_word_word: '(word, id)' } },
);

export const schoolTables = {
  school: schoolTable,
  school_called: schoolCalled,
  school_link: schoolLink,
  school_word: schoolWord,
};

export function schoolRows(id: string, school: School) {
  const present = presentOf(school);
  if (!present) return undefined;
  const { urn, ukprn, name, type, phase, authority, status, opensOn, closesOn, links, on } = present;
  const names = namesOf(school);
  const words = new Set(names.flatMap((one) => normalised(one.name).split('-')));
  return {
    school: [
      {
        ...{ id, urn, ukprn, name, sort_name: normalised(name), type, phase, authority, status },
        ...{ opens_on: opensOn, closes_on: closesOn, listed_on: on },
      },
    ],
    school_called: names.map((one, at) => ({
      ...{ id, name: one.name, from_on: one.from ?? ever, to_on: names[at + 1]?.from ?? never },
    })),
    school_link: links.map((link) => ({ id, kind: link.kind, urn: link.urn, linked_on: link.on })),
    school_word: [...words].filter((word) => word !== '').map((word) => ({ id, word })),
  };
}
