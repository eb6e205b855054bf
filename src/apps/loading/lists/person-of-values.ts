// The young person of a row of a caseload or waiting list. Such a list corrects nobody's details: it only points differences out.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import type { PersonRow } from '../people/person-row.js';
import type { Values } from './values.js';

/** `organisation` gave the local number, and is responsible for whom nobody knew before. */
export function personOfValues(values: Values, organisation: string, today: CivilDate): PersonRow {
  const birthDate = values.date('birth_date', today);
  const familyName = values.text('surname');
  const givenName = values.text('forename');
  if (!birthDate || !familyName || !givenName)
    throw invalid('birth_date', 'surname, forename and birth date are needed');
  return {
    identifiers: [
      ...known('nhs-number', 'nhs_number', values, organisation),
      ...known('upn', 'upn', values, organisation),
      ...known('local', 'local_patient_id', values, organisation),
    ],
    givenName,
    familyName,
    birthDate,
    sendStatus: values.code('send') ?? 'not-known',
    responsible: organisation,
    corrects: false,
  };
}

function known(
  kind: PersonRow['identifiers'][number]['kind'],
  field: string,
  values: Values,
  issuer: string,
): PersonRow['identifiers'] {
  const text = values.text(field);
  return text === undefined ? [] : [{ kind, text, issuer, field }];
}
