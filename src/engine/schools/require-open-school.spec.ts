// Nobody is placed at a school that is closed or not there yet: by the list, on the day before, the day and the day after.
import { civilDate as day } from '../../kernel/calendar/index.js';
import { isOnwardError } from '../../kernel/errors.js';
import type { Journal } from '../../store/journal.js';
import { requireOpenSchool } from './require-open-school.js';
import type { school } from './domain/school.js';
import { schoolId, type School, type SchoolDetails } from './domain/school.js';

const old: SchoolDetails = {
  urn: '998005',
  name: 'Pier Head Comprehensive',
  status: 'closed',
  closesOn: day('2014-03-31'),
  links: [{ kind: 'successor', urn: '998003' }],
};
const academy: SchoolDetails = {
  urn: '998003',
  name: 'Pier Head School',
  status: 'open',
  opensOn: day('2014-04-01'),
  links: [{ kind: 'predecessor', urn: '998005' }],
};

/** A journal that holds these two. */
const journal = {
  load: (_: typeof school, id: string) => {
    const listed = [old, academy].filter(({ urn }) => schoolId(urn) === id);
    const state: School = { listed: listed.map((one) => ({ ...one, on: day('2013-01-01'), eventId: one.urn })) };
    return Promise.resolve({ state });
  },
} as unknown as Journal;

async function told(urn: string | undefined, on: string, what?: 'asked'): Promise<string> {
  try {
    await requireOpenSchool(journal, urn, day(on), what);
    return 'fine';
  } catch (error) {
    if (!isOnwardError(error, 'refused-by-rule')) throw error;
    return `${error.parts.rule}: ${error.parts.detail} ${error.parts.help}`;
  }
}

test('SHARE-05: a school is open until its last day, and the day after is refused with what followed it', async () => {
  expect([await told('998005', '2014-03-30'), await told('998005', '2014-03-31')]).toEqual(['fine', 'fine']);
  const after = await told('998005', '2014-04-01');
  expect(after).toContain('SHARE-05: Pier Head Comprehensive (URN 998005) is closed');
  expect(after).toContain('was followed by Pier Head School (URN 998003)');
});

test('SHARE-05: nobody is placed before it opens, and what it came from is named; it may be asked about a place', async () => {
  expect(await told('998003', '2014-03-31')).toContain('came from Pier Head Comprehensive (URN 998005)');
  expect([await told('998003', '2014-04-01'), await told('998003', '2014-04-02')]).toEqual(['fine', 'fine']);
  expect(await told('998003', '2014-03-31', 'asked')).toBe('fine');
  expect(await told('998005', '2014-04-01', 'asked')).toContain('is closed');
});

test('a school that the list does not have, and no school at all, are not refused', async () => {
  expect([await told('998099', '2014-04-01'), await told(undefined, '2014-04-01')]).toEqual(['fine', 'fine']);
});
