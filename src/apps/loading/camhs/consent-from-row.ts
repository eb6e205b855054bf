// What a caseload says of consent to discuss with adult services: the young person's own, specific to a recipient (TRN-40 to TRN-43).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { assessmentsFor, consentKey, consentOn, whoMayDecide } from '../../../engine/person/domain/consent.js';
import { discussWithAdultServices as purpose } from '../../../engine/person/domain/events.js';
import type { YoungPerson } from '../../../engine/person/domain/state.js';
import type { YoungPersonCommand } from '../../../cases/young-person/young-person.js';
import type { Oddity } from '../lists/oddity.js';
import type { Said } from '../lists/rehearse.js';
import type { CamhsRow } from './camhs-row.js';

type RecordConsent = Extract<YoungPersonCommand, { type: 'RecordConsent' }>;

interface ConsentFromRow {
  readonly said: readonly Said<RecordConsent>[];
  readonly oddities: readonly Oddity[];
}

const field = 'consent_to_discuss';
const nothing: ConsentFromRow = { said: [], oddities: [] };
const odd = (message: string, at = field): ConsentFromRow => ({ said: [], oddities: [{ field: at, message }] });

/** A decision that cannot be the young person's is pointed out, and nothing is recorded of it. */
export function consentFromRow(
  { consent, consentOn: on }: CamhsRow,
  person: YoungPerson,
  birthDate: CivilDate,
  recipient: string,
): ConsentFromRow {
  if (consent === undefined || consent === 'not-asked') return nothing;
  if (on === undefined) return odd('A decision on consent has its day: without it nothing was recorded.', 'consent_on');
  const before = consentOn(person, purpose, recipient, on);
  // A withdrawal of what was never recorded as given still is a no.
  const unheard = consent === 'withdrawn' && before?.decision !== 'given';
  const decision = unheard ? 'refused' : consent;
  const known = person.consents[consentKey(purpose, recipient)] ?? [];
  if (known.some((one) => one.on === on && (one.decision === decision || one.decision === consent))) return nothing;
  const may = whoMayDecide(birthDate, on, assessmentsFor(person, purpose, recipient));
  if (!may.deciders.includes('young-person'))
    return odd(`Not recorded as the young person's decision: ${may.because} (${may.rule})`);
  const why = unheard ? 'Withdrawn, as the loaded caseload says.' : undefined;
  const command: RecordConsent = {
    type: 'RecordConsent',
    on,
    birthDate,
    consent: { purpose, recipient, decision, decidedBy: 'young-person', why },
  };
  const oddities = unheard
    ? [
        {
          field,
          message:
            'The consent that was withdrawn is not on record: the withdrawal was recorded as a refusal (TRN-43).',
        },
      ]
    : [];
  return { said: [{ field, command }], oddities };
}
