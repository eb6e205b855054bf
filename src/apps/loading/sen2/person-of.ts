// The young person of a SEN2 record, by UPN, ULN or, where a return has neither, by a keyed digest of name and birth date.
import { createHmac } from 'node:crypto';
import { OnwardError } from '../../../kernel/errors.js';
import { unnumbered } from '../../../cases/young-person/who/known-people.js';
import type { Sen2Person } from '../files/index.js';
import type { PersonRow } from '../people/person-row.js';

type Known = PersonRow['identifiers'][number];

/** Error: `invalid-input` for what a person cannot be registered without. */
export function personOf(person: Sen2Person, authority: string, lookupKey: Buffer): PersonRow {
  const { surname, forename, personBirthDate } = person;
  const missing = Object.entries({ surname, forename, personbirthdate: personBirthDate }).find(([, value]) => !value);
  if (missing || !surname || !forename || !personBirthDate) {
    const field = missing?.[0] ?? 'person';
    throw new OnwardError('invalid-input', {
      detail: `${field} is missing or cannot be read.`,
      fields: [{ field, problem: 'missing' }],
    });
  }
  return {
    identifiers: identifiersOf(person, authority, () =>
      createHmac('sha256', lookupKey)
        .update([surname, forename, personBirthDate].join('|').toLowerCase())
        .digest('hex')
        .slice(0, 40),
    ),
    givenName: forename,
    familyName: surname,
    birthDate: personBirthDate,
    sex: sexes[person.sex ?? ''],
    ethnicity: person.ethnicity,
    postcode: person.postCode,
    sendStatus: 'ehc-plan',
    responsible: authority,
    corrects: true,
  };
}

const sexes: Readonly<Record<string, PersonRow['sex']>> = { M: 'M', F: 'F' };

function identifiersOf({ upn, uniqueLearnerNumber }: Sen2Person, authority: string, digest: () => string): Known[] {
  const known: Known[] = [];
  if (upn) known.push({ kind: 'upn', text: upn, issuer: authority, field: 'upn' });
  if (uniqueLearnerNumber)
    known.push({ kind: 'uln', text: uniqueLearnerNumber, issuer: authority, field: 'uniquelearnernumber' });
  // The digest stands in for the number that the return does not have; it shows nothing of the name.
  return known.length > 0
    ? known
    : [{ kind: 'local', text: `${unnumbered}${digest()}`, issuer: authority, field: 'upn' }];
}
