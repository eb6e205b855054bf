// Reads an identifier as it was typed: checked, and written the one way that it is stored (REC-30 to REC-36).
import { invalid } from '../../../kernel/errors.js';
import { parseNhsNumber, parseUpn } from '../../../kernel/identifiers/index.js';
import type { StoreKind } from '../../../store/store-kind.js';
import type { IdentifierKind } from '../../../engine/person/domain/events.js';

/** Error: `invalid-input` for `field`, without the value. */
export function readIdentifier(kind: IdentifierKind, text: string, store: StoreKind['kind'], field = 'value'): string {
  switch (kind) {
    case 'nhs-number': {
      const parsed = parseNhsNumber(text);
      if (parsed.problem !== undefined) throw invalid(field, parsed.problem, 'REC-30');
      if (store === 'demo' && parsed.range !== 'test') {
        throw invalid(
          field,
          'must be a test number (999…): this is a demo store, for people who do not exist',
          'REC-31',
        );
      }
      if (store === 'live' && parsed.range === 'test') {
        throw invalid(field, 'is a test number (999…), which no one has: this is a live store', 'REC-31');
      }
      return parsed.value;
    }
    case 'upn': {
      const parsed = parseUpn(text);
      if (parsed.problem !== undefined) throw invalid(field, parsed.problem, 'REC-35');
      return parsed.value;
    }
    case 'uln':
      if (!/^\d{10}$/.test(text.trim())) throw invalid(field, 'must be ten digits');
      return text.trim();
    case 'local':
      if (!/^[\x21-\x7e]{1,60}$/.test(text.trim())) throw invalid(field, 'must be 1 to 60 characters without spaces');
      return text.trim();
  }
}

/** What is unique: a local identifier is, within the organisation that gave it. */
export const uniqueValue = (kind: IdentifierKind, value: string, issuer?: string): string =>
  kind === 'local' ? `${issuer ?? ''}:${value}` : value;
