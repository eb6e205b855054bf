// The extracts of the register: what is read of them, and what a bad one is told.
import { readFileSync } from 'node:fs';
import { isOnwardError } from '../../../kernel/errors.js';
import { readSchools } from '../load-schools.js';

const head =
  'URN,UKPRN,EstablishmentName,TypeOfEstablishment (name),PhaseOfEducation (name),LA (code),EstablishmentStatus (name),OpenDate,CloseDate';
const linkHead = 'URN,LinkURN,LinkType,LinkEstablishedDate';
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));
const row = (urn: string, { name = 'A School', status = 'Open', opens = '', closes = '' } = {}) =>
  `${urn},,${name},,,,${status},${opens},${closes}`;

function refusal(schools: Uint8Array, links?: Uint8Array): string {
  try {
    readSchools({ schools, links });
  } catch (error) {
    if (isOnwardError(error, 'file-refused')) return `${error.parts.detail} ${error.parts.help}`;
    throw error;
  }
  return 'not refused';
}

test('the samples are read whole: names, dates, and links from both sides', () => {
  const list = readSchools({
    schools: readFileSync('samples/settings.csv'),
    links: readFileSync('samples/settings-links.csv'),
  });
  expect(list).toHaveLength(12);
  expect(list[2]).toEqual({
    urn: '998003',
    ukprn: '10998003',
    name: 'Pier Head School',
    type: 'Academy converter',
    phase: 'All-through',
    authority: '999',
    status: 'open',
    opensOn: '2014-04-01',
    closesOn: undefined,
    links: [{ kind: 'predecessor', urn: '998005', on: '2014-04-01' }],
  });
  expect(list[4]).toMatchObject({ urn: '998005', status: 'closed', closesOn: '2014-03-31' });
  expect(list[4]?.links).toEqual([{ kind: 'successor', urn: '998003', on: '2014-04-01' }]);
});

test('columns come in any order, and who leads the school is not read', () => {
  const [one] = readSchools({
    schools: bytes(
      'HeadFirstName,CloseDate,OpenDate,EstablishmentStatus (name),LA (code),PhaseOfEducation (name),TypeOfEstablishment (name),EstablishmentName,UKPRN,URN',
      'Jane,,01-09-2001,Open,,,,"A School, by the sea",,998001',
    ),
  });
  expect(one).toMatchObject({ urn: '998001', name: 'A School, by the sea', opensOn: '2001-09-01' });
  expect(JSON.stringify(one)).not.toContain('Jane');
});

test('a day of before there are dates here is not known; without a file of links nothing is said of them', () => {
  const [one] = readSchools({ schools: bytes(head, row('998001', { opens: '01-01-1552' })) });
  expect(one).toMatchObject({ opensOn: undefined });
  expect(one?.links).toBeUndefined();
});

test('a school that opens and closes on one day is one; a day before is refused by its line', () => {
  const closing = (closes: string) => bytes(head, row('998002'), row('998001', { opens: '02-09-2020', closes }));
  expect(readSchools({ schools: closing('02-09-2020') })).toHaveLength(2);
  expect(refusal(closing('01-09-2020'))).toContain('Line 3, CloseDate: lies before OpenDate');
});

test('two rows for one URN are refused, and both lines are named', () => {
  expect(refusal(bytes(head, row('998001'), row('998002'), row('998001')))).toContain(
    'Line 4, URN: is the same as on line 2',
  );
});

test('every wrong line is told at once, and no text of the file', () => {
  const told = refusal(bytes(head, row('99800'), row('998001', { status: 'Open?' }), row('998002', { name: '' })));
  expect(told).toContain('Line 2, URN: must be six digits');
  expect(told).toContain('Line 3, EstablishmentStatus (name)');
  expect(told).toContain('Line 4, EstablishmentName: is empty');
  expect(told).not.toContain('Open?');
});

test('a name that holds a telephone number or an address is none', () => {
  for (const name of ['Call 01702 123456', 'head@school.example'])
    expect(refusal(bytes(head, row('998001', { name })))).toContain('without addresses or telephone numbers');
});

test.each([
  ['a column that is missing', bytes('URN,EstablishmentName', '998001,A'), 'no column “UKPRN”'],
  ['semicolons', bytes(head.replaceAll(',', ';'), row('998001').replaceAll(',', ';')), 'parted by semicolons'],
  [
    'a day as Excel counts them',
    bytes(head, row('998001', { opens: '44075' })),
    'Line 2, OpenDate: was changed by a spreadsheet',
  ],
  [
    'a day as Excel shows it',
    bytes(head, row('998001', { opens: '01/09/2020' })),
    'Line 2, OpenDate: was changed by a spreadsheet',
  ],
  [
    'a day that there is not',
    bytes(head, row('998001', { opens: '30-02-2020' })),
    'Line 2, OpenDate: is a day that there is not',
  ],
  ['a row that was cut off', bytes(head, row('998001'), '998002,,Half'), 'Line 3 has 3 cells'],
  ['a quotation mark that is not closed', bytes(head, row('998001', { name: '"Half' })), 'it is no CSV'],
  ['nothing below the heading', bytes(head), 'no school in it'],
])('%s is refused, with what to do', (_, file, why) => {
  expect(refusal(file)).toContain(why);
});

test('Windows-1252 is refused by the line of its first letter, with how to change it', () => {
  const file = Buffer.concat([bytes(head, row('998002'), ''), Buffer.from(row('998001', { name: 'Café' }), 'latin1')]);
  const told = refusal(file);
  expect(told).toContain('Line 3: a letter on it is not UTF-8');
  expect(told).toContain('iconv');
});

test('schools that follow each other in a circle are refused, over any number of them', () => {
  const links = (...pairs: [string, string][]) =>
    bytes(linkHead, ...pairs.map(([from, to]) => `${from},${to},Successor,01-09-2020`));
  const schools = bytes(head, row('998001'), row('998002'), row('998003'));
  expect(
    readSchools({ schools, links: links(['998001', '998002'], ['998002', '998003'], ['998001', '998003']) }),
  ).toHaveLength(3);
  const told = refusal(schools, links(['998001', '998002'], ['998002', '998003'], ['998003', '998001']));
  expect(told).toContain('makes a circle');
  expect(told).toMatch(/Links, line [234]/);
  expect(refusal(schools, links(['998001', '998001']))).toContain('Links, line 2, LinkURN: is the school itself');
});
