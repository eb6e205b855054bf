// What is written down of an unforeseen error: never a line, a name, a number or a word of what somebody typed.
import fc from 'fast-check';
import { defectOf, inWords } from './defect.js';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what is written down of an unforeseen error', () => {
  it('is its class, its message and the place in the code', () => {
    const nothing = undefined as unknown as { deep: { er: string } };
    const { error, message, at } = defectOf(thrownBy(() => nothing.deep.er));
    expect([error, message]).toEqual(['TypeError', 'Cannot read properties of undefined (reading …)']);
    expect(at[0]).toMatch(/^at .*defect\.spec\.ts:\d+:\d+\)?$/);
    expect(at.length).toBeGreaterThan(1);
  });

  it('holds the code of the system beside the class', () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
    expect(defectOf(full)).toMatchObject({ code: 'ERR_SQLITE_ERROR 13', message: 'database or disk is full' });
    expect(inWords(full)).toMatch(/^Error \(ERR_SQLITE_ERROR 13\): database or disk is full at /);
    expect(defectOf(Object.assign(new Error('x'), { code: 'Jane Doe' })).code).toBeUndefined();
  });

  it.each([
    ['a name', 'No value for Jane Doe', /^No value for …$/],
    ['a name in small letters, and one of another script', 'Invalid value jane doe Zoë 李', /^Invalid value …$/],
    ['an NHS number, however grouped', 'Unexpected value 943 476 5919 or 9434765919', /^Unexpected value … or …$/],
    ['a UPN and a date of birth', 'Invalid key H801200001001 at 2010-03-04', /^Invalid key … at …$/],
    ['an address', 'Cannot read jane.doe@example.org', /^Cannot read …$/],
    ['what is quoted, in whatever quotes', 'no such file: "Jane", \'Doe\', `Roe`', /^no such file: …, …, …$/],
    [
      'JSON that is cut in the middle',
      `Unexpected token 'J', ..."ame": Jane"... is not valid JSON`,
      /^Unexpected token …,[ ….:]* is not valid JSON$/,
    ],
    ['a surname that is a word in small letters', 'Cannot read Page', /^Cannot read …$/],
  ])('never holds %s', (_, message, wanted) => {
    const { message: kept, at } = defectOf(new Error(message));
    for (const word of ['Jane', 'jane', 'Doe', 'doe', 'Roe', 'Zoë', '李', '943', '5919', 'H80', '2010', '@', 'Page'])
      expect(JSON.stringify([kept, at])).not.toContain(word);
    expect(kept).toMatch(wanted);
  });

  it('never holds a later line of a message, also where it is written like a frame', () => {
    const told = 'damaged\nJane Doe, 943 476 5919\n    at Jane.Doe (/home/jane:1:2)\nSecond line\nThird line';
    const error = new RangeError(told);
    expect(error.stack).toContain('Jane.Doe');
    const defect = defectOf(error);
    expect(JSON.stringify(defect)).not.toMatch(/[Jj]ane|Second|Third|943/);
    expect(defect.message).not.toContain('\n');
    for (const line of defect.at) expect(line).toMatch(/^at .*:\d+:\d+\)?$/);
    expect(defect.at[0]).toContain('defect.spec.ts');
  });

  it('never holds the message that an error had when it was thrown and lost afterwards', () => {
    const error = new Error('first\n    at Jane.Doe (/home/jane:1:2)\nJane Doe');
    error.message = 'database is locked';
    expect(JSON.stringify(defectOf(error))).not.toMatch(/[Jj]ane/);
  });

  it('takes the class from the code and not from a name that was set', () => {
    const error = Object.assign(new TypeError('x'), { name: 'Jane Doe' });
    expect(defectOf(error).error).toBe('TypeError');
    expect(inWords(error)).not.toContain('Jane');
  });

  it('is one short line, whatever the message', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('Cannot', 'read', '\n', ' '))), (parts) => {
        const { message } = defectOf(new Error(parts.join(' ')));
        expect(message).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(message.length).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('says only its type of what is no error, which may be anything', () => {
    expect(defectOf('Jane Doe')).toEqual({ error: 'string', message: '', at: [] });
  });
});
