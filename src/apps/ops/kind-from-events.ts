// Whether a store holds made-up people or real ones, as its events tell: only a demo store takes NHS numbers of the test range, and no other (REC-31).
import type { Journal } from '../../store/journal.js';
import { OnwardError } from '../../kernel/errors.js';
import { parseNhsNumber } from '../../kernel/identifiers/index.js';
import type { StoreKind } from '../../store/store-kind.js';

export interface Told {
  readonly kind: StoreKind['kind'];
  /** NHS numbers that were looked at: with none the store counts as one of real people, which lets in nobody unknown. */
  readonly numbers: number;
}

/** Error: `damaged-history` where both kinds of numbers stand. */
export async function kindFromEvents(journal: Journal): Promise<Told> {
  let test = 0;
  let real = 0;
  for await (const page of journal.readAll())
    for (const { type, data } of page) {
      if (type !== 'IdentifierAdded' || data['kind'] !== 'nhs-number' || typeof data['value'] !== 'string') continue;
      const parsed = parseNhsNumber(data['value']);
      if (parsed.problem === undefined && parsed.range === 'test') test++;
      else real++;
    }
  if (test > 0 && real > 0)
    throw new OnwardError('damaged-history', {
      detail: `NHS numbers of ${test} made-up and of ${real} real people stand in one store (REC-31).`,
      help: 'Restore store.json from a backup, and tell who answers for the records.',
    });
  return { kind: test > 0 ? 'demo' : 'live', numbers: test + real };
}
