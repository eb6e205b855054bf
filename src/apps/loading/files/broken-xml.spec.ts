// A file that is no whole SEN2 return in XML: what is still read of it, and what is said.
import {
  collect,
  HEADER,
  message,
  person,
  personsOf,
  problemsOf,
  streamOf,
} from '../../../../test/fixtures/sen2-files.js';
import { readSen2Xml } from './read-sen2-xml.js';

const read = (...chunks: (string | Buffer)[]) => collect(readSen2Xml(streamOf(...chunks)));
const surnames = (items: Awaited<ReturnType<typeof read>>) => personsOf(items).map(({ surname }) => surname);
const two = person('Fern') + person('Moss');

describe('a file that is no whole SEN2 return', () => {
  const whole = message(two);

  it('yields the whole persons of a file that was cut off, and says in which person it ends', async () => {
    const items = await read(whole.slice(0, whole.indexOf('Moss') + 2));
    expect(surnames(items)).toEqual(['Fern']);
    expect(problemsOf(items)).toMatchObject([{ line: 3, code: 'truncated', severity: 'refused', stops: true }]);
    expect(problemsOf(items)[0]?.message).toContain('the person that begins on line 3');
  });

  it('says so when the file ends after the last person but before its end', async () => {
    const items = await read(whole.slice(0, whole.indexOf('</Persons>')));
    expect(surnames(items)).toEqual(['Fern', 'Moss']);
    expect(problemsOf(items)).toMatchObject([{ code: 'truncated' }]);
  });

  it('never takes a person for whole whose own end is missing', async () => {
    const items = await read(whole.replace(/<\/Person>\n<\/Persons>/, '</Persons>'));
    expect(surnames(items)).toEqual(['Fern']);
    expect(problemsOf(items)).toMatchObject([{ code: 'malformed', stops: true }]);
  });

  it('keeps the whole person before an element that closes wrongly', async () => {
    const items = await read(whole.replace('</Persons>', '</Nobody>'));
    expect(surnames(items)).toEqual(['Fern', 'Moss']);
    expect(problemsOf(items)).toMatchObject([{ line: 4, code: 'malformed' }]);
  });

  it('stops at a bare ampersand or angle bracket with the line', async () => {
    const items = await read(message(person('Fern') + person('Moss < Fern')));
    expect(surnames(items)).toEqual(['Fern']);
    expect(problemsOf(items)).toMatchObject([{ line: 3, code: 'malformed', severity: 'refused' }]);
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE Message>'],
    ['entities that multiply', '<!DOCTYPE Message [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'],
    ['an entity from another file', '<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
  ])('refuses %s outright', async (_what, doctype) => {
    const items = await read(doctype, whole);
    expect(items).toHaveLength(1);
    expect(problemsOf(items)).toMatchObject([{ line: 1, code: 'malformed', severity: 'refused', stops: true }]);
    expect(problemsOf(items)[0]?.message).toContain('DOCTYPE');
  });

  it('refuses an entity that XML does not define', async () => {
    const items = await read(message(person('Fern') + person('&moss;')));
    expect(surnames(items)).toEqual(['Fern']);
    expect(problemsOf(items)[0]?.message).toContain('entity of its own');
  });

  it.each([
    ['another outermost element', '<html><body/></html>', 'not a SEN2 return'],
    ['another collection', message(two, HEADER.replace('SEN2', 'SC')), 'another collection'],
    ['no header', message(two, ''), 'no Collection'],
    ['no reference date', message(two, HEADER.replace('2025-01-16', '')), 'no ReferenceDate'],
    ['nothing in it', '  \n ', 'empty'],
    ['text that is no XML', 'surname,forename', 'not well-formed'],
  ])('refuses a file with %s and says so', async (_what, text, says) => {
    const items = await read(text);
    expect(personsOf(items)).toEqual([]);
    expect(problemsOf(items).at(-1)).toMatchObject({ severity: 'refused', stops: true });
    expect(problemsOf(items).at(-1)?.message).toContain(says);
  });

  it('reports a return without a person', async () => {
    const items = await read(message(''));
    expect(items.map(({ kind }) => kind)).toEqual(['header', 'problem']);
    expect(problemsOf(items)[0]).toMatchObject({ code: 'missing', severity: 'reported' });
  });

  it('refuses UTF-16, with a byte order mark or without', async () => {
    for (const bytes of [Buffer.from(`\uFEFF${whole}`, 'utf16le'), Buffer.from(whole, 'utf16le')])
      expect(problemsOf(await read(bytes))).toMatchObject([
        { line: 1, code: 'malformed', message: 'The file is UTF-16. Save it again as UTF-8 and load that.' },
      ]);
  });

  it('stops at the first byte that is not UTF-8, after the persons before it', async () => {
    const items = await read(Buffer.from(message(person('Fern') + person('Zoë')), 'latin1'));
    expect(surnames(items)).toEqual(['Fern']);
    expect(problemsOf(items)).toMatchObject([
      {
        line: 3,
        code: 'malformed',
        message: 'A byte on this line is not UTF-8. Save the file again as UTF-8 and load that.',
      },
    ]);
  });

  it('refuses elements more than 40 deep', async () => {
    const items = await read(message(person('Fern') + person('Moss', '<a>'.repeat(50) + '</a>'.repeat(50))));
    expect(surnames(items)).toEqual(['Fern']);
    expect(problemsOf(items).at(-1)).toMatchObject({ line: 3, code: 'malformed', severity: 'refused', stops: true });
  });

  it('refuses one endless value before it fills the memory', async () => {
    const endless = Array.from({ length: 40 }, () => 'x'.repeat(64_000));
    const items = await read(`<Message>${HEADER}<SEN2><Persons><Person><Surname>`, ...endless);
    expect(problemsOf(items)).toMatchObject([{ code: 'out-of-range', severity: 'refused', stops: true }]);
  });

  it('closes the stream when the reader stops early', async () => {
    const stream = streamOf(whole);
    for await (const _item of readSen2Xml(stream)) break;
    expect(stream.destroyed).toBe(true);
  });
});
