// Identifiers are added, superseded and never forgotten.
import { given } from '../../kernel/given-when-then.js';
import { youngPerson } from './young-person.js';
import { youngPersonEvents as events, type SupersedeReason } from '../../engine/person/domain/events.js';
import { anIdentifier, d, registered } from './facts-for-tests.js';

const old = anIdentifier();
const anew = anIdentifier({ identifierId: 'i2', value: '9990000026' });
const added = events.identifierAdded.fact(d('2025-01-01'), old);
const person = given(youngPerson, [registered, added]);
const add = (identifier = anew) => ({ type: 'AddIdentifier', on: d('2026-01-01'), identifier }) as const;
const supersede = (why: SupersedeReason = 're-issued', over = {}) =>
  ({ type: 'SupersedeIdentifier', on: d('2026-01-01'), identifierId: 'i1', why, replacement: anew, ...over }) as const;

describe('identifiers of a young person', () => {
  it('the same again adds nothing', () => {
    expect(person.when(add(old)).facts).toEqual([]);
  });

  it('REC-34: a second current number of the kind is refused; local ones may be many', () => {
    expect(person.when(add()).refusal?.parts.rule).toBe('REC-34');
    const local = (identifierId: string) =>
      anIdentifier({ identifierId, kind: 'local', issuer: '882', value: identifierId });
    const withLocal = given(youngPerson, [registered, events.identifierAdded.fact(d('2025-01-01'), local('l1'))]);
    expect(withLocal.when(add(local('l2'))).facts).toHaveLength(1);
  });

  it('REC-34: a re-issued number stays linked, superseded by the new one', () => {
    const { facts, state } = person.when(supersede());
    expect(facts.map(({ type }) => type)).toEqual(['IdentifierSuperseded', 'IdentifierAdded']);
    expect(state.identifiers).toMatchObject([
      { id: 'i1', supersededOn: '2026-01-01', why: 're-issued', replacedBy: 'i2' },
      { id: 'i2', from: '2026-01-01' },
    ]);
  });

  it('REC-34: a re-issued number is not added again; one recorded in error may be', () => {
    const after = (why: SupersedeReason) =>
      given(youngPerson, [registered, added, ...person.when(supersede(why, { replacement: undefined })).facts]);
    expect(after('re-issued').when(add(old)).refusal?.parts.rule).toBe('REC-34');
    expect(after('recorded-in-error').when(add(old)).facts).toHaveLength(1);
  });

  it.each([
    ['one that is not theirs', { identifierId: 'other' }, 'not-found'],
    ['by another kind', { replacement: anIdentifier({ identifierId: 'u', kind: 'upn' }) }, 'invalid-input'],
    ['by itself', { replacement: old }, 'invalid-input'],
    ['before it was added', { on: d('2024-12-31') }, 'invalid-input'],
  ])('superseding %s is refused', (_, over, type) => {
    expect(person.when(supersede('re-issued', over)).refusal?.type).toBe(type);
  });

  it('superseding twice is refused', () => {
    const after = given(youngPerson, [registered, added, ...person.when(supersede()).facts]);
    expect(after.when(supersede()).refusal?.parts.rule).toBe('REC-34');
  });
});
