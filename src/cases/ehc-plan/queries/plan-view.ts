// An EHC plan as the API shows it.
import { ApiProperty } from '../../../engine/api/api-property.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Letter } from '../domain/letters.js';
import { arrangings } from '../domain/review-practice.js';
import type { Appeal, EarlyRequest, PhaseTransfer } from '../domain/state.js';
import {
  type LackKind,
  type RightsHolder,
  type Role,
  cycleKinds,
  decidedOutcomes,
  lackKinds,
  legalRoles,
  orderSteps,
  past25Settings,
  placementKinds,
  proposedChanges,
  recipients,
  recordedOrders,
  reviewPoints,
  rightsHolders,
  roles,
} from '../domain/words.js';

/** A dated fact with the event that says so: its id is what a correction names. */
export class DatedFact {
  @ApiProperty({ example: '2025-11-25' }) on: string;
  @ApiProperty() eventId: string;
  @ApiProperty({ required: false, description: 'Set where only a return tells of it' }) source?: string;
}

export class LedgerLineView {
  @ApiProperty({ enum: roles }) role: string;
  @ApiProperty({ description: 'Must be invited and asked (EHC-13, EHC-14)' }) required: boolean;
  @ApiProperty({ required: false, type: DatedFact }) invited?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) requested?: DatedFact;
  @ApiProperty({ type: [DatedFact] }) chased: readonly DatedFact[];
  @ApiProperty({ required: false, type: DatedFact }) answered?: DatedFact;
  @ApiProperty({ required: false, enum: ['received', 'declined', 'nil'] }) answer?: string;
  @ApiProperty({ required: false, type: DatedFact }) circulated?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact, description: 'Date of the advice itself (EHC-17)' })
  dated?: DatedFact;
  @ApiProperty({ required: false, description: 'Age of the advice at the meeting, in days' }) ageInDays?: number;
  @ApiProperty({ required: false, description: 'Dated more than a year before the meeting (EHC-17)' })
  outOfDate?: boolean;
}

/** What the law asks for and is not on record, and by which rule. */
export class LackView {
  @ApiProperty({ enum: lackKinds }) what: LackKind;
  @ApiProperty({ enum: roles, isArray: true, description: 'Whom it is about, where it is about those who take part' })
  roles: readonly Role[];
  @ApiProperty({ example: 'EHC-12' }) rule: string;
}

/** EHC-62, EHC-63: the two letters of ceasing, and from when it may take effect. */
export class CeasingView {
  @ApiProperty({ required: false, type: DatedFact, description: 'The first letter: told and consulted (EHC-62)' })
  proposed?: DatedFact;
  @ApiProperty({
    required: false,
    type: DatedFact,
    description: 'The second letter: decided, with the right of appeal',
  })
  decided?: DatedFact;
  @ApiProperty({ required: false, description: 'The review whose decision notice was the first letter (EHC-31)' })
  proposedByReview?: string;
  @ApiProperty({
    required: false,
    enum: legalRoles,
    isArray: true,
    description: 'Who was consulted on the proposal; left out where the notice of a review does not say it (EHC-62)',
  })
  consulted?: readonly string[];
  @ApiProperty({ required: false, description: 'The review whose decision notice was the second letter (EHC-31)' })
  decidedByReview?: string;
  @ApiProperty({ required: false, description: 'Left out where the notice of a review did not say it' })
  ground?: string;
  @ApiProperty({
    required: false,
    description: 'First day on which it may take effect (EHC-63); left out while an appeal is pending',
    example: '2026-03-01',
  })
  notBefore?: string;
}

/** What came of a review that decided to cease the plan (EHC-31). */
export class ReviewCeasingView extends CeasingView {
  @ApiProperty({ description: 'Not dropped, overturned, followed by another, or over' }) stands: boolean;
  @ApiProperty({ required: false, type: DatedFact, description: 'Not pursued, or overturned on appeal' })
  notPursued?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact, description: 'The plan ceased (EHC-66)' }) ceased?: DatedFact;
}

export class ReviewView {
  @ApiProperty({ description: '`next` for the one that nobody has begun' }) cycleId: string;
  @ApiProperty() ordinal: number;
  @ApiProperty({ enum: cycleKinds }) kind: string;
  @ApiProperty({
    enum: ['open', 'complete', 'left undecided'],
    description: 'Complete by the decision notice only (EHC-02)',
  })
  status: string;
  @ApiProperty({
    required: false,
    type: DatedFact,
    description: 'Left out where a return does not tell of the reviews before',
  })
  clockStart?: DatedFact;
  @ApiProperty({ required: false, example: '2025-11-10' }) meetingArrangedFor?: string;
  @ApiProperty({ required: false, type: DatedFact }) meeting?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) report?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) decision?: DatedFact;
  @ApiProperty({ required: false, enum: decidedOutcomes }) outcome?: string;
  @ApiProperty({ required: false, enum: proposedChanges }) proposedChanges?: string;
  @ApiProperty({ required: false, description: 'What a return states, with or without the date of a notice' })
  statedOutcome?: string;
  @ApiProperty({ required: false, type: ReviewCeasingView, description: 'Where it decided to cease the plan (EHC-31)' })
  ceasing?: ReviewCeasingView;
  @ApiProperty({ required: false, type: DatedFact }) amendmentNotice?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) served?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact, description: 'The last time that a notice came back' })
  bounced?: DatedFact;
  @ApiProperty({ type: [DatedFact], description: 'What the family said on the proposed amendments (EHC-25)' })
  representations: readonly DatedFact[];
  @ApiProperty({ required: false, type: DatedFact }) waived?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) notToAmend?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) finalPlan?: DatedFact;
  @ApiProperty({ enum: recipients, isArray: true, description: 'Who did not get the final plan (EHC-29)' })
  finalPlanNotSentTo: readonly string[];
  @ApiProperty({
    required: false,
    type: DatedFact,
    description: 'The sending by which the last of them had it (EHC-29)',
  })
  finalPlanSentToAll?: DatedFact;
  @ApiProperty({ enum: arrangings, description: 'Who arranges the meeting (EHC-12, EHC-14)' }) arranging: string;
  @ApiProperty({ type: [Object], description: 'Further points of the meeting (EHC-10, EHC-33)' })
  points: readonly object[];
  @ApiProperty({
    enum: reviewPoints,
    isArray: true,
    description: 'Points on which nothing is recorded, or that they were not considered',
  })
  pointsLeft: readonly string[];
  @ApiProperty({
    type: [LackView],
    description:
      'What the law asks for and is not on record: by the decision notice, or by the day while there is none (EHC-12 to EHC-23)',
  })
  lacks: readonly LackView[];
  @ApiProperty({
    required: false,
    type: [LackView],
    description: 'What was said to be missing when the decision was recorded; left out where nobody was asked',
  })
  lacksSaid?: readonly LackView[];
  @ApiProperty({ type: [LedgerLineView] }) ledger: readonly LedgerLineView[];
}

export class PlacementView {
  @ApiProperty() id: string;
  @ApiProperty({ enum: placementKinds }) kind: string;
  @ApiProperty({ required: false }) urn?: string;
  @ApiProperty({ required: false }) ukprn?: string;
  @ApiProperty({
    required: false,
    description: 'On the day asked for; left out where the list of schools does not have it',
  })
  schoolName?: string;
  @ApiProperty({ required: false }) setting?: string;
  @ApiProperty({ required: false }) from?: string;
  @ApiProperty({ required: false }) to?: string;
  @ApiProperty({ required: false }) outOfArea?: boolean;
}

/** EHC-64: the plan goes on past 25, and when it ends then. */
export class Past25View {
  @ApiProperty({ type: DatedFact, description: 'The decision to go on' }) decided: DatedFact;
  @ApiProperty({ enum: past25Settings }) setting: string;
  @ApiProperty({ required: false, description: 'Left out while it is not known', example: '2026-05-20' })
  courseEndsOn?: string;
  @ApiProperty({ required: false, description: 'The day on which the plan ends', example: '2026-05-20' })
  endsOn?: string;
  @ApiProperty({ required: false, description: 'While the end of the course is not known: no plan goes beyond it' })
  atTheLatest?: string;
}

export class RightsView {
  @ApiProperty({
    enum: [...rightsHolders, 'not-known'],
    description: 'Who gets every letter and is asked (CAL-15, AMB-19)',
  })
  holder: RightsHolder | 'not-known';
  @ApiProperty({ required: false, description: "First day on which the rights are the young person's" })
  passOn?: CivilDate;
  @ApiProperty({ required: false, type: DatedFact, description: 'When it was explained to them' })
  explained?: DatedFact;
}

/** What must be done because it was ordered, conceded or agreed, and what of it can still be recorded (EHC-76 to EHC-78). */
export class OrderView {
  @ApiProperty({ description: 'Of the appeal, or of the agreement' }) id: string;
  @ApiProperty({ enum: ['ordered', 'conceded', 'agreed'] }) kind: string;
  @ApiProperty({ type: DatedFact, description: 'From its day the time runs' }) start: DatedFact;
  @ApiProperty({ enum: [...recordedOrders, 'not-appealable'] }) act: string;
  @ApiProperty({ required: false, description: 'Another limit that the parties agreed in writing' }) limitOn?: string;
  @ApiProperty({ required: false, type: DatedFact, description: 'The plan that complies with it' })
  plan?: DatedFact;
  @ApiProperty({ description: 'Whether a plan issued by this authority complies with it' }) byPlan: boolean;
  @ApiProperty({ type: [Object], description: 'What was done under it' })
  done: readonly object[];
  @ApiProperty({ enum: orderSteps, isArray: true, description: 'What can still be recorded' })
  left: readonly string[];
}

/** EHC-05, EHC-26: the plan is amended, and no review led to it. */
export class AmendmentView {
  @ApiProperty() id: string;
  @ApiProperty({ type: DatedFact }) notice: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) served?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) bounced?: DatedFact;
  @ApiProperty({ type: [DatedFact] }) representations: readonly DatedFact[];
  @ApiProperty({ required: false, type: DatedFact }) waived?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) notToAmend?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) finalPlan?: DatedFact;
  @ApiProperty({ enum: recipients, isArray: true, description: 'Who is still to get it (EHC-29)' })
  finalPlanNotSentTo: readonly string[];
}

export class EhcPlanView {
  @ApiProperty() id: string;
  @ApiProperty() personId: string;
  @ApiProperty() authority: string;
  @ApiProperty({ type: RightsView }) rights: RightsView;
  @ApiProperty({ example: 'england-send-2014 v1' }) rulePack: string;
  @ApiProperty({ enum: ['maintained', 'cease proposed', 'cease decided', 'ceased', 'moved out'] }) status: string;
  @ApiProperty({ required: false, type: DatedFact }) statusSince?: DatedFact;
  @ApiProperty({ type: DatedFact, description: 'By whichever authority (EHC-51)' }) planMade: DatedFact;
  @ApiProperty({ type: DatedFact }) lastIssued: DatedFact;
  @ApiProperty({ required: false, type: DatedFact }) movedIn?: DatedFact;
  @ApiProperty({ required: false, type: DatedFact, description: 'The letter after a move here (EHC-52)' })
  moveInLetter?: DatedFact;
  @ApiProperty({
    required: false,
    type: DatedFact,
    description: 'A letter that does not say when the plan will be reviewed: the six weeks run on (EHC-52)',
  })
  moveInLetterSilent?: DatedFact;
  @ApiProperty({
    required: false,
    type: DatedFact,
    description: 'A letter of which it was not recorded whether it says when the plan will be reviewed (EHC-52)',
  })
  moveInLetterUnclear?: DatedFact;
  @ApiProperty({ required: false, type: CeasingView, description: 'The proposal to cease that stands, if any' })
  ceasing?: CeasingView;
  @ApiProperty({ required: false, type: Past25View }) past25?: Past25View;
  @ApiProperty({ description: 'Whether it may be decided that the plan goes on past 25 (EHC-64)' })
  mayGoOnPast25: boolean;
  @ApiProperty({ required: false, description: 'Recorded, or of the birth date (CAL-14)' }) yearGroup?: number;
  @ApiProperty({ type: [PlacementView] }) placements: readonly PlacementView[];
  @ApiProperty({ type: [Object] }) needs: readonly { readonly code: string; readonly rank: number }[];
  @ApiProperty({ type: [ReviewView] }) reviews: readonly ReviewView[];
  @ApiProperty({ type: [AmendmentView] }) amendments: readonly AmendmentView[];
  @ApiProperty({ type: [Object] }) earlyRequests: readonly EarlyRequest[];
  @ApiProperty({
    type: [Object],
    description:
      '`limitMetBy`: the naming that meets the limit, after a review and a plan of this cycle (EHC-40 to EHC-42)',
  })
  phaseTransfers: readonly (PhaseTransfer & { readonly limitMetBy?: DatedFact })[];
  @ApiProperty({ type: [Object], description: 'Letters that can be appealed against, with their events (EHC-75)' })
  letters: readonly Letter[];
  @ApiProperty({ type: [Object], description: 'With the dates that the Tribunal fixed and what was done (EHC-73)' })
  appeals: readonly Appeal[];
  @ApiProperty({ type: [OrderView] }) orders: readonly OrderView[];
  @ApiProperty({ type: [Object], description: 'Schools consulted, and what they replied (EHC-30)' })
  consultations: readonly object[];
  @ApiProperty({ type: [Object], description: 'Changes of ICB, and how far each has come (EHC-54)' })
  icbChanges: readonly object[];
}
