// What a caseload says of the steps up to the final meeting, in the order of the protocol.
import { birthday } from '../../../kernel/calendar/index.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import type { StepOutcome } from '../../../cases/camhs-transition/domain/codes.js';
import { consentOn, consentToAny } from '../../../cases/camhs-transition/domain/consent.js';
import { protocolOn, stepsOf } from '../../../cases/camhs-transition/domain/protocols.js';
import type { Transition } from '../../../cases/camhs-transition/domain/state.js';
import type { Oddity } from '../lists/oddity.js';
import type { CamhsRow } from './camhs-row.js';
import { datedFromRow, type CaseAbout, type TransitionFromRow } from './dated-from-row.js';

export function planningFromRow(row: CamhsRow, state: Transition, about: CaseAbout): TransitionFromRow {
  const step = (field: string, fact: string, on: CivilDate | undefined, outcome: StepOutcome = 'done') =>
    stepFromRow({ field, fact, on, outcome }, row, state, about);
  const parts = [
    step('mdt_identified_on', 'identified', row.identifiedOn),
    consentStep(row, state, about),
    discussionFromRow(row, about),
    step('joint_assessment_on', 'jointAssessment', row.assessedOn),
    planFromRow(row, about),
    step('final_meeting_on', 'finalMeeting', row.finalMeetingOn),
  ];
  return {
    said: parts.flatMap(({ said }) => said),
    oddities: [...parts.flatMap(({ oddities }) => oddities), ...lateMeeting(row, about)],
  };
}

interface StepOf {
  readonly field: string;
  /** Under which name the rules know the step. */
  readonly fact: string;
  readonly on: CivilDate | undefined;
  readonly outcome: StepOutcome;
}

function stepFromRow(
  { field, fact, on, outcome }: StepOf,
  row: CamhsRow,
  state: Transition,
  about: CaseAbout,
): TransitionFromRow {
  const { pack, version } = state.opened
    ? { pack: state.opened.pack, version: state.opened.packVersion }
    : protocolOn(row.referredOn, row.variant);
  const stepId = stepsOf(pack, version).find((each) => each.fact === fact)?.id ?? fact;
  const reason = outcome === 'done' ? undefined : 'As the loaded caseload says.';
  const { birthDate, consents } = about;
  const dated = { field, on, type: 'TransitionStepRecorded', about: { fact, outcome } } as const;
  return datedFromRow(
    {
      ...dated,
      command: (day) => ({
        type: 'RecordSteps',
        on: day,
        steps: [{ stepId, outcome, reason }],
        birthDate,
        consent: consentToAny(consents, day),
      }),
    },
    about,
  );
}

/** The step of asking is settled with the answer; only an answer that could be recorded counts (TRN-40). */
function consentStep(row: CamhsRow, state: Transition, about: CaseAbout): TransitionFromRow {
  const { consent, consentOn: on } = row;
  const status = on && consentOn(about.consents, about.recipient, on).kind;
  const outcome =
    status === 'given' && consent === 'given'
      ? 'done'
      : status === 'refused' && consent === 'refused'
        ? 'offered-and-declined'
        : undefined;
  return outcome
    ? stepFromRow({ field: 'consent_to_discuss', fact: 'consent', on, outcome }, row, state, about)
    : { said: [], oddities: [] };
}

/** By name with consent; without it, as the rule allows it: anonymised (TRN-44). */
function discussionFromRow({ discussedOn: on }: CamhsRow, about: CaseAbout): TransitionFromRow {
  const { personId, recipient, consents } = about;
  const field = 'interface_discussed_on';
  const consent = on && consentOn(consents, recipient, on);
  const manner = consent?.kind === 'given' ? 'named' : 'anonymised';
  const told = datedFromRow(
    {
      field,
      on,
      type: 'InterfaceDiscussed',
      command: (day) => ({
        type: 'DiscussAtInterface',
        on: day,
        meetingId: idFrom(personId, 'interface', day),
        manner,
        recipients: [recipient],
        consents: consent ? [consent] : [],
      }),
    },
    about,
  );
  const unnamed = told.said.some(({ command }) => command.type === 'DiscussAtInterface') && manner === 'anonymised';
  const message = 'No consent was on record on that day: recorded as discussed in anonymised form (TRN-44).';
  return unnamed ? { ...told, oddities: [{ field, message }] } : told;
}

function planFromRow({ planOn: on, signed }: CamhsRow, about: CaseAbout): TransitionFromRow {
  const field = 'joint_plan_agreed_on';
  if (on !== undefined && (signed === undefined || signed === 'not-yet')) {
    const message = 'Whether the young person signed is not known, so the plan counts as not agreed yet (TRN-45).';
    return { said: [], oddities: [{ field: 'plan_signed', message }] };
  }
  const youngPerson = signed === 'declined' ? 'declined' : 'signed';
  const reason = youngPerson === 'declined' ? 'Not stated in the loaded caseload.' : undefined;
  return datedFromRow(
    {
      field,
      on,
      type: 'JointPlanAgreed',
      command: (day) => ({
        type: 'AgreeJointPlan',
        on: day,
        youngPerson,
        reason,
        family: 'not-involved',
        promisedContacts: [],
      }),
    },
    about,
  );
}

function lateMeeting({ finalMeetingOn }: CamhsRow, { birthDate }: CaseAbout): Oddity[] {
  if (finalMeetingOn === undefined || finalMeetingOn < birthday(birthDate, 18)) return [];
  return [{ field: 'final_meeting_on', message: 'On or after the 18th birthday: it counts as late (TRN-B2.6).' }];
}
