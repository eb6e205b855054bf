// What a row says otherwise than the record: corrected where the file may, pointed out where it may not.
import { OnwardError } from '../../../kernel/errors.js';
import type { Profile } from '../../../cases/young-person/profile/profile.js';
import type { youngPersonEvents } from '../../../engine/person/domain/events.js';
import type { PersonRow } from './person-row.js';

type Correction = Parameters<typeof youngPersonEvents.detailsCorrected.fact>[1];

const names: readonly string[] = ['givenName', 'familyName'];
const fields = ['givenName', 'familyName', 'sex', 'ethnicity', 'postcode'] as const;

/**
 * A blank in a file says nothing. A birth date is never changed by a file: it may be another person's row (REC-23). Where a name differs too
 * only the number agrees, and a number may be mistyped. Error: `refused-by-rule`, before anything of the row is recorded.
 */
export function corrections({ details }: Profile, row: PersonRow): { correction?: Correction; oddities: string[] } {
  const differing = fields.filter(
    (field) => row[field] !== undefined && row[field] !== '' && row[field] !== details[field],
  );
  const isBornThen = details.birthDate === row.birthDate;
  if (!isBornThen && differing.some((field) => names.includes(field)))
    throw new OnwardError('refused-by-rule', {
      rule: 'REC-23',
      detail:
        'The number of this row is that of a young person with another name and another birth date: nothing of this row was recorded.',
      help: 'Check the number, the name and the birth date with whoever sent the file. If the record here is wrong, correct it; then load the row again.',
      fields: [{ field: 'birth_date', problem: 'differs, and so does the name' }],
    });
  const oddities = isBornThen ? [] : ['The birth date differs from the one on record; it was not changed (REC-23).'];
  if (differing.length === 0) return { oddities };
  if (!row.corrects)
    return { oddities: [...oddities, `Differs from the record and was not changed: ${differing.join(', ')}.`] };
  const correction = Object.fromEntries(differing.map((field) => [field, row[field]])) as Omit<Correction, 'reason'>;
  return { correction: { ...correction, reason: 'A loaded return says otherwise.' }, oddities };
}
