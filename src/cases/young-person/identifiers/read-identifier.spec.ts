// Identifiers as they are typed.
import { isOnwardError } from '../../../kernel/errors.js';
import type { IdentifierKind } from '../../../engine/person/domain/events.js';
import { readIdentifier, uniqueValue } from './read-identifier.js';

const ruleOf = (kind: IdentifierKind, text: string, store: 'demo' | 'live'): string | undefined => {
  try {
    readIdentifier(kind, text, store);
    return 'taken';
  } catch (error) {
    if (!isOnwardError(error, 'invalid-input')) throw error;
    expect(error.parts.detail).not.toContain(text.trim());
    return error.parts.rule;
  }
};

describe('reading an identifier', () => {
  it.each<[IdentifierKind, string, 'demo' | 'live', string | undefined]>([
    ['nhs-number', '999 000 0018', 'demo', 'taken'],
    ['nhs-number', '9434765919', 'demo', 'REC-31'],
    ['nhs-number', '4698194180', 'demo', 'REC-31'],
    ['nhs-number', '9990000018', 'live', 'REC-31'],
    ['nhs-number', '4698194180', 'live', 'taken'],
    ['nhs-number', '9990000019', 'demo', 'REC-30'],
    ['nhs-number', '9999999999', 'demo', 'REC-30'],
    ['upn', 'b801200005001', 'demo', 'taken'],
    ['upn', 'A801200005001', 'demo', 'REC-35'],
    ['uln', '1234567890', 'demo', 'taken'],
    ['uln', '12345', 'demo', undefined],
    ['local', 'P-000123', 'demo', 'taken'],
    ['local', 'two words', 'demo', undefined],
  ])('REC-31: %s %s in a %s store -> %s', (kind, text, store, rule) => {
    expect(ruleOf(kind, text, store)).toBe(rule);
  });

  it('writes it one way, and local ones are unique within who gave them', () => {
    expect(readIdentifier('nhs-number', '999 000 0018', 'demo')).toBe('9990000018');
    expect(readIdentifier('upn', ' b801200005001 ', 'demo')).toBe('B801200005001');
    expect(uniqueValue('local', '12', '882')).toBe('882:12');
    expect(uniqueValue('upn', 'B801200005001', '882')).toBe('B801200005001');
  });
});
