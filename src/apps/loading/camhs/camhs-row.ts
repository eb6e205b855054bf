// A row of a CAMHS caseload as Onward understands it, in its own words.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid } from '../../../kernel/errors.js';
import type { past18Reasons } from '../../../cases/camhs-transition/domain/codes.js';
import type { ConsentDecision } from '../../../engine/person/domain/events.js';
import columns from '../camhs-columns.json' with { type: 'json' };
import type { ColumnSpec } from '../files/index.js';
import { listedCode } from '../../../rules/directory/current.js';
import { personOfValues } from '../lists/person-of-values.js';
import type { Values } from '../lists/values.js';
import type { PersonRow } from '../people/person-row.js';

export const camhsColumns = columns as ColumnSpec;

export interface CamhsRow {
  readonly person: PersonRow;
  /** By its code: it gives the local numbers, and its workers work there. */
  readonly team: string;
  readonly worker?: string;
  readonly referredOn: CivilDate;
  readonly variant?: 'A' | 'B';
  readonly consent?: ConsentDecision | 'not-asked';
  readonly consentOn?: CivilDate;
  readonly identifiedOn?: CivilDate;
  readonly discussedOn?: CivilDate;
  readonly assessedOn?: CivilDate;
  readonly planOn?: CivilDate;
  readonly signed?: 'signed' | 'declined' | 'not-yet';
  readonly finalMeetingOn?: CivilDate;
  readonly destination?: string;
  readonly onwardOn?: CivilDate;
  readonly acceptedOn?: CivilDate;
  readonly openedOn?: CivilDate;
  readonly closedOn?: CivilDate;
  readonly past18?: (typeof past18Reasons)[number];
}

const variants: Readonly<Record<string, 'A' | 'B'>> = { 'camhs-transition-a': 'A', 'camhs-transition-b': 'B' };

/** Error: `invalid-input` for the column without which nothing can be said, or that lies in the future. */
export function camhsRow(values: Values, today: CivilDate): CamhsRow {
  const team = listedCode('teams', values.text('team') ?? '', 'team');
  const referredOn = values.date('referral_received', today);
  if (!referredOn) throw invalid('referral_received', 'is needed');
  return {
    person: personOfValues(values, team, today),
    team,
    worker: values.text('care_coordinator'),
    referredOn,
    variant: variants[values.code('protocol') ?? ''],
    consent: values.code('consent_to_discuss'),
    consentOn: values.date('consent_on', today),
    identifiedOn: values.date('mdt_identified_on', today),
    discussedOn: values.date('interface_discussed_on', today),
    assessedOn: values.date('joint_assessment_on', today),
    planOn: values.date('joint_plan_agreed_on', today),
    signed: values.code('plan_signed'),
    finalMeetingOn: values.date('final_meeting_on', today),
    destination: values.code('destination'),
    onwardOn: values.date('receiver_referred_on', today),
    acceptedOn: values.date('receiver_accepted_on', today),
    openedOn: values.date('adult_opened_on', today),
    closedOn: values.date('camhs_closed_on', today),
    past18: values.code('past_18_reason'),
  };
}
