// The SEN2 mapping as data hangs together.
import { codeLists, sen2Tables } from './sen2-fields.js';

describe('the SEN2 mapping', () => {
  it('names only code lists that exist', () => {
    const named = sen2Tables.flatMap(({ fields }) => fields.flatMap(({ type }) => /^code:(.+)$/.exec(type)?.[1] ?? []));
    expect(Object.keys(codeLists).sort()).toEqual([...new Set(named)].sort());
  });

  it('hangs every table but the first from another one', () => {
    const tables = sen2Tables.map(({ table }) => table);
    expect(sen2Tables.slice(1).map(({ parent = '' }) => tables.includes(parent))).toEqual(Array(8).fill(true));
  });

  it('never names a field twice in one table', () => {
    for (const { fields } of sen2Tables) expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  });

  it('marks everything that tells who a person is as personal', () => {
    const person = sen2Tables.find(({ table }) => table === 'person');
    expect(person?.fields.filter(({ personal }) => !personal).map(({ name }) => name)).toEqual(['upnUnknown']);
  });
});
