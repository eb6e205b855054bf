// A row of a waiting list as Onward understands it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import type { Pathway, RemovalReason, Urgency } from '../../../cases/waiting/domain/codes.js';
import type { ColumnSpec } from '../files/index.js';
import { listedCode } from '../../../rules/directory/current.js';
import { personOfValues } from '../lists/person-of-values.js';
import type { Values } from '../lists/values.js';
import type { PersonRow } from '../people/person-row.js';
import columns from '../waiting-columns.json' with { type: 'json' };

export const waitingColumns = columns as ColumnSpec;

export interface WaitingRow {
  readonly person: PersonRow;
  readonly pathway: Pathway;
  readonly service: string;
  readonly provider: string;
  /** The referral's own number at its source. */
  readonly referralId?: string;
  readonly receivedOn: CivilDate;
  readonly urgency?: Urgency;
  readonly firstContactOn?: CivilDate;
  readonly removedOn?: CivilDate;
  readonly removalReason?: RemovalReason;
}

/** Error: `invalid-input` for the column without which nothing can be said, or that lies in the future. */
export function waitingRow(values: Values, today: CivilDate): WaitingRow {
  const pathway = values.code<Pathway>('pathway');
  if (!pathway) throw invalid('pathway', 'is not a pathway of the list', 'WAIT-07');
  const receivedOn = values.date('referral_received', today);
  if (!receivedOn) throw invalid('referral_received', 'is needed');
  const provider = listedCode('organisations', values.text('provider') ?? '', 'provider');
  return {
    person: personOfValues(values, provider, today),
    pathway,
    service: listedCode('services', values.text('service') ?? '', 'service'),
    provider,
    referralId: values.text('referral_id'),
    receivedOn,
    urgency: values.code('urgency'),
    firstContactOn: values.date('first_contact', today),
    removedOn: values.date('removed_on', today),
    removalReason: values.code('removal_reason'),
  };
}

/** Two rows are about one wait when they are about one person, one list and one referral. */
export const waitingKey = (values: Values): string =>
  ['nhs_number', 'upn', 'local_patient_id', 'pathway', 'service', 'provider']
    .map((column) => values.text(column)?.toLowerCase() ?? '')
    .concat(values.text('referral_id') ?? values.text('referral_received') ?? '')
    .join('|');
