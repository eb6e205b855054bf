// A SEN2 return in XML: what is read, and what is said about a value that cannot be.
import {
  byteByByte,
  collect,
  message,
  person,
  personsOf,
  problemsOf,
  streamOf,
} from '../../../../test/fixtures/sen2-files.js';
import { readSen2Xml } from './read-sen2-xml.js';

const read = (...chunks: (string | Buffer)[]) => collect(readSen2Xml(streamOf(...chunks)));
const surnames = (items: Awaited<ReturnType<typeof read>>) => personsOf(items).map(({ surname }) => surname);
const active = (fields: string) => `<Requests><ActivePlans>${fields}</ActivePlans></Requests>`;
const two = person('Fern') + person('Moss');

describe('a SEN2 return in XML', () => {
  it('is read the same byte by byte as in one piece', async () => {
    const text = message(two.replace('Fern', 'Zoë &amp; Fern'));
    expect(await collect(readSen2Xml(byteByByte(text)))).toEqual(await read(text));
    expect(surnames(await read(text))).toEqual(['Zoë & Fern', 'Moss']);
  });

  it('may begin with a byte order mark and an XML declaration', async () => {
    const items = await read('\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n', message(two));
    expect(items.map(({ kind }) => kind)).toEqual(['header', 'person', 'person']);
  });

  it('may use a namespace and a prefix', async () => {
    const text = message(two)
      .replaceAll(/<(\/?)(\w)/g, '<$1s:$2')
      .replace('<s:Message', '<s:Message xmlns:s="urn:x"');
    expect(surnames(await read(text))).toEqual(['Fern', 'Moss']);
    expect(problemsOf(await read(text))).toEqual([]);
  });

  it('keeps several requests, placements and needs of one person', async () => {
    const plan = '<ActivePlans><PlacementDetail/><PlacementDetail/><SENneed/><SENneed/></ActivePlans>';
    const [fern] = personsOf(await read(message(person('Fern', `<Requests/><Requests>${plan}</Requests>`))));
    expect(fern?.requests).toHaveLength(2);
    expect(fern?.requests[1]?.activePlan).toMatchObject({ placements: [{}, {}], needs: [{}, {}] });
  });

  it('takes a blank element as not said', async () => {
    const [fern] = personsOf(
      await read(message(person('Fern', '<Requests><RYA></RYA><Exported> </Exported></Requests>'))),
    );
    expect(fern?.requests).toEqual([{ line: 2 }]);
  });

  it('reads the sex of a return before 2024 from GenderCurrent', async () => {
    const items = await read(message(person('Fern', '<GenderCurrent>F</GenderCurrent>')));
    expect(personsOf(items)[0]?.sex).toBe('F');
    expect(problemsOf(items)).toEqual([]);
  });

  it('gives the line of the person and of each record in it', async () => {
    const [, moss] = personsOf(
      await read(message(person('Fern') + person('Moss', '\n<Requests>\n<ActivePlans/></Requests>'))),
    );
    expect(moss).toMatchObject({ line: 3, requests: [{ line: 4, activePlan: { line: 5 } }] });
  });
});

describe('a value that cannot be read', () => {
  it('reports a review date that is no date with the text as found, and still reads the person', async () => {
    const items = await read(message(person('Fern', active('\n<ReviewMeeting>2024-02-30</ReviewMeeting>'))));
    expect(personsOf(items)[0]?.requests[0]?.activePlan?.reviewMeeting).toBeUndefined();
    expect(problemsOf(items)).toEqual([
      expect.objectContaining({
        line: 3,
        table: 'activeplans',
        field: 'ReviewMeeting',
        code: 'bad-date',
        severity: 'reported',
      }),
    ]);
    expect(problemsOf(items)[0]?.message).toContain('“2024-02-30”');
  });

  it('never repeats a birth date, a UPN or a name in a message', async () => {
    const text = message(person('', '<UPN>Q123456789012</UPN>').replace('2010-02-03', '2010-02-31'));
    const problems = problemsOf(await read(text));
    expect(problems.map(({ code }) => code)).toEqual(['bad-date', 'bad-identifier', 'missing']);
    expect(JSON.stringify(problems)).not.toMatch(/2010|Q1234|Test/);
  });

  it('keeps an unknown code as text and reports it', async () => {
    const items = await read(message(person('Fern', active('<ReviewOutcome>Z</ReviewOutcome>'))));
    expect(personsOf(items)[0]?.requests[0]?.activePlan?.reviewOutcome).toBe('Z');
    expect(problemsOf(items)[0]).toMatchObject({ code: 'unknown-code', field: 'ReviewOutcome', severity: 'reported' });
  });

  it('does not keep a value of more than 10,000 characters', async () => {
    const items = await read(message(person('Fern', active(`<TransferLA>${'8'.repeat(10_001)}</TransferLA>`))));
    expect(personsOf(items)[0]?.requests[0]?.activePlan?.transferLA).toBeUndefined();
    expect(problemsOf(items)[0]).toMatchObject({ code: 'out-of-range', field: 'TransferLA' });
  });

  it('reports each unknown element once with how many values were left unread', async () => {
    const odd = '<Requests><Mood>good</Mood><Mood></Mood><Extra><A>1</A><B>2</B></Extra></Requests>';
    const items = await read(message(person('Fern', odd) + person('Moss', odd)));
    expect(personsOf(items)).toHaveLength(2);
    expect(problemsOf(items)).toMatchObject([
      { line: 2, table: 'requests', field: 'Mood', code: 'unknown-element', severity: 'reported' },
      { line: 2, table: 'requests', field: 'Extra' },
    ]);
    expect(problemsOf(items).map(({ message: said }) => /\d values were/.exec(said)?.[0])).toEqual([
      '2 values were',
      '4 values were',
    ]);
  });

  it('reports an attribute and loose text, which a return has no place for', async () => {
    const problems = problemsOf(await read(message(person('Fern', 'loose <Requests kind="odd"/>'))));
    expect(problems.map(({ field }) => field).sort()).toEqual(['kind (attribute)', 'text outside any field']);
  });

  it('refuses a second active plan in one request and keeps the first', async () => {
    const plans = '<ActivePlans><WBP>1</WBP></ActivePlans><ActivePlans><WBP>2</WBP></ActivePlans>';
    const items = await read(message(person('Fern', `<Requests>${plans}</Requests>`)));
    expect(personsOf(items)[0]?.requests[0]?.activePlan?.wbp).toBe('1');
    expect(problemsOf(items)[0]).toMatchObject({ code: 'duplicate-row', severity: 'refused', table: 'activeplans' });
  });

  it('reports a field given twice with different values and keeps the first', async () => {
    const items = await read(
      message(person('Fern', active('<ReviewOutcome>A</ReviewOutcome><ReviewOutcome>M</ReviewOutcome>'))),
    );
    expect(personsOf(items)[0]?.requests[0]?.activePlan?.reviewOutcome).toBe('A');
    expect(problemsOf(items)[0]).toMatchObject({ code: 'duplicate-row', severity: 'reported' });
  });
});
