// What a row says otherwise than the record: corrected where the file may, pointed out where it may not.
import type { Profile } from '../../../cases/young-person/profile/profile.js';
import type { youngPersonEvents } from '../../../engine/person/domain/events.js';
import { folded } from '../../../engine/person/matching/fold-name.js';
import type { PersonRow } from './person-row.js';

type Correction = Parameters<typeof youngPersonEvents.detailsCorrected.fact>[1];

const fields = ['givenName', 'familyName', 'sex', 'ethnicity', 'postcode'] as const;

/** By which somebody is known again: a change of one of these is told in the report, for it may be another child's row (REC-23). */
const told: Partial<Record<(typeof fields)[number], string>> = {
  givenName: 'given name',
  familyName: 'family name',
  sex: 'sex',
};

/** A blank in a file says nothing. A birth date is never changed by a file: it may be another person's row (REC-23). */
export function corrections(
  { details }: Pick<Profile, 'details'>,
  row: PersonRow,
): { correction?: Correction; oddities: string[] } {
  const differing = fields.filter(
    (field) => !saysNothing(row[field]) && row[field] !== details[field] && !isNoName(field, row[field]),
  );
  const isBornThen = details.birthDate === row.birthDate;
  const oddities = isBornThen ? [] : ['The birth date differs from the one on record; it was not changed (REC-23).'];
  if (differing.length === 0) return { oddities };
  if (!row.corrects)
    return { oddities: [...oddities, `Differs from the record and was not changed: ${differing.join(', ')}.`] };
  const correction = Object.fromEntries(differing.map((field) => [field, row[field]])) as Omit<Correction, 'reason'>;
  const changed = differing.flatMap((field) => told[field] ?? []);
  if (changed.length > 0) oddities.push(`Corrects the record, which said otherwise: ${changed.join(', ')} (REC-23).`);
  return { correction: { ...correction, reason: 'A loaded return says otherwise.' }, oddities };
}

const saysNothing = (value: string | undefined): boolean => value === undefined || value === '';

/** `-` where a name is on record is a blank, too. */
const isNoName = (field: (typeof fields)[number], value = ''): boolean =>
  (field === 'givenName' || field === 'familyName') && folded(value).whole === '';
