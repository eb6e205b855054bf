// What deciding about a programme needs to know. Nothing personal: what was answered, agreed and written stands in the events alone.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type {
  AgreedWith,
  Alone,
  Ending,
  GoalOutcome,
  HelpOutcome,
  PartTaken,
  Stage,
  SummaryRecipient,
  WayToAnswer,
} from './codes.js';
import type { QuestionnaireId, Voice } from './questionnaires/questionnaire.js';

/** When a thing happened, and the event that says so. */
export interface Done {
  readonly on: CivilDate;
  readonly eventId: string;
}

export interface Started extends Done {
  readonly personId: string;
  readonly service: string;
  readonly organisation: string;
  readonly pack: string;
  readonly packVersion: number;
}

/** Given on the first day of `offers`; more time that was given since moves `validUntil` alone. */
export interface Link extends Done {
  readonly linkId: string;
  readonly questionnaire: QuestionnaireId;
  readonly version: number;
  readonly voice: Voice;
  /** As it was said on the last day. */
  readonly validUntil: CivilDate;
  readonly offers: readonly (Done & { readonly validUntil: CivilDate })[];
  readonly tokenHash: string;
  readonly withdrawn?: Done;
  readonly sent?: Done;
}

export interface Submission extends Done {
  readonly questionnaire: QuestionnaireId;
  readonly version: number;
  readonly voice: Voice;
  readonly how: WayToAnswer;
  readonly helpAsked: number;
}

/** Help that somebody asked for: in a form, the so many-eth of its answers that ask; or at a visit. */
export interface Help extends Done {
  readonly helpId: string;
  readonly askedBy: Voice;
  /** The event of the form, and which of its answers that ask for help, from nought. */
  readonly inForm?: number;
  /** Where it was somebody else's than the worker's of the programme when it was asked for. */
  readonly owner?: string;
  /** Looked at again since, and by whom it is seen to from then on. */
  readonly rechecks: readonly (Done & { readonly owner?: string })[];
  readonly addressed?: Done & { readonly outcome: HelpOutcome };
}

export interface Goal extends Done {
  readonly goalId: string;
  readonly agreedWith: readonly AgreedWith[];
  /** As it was agreed with the goal. */
  readonly reviewOn?: CivilDate;
  readonly reviews: readonly (Done & { readonly outcome: GoalOutcome; readonly reviewOn?: CivilDate })[];
}

export interface Visit extends Done {
  readonly seenAlone: Alone;
  readonly tookPart: PartTaken;
  readonly jointWith?: string;
  /** Not known of a visit that a list told. */
  readonly askThreeQuestions?: boolean;
}

/** An appointment that was agreed: on which day, for which. */
export interface Appointment extends Done {
  readonly appointmentOn: CivilDate;
}

/** All lists in order of the day, whenever each was recorded. */
export interface Programme {
  readonly started?: Started;
  /** In order of readiness: the last is where they are. */
  readonly stages: readonly (Done & { readonly stage: Stage })[];
  readonly workers: readonly (Done & { readonly worker: string })[];
  readonly transfersPlanned: readonly (Done & { readonly transferOn: CivilDate })[];
  /** In order of the day on which they were agreed. */
  readonly appointments: readonly Appointment[];
  readonly camhsTransition?: Done & { readonly transitionId: string };
  readonly links: Readonly<Record<string, Link>>;
  readonly submissions: readonly Submission[];
  readonly helps: Readonly<Record<string, Help>>;
  readonly goals: Readonly<Record<string, Goal>>;
  readonly visits: readonly Visit[];
  readonly adultServicesMet: readonly (Done & { readonly organisation: string })[];
  readonly passports: readonly Done[];
  readonly summaries: readonly (Done & { readonly to: SummaryRecipient })[];
  readonly transferred?: Done & { readonly organisation: string; readonly firstClinicOn?: CivilDate };
  /** The first. */
  readonly helloConsent?: Done;
  readonly ended?: Done & { readonly reason: Ending };
}

export const initial: Programme = {
  stages: [],
  workers: [],
  transfersPlanned: [],
  appointments: [],
  links: {},
  submissions: [],
  helps: {},
  goals: {},
  visits: [],
  adultServicesMet: [],
  passports: [],
  summaries: [],
};

const lastOn = <T extends Done>(all: readonly T[], day?: CivilDate): T | undefined =>
  day === undefined ? all.at(-1) : all.findLast(({ on }) => on <= day);

/** Where they are now; on a day, where they were at its end. */
export const stageOn = ({ stages }: Pick<Programme, 'stages'>, day?: CivilDate): Stage =>
  (lastOn(stages, day) ?? stages[0])?.stage ?? 'ready';

/** Who sees to it now, or saw to it on a day. */
export const workerOn = ({ workers }: Pick<Programme, 'workers'>, day?: CivilDate): string | undefined =>
  lastOn(workers, day)?.worker;

export const openHelp = ({ helps }: Pick<Programme, 'helps'>): Help[] =>
  Object.values(helps).filter(({ addressed }) => !addressed);

/** Who sees to it that it is given. */
export const ownerOf = (state: Pick<Programme, 'workers'>, { owner, rechecks }: Help): string | undefined =>
  rechecks.findLast((one) => one.owner !== undefined)?.owner ?? owner ?? workerOn(state);

/** When a goal is to be looked at next: as the last review says, or as it was agreed. */
export const reviewOnOf = ({ reviewOn, reviews }: Goal): CivilDate | undefined =>
  reviews.length > 0 ? reviews.at(-1)?.reviewOn : reviewOn;

/** A goal that was met or dropped is looked at no more. */
export const isOpenGoal = ({ reviews }: Goal): boolean => !reviews.some(goalIsClosedBy);

export const goalIsClosedBy = ({ outcome }: { readonly outcome: GoalOutcome }): boolean =>
  outcome === 'met' || outcome === 'dropped';

/** The appointment agreed last for that day or later. */
export const nextAppointment = (
  { appointments }: Pick<Programme, 'appointments'>,
  from: CivilDate,
): Appointment | undefined => appointments.findLast(({ appointmentOn }) => appointmentOn >= from);

/** As it is planned now, or was on a day. */
export const plannedTransfer = ({ transfersPlanned }: Pick<Programme, 'transfersPlanned'>, day?: CivilDate) =>
  lastOn(transfersPlanned, day);
