// One programme as it is shown: where they are, what each voice said, what help is open, what was agreed, how far the hand-over is.
import { ApiProperty } from '../../../engine/api/api-property.js';

export class AnswerView {
  @ApiProperty() item: string;
  @ApiProperty() label: string;
  @ApiProperty({ required: false, description: 'yes, help or not-applicable; absent where it was left blank' })
  answer?: string;
  @ApiProperty({ required: false }) comment?: string;
}

export class SubmissionView {
  @ApiProperty({ description: 'Id of the event' }) eventId: string;
  @ApiProperty() on: string;
  @ApiProperty() questionnaire: string;
  @ApiProperty() version: number;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'young-person, parent or adult: none takes the place of another (RSG-04)' })
  voice: string;
  @ApiProperty({ description: 'own-device, paper (typed in by staff) or with-staff' }) how: string;
  @ApiProperty({ description: 'The stage on that day' }) stage: string;
  @ApiProperty() helpAsked: number;
  @ApiProperty({ required: false, type: [AnswerView], description: 'In the words of the version it was given to' })
  answers?: AnswerView[];
}

export class BesideView {
  @ApiProperty() item: string;
  @ApiProperty() section: string;
  @ApiProperty() label: string;
  @ApiProperty({
    description: 'Whether it stands on the sheet that they sent last: what was not asked was not left blank',
  })
  youngPersonAsked: boolean;
  @ApiProperty({ required: false }) youngPerson?: string;
  @ApiProperty({ required: false }) youngPersonComment?: string;
  @ApiProperty({ required: false, description: 'What the young person said last time, where it was another answer' })
  before?: string;
  @ApiProperty() parentAsked: boolean;
  @ApiProperty({ required: false }) parent?: string;
  @ApiProperty({ required: false }) parentComment?: string;
  @ApiProperty() differs: boolean;
}

export class HelpView {
  @ApiProperty() helpId: string;
  @ApiProperty() on: string;
  @ApiProperty({ description: 'Id of the event by which it was asked for' }) eventId: string;
  @ApiProperty() askedBy: string;
  @ApiProperty({ description: 'The stage in which it was asked for' }) stage: string;
  @ApiProperty({ description: 'Asked for in an earlier stage, and open still (RSG-07)' }) carried: boolean;
  @ApiProperty({ required: false }) what?: string;
  @ApiProperty({ required: false }) owner?: string;
  @ApiProperty({ required: false }) recheckedOn?: string;
  @ApiProperty({ required: false }) addressedOn?: string;
  @ApiProperty({ required: false }) outcome?: string;
  @ApiProperty({ required: false }) how?: string;
}

export class GoalReviewView {
  @ApiProperty() on: string;
  @ApiProperty() outcome: string;
  @ApiProperty({ required: false }) note?: string;
}

export class GoalView {
  @ApiProperty() goalId: string;
  @ApiProperty() on: string;
  @ApiProperty({ type: [String] }) agreedWith: readonly string[];
  @ApiProperty({ required: false }) goal?: string;
  @ApiProperty({ required: false }) reviewOn?: string;
  @ApiProperty() open: boolean;
  @ApiProperty({ type: [GoalReviewView] }) reviews: GoalReviewView[];
}

export class ReadinessVisitView {
  @ApiProperty() eventId: string;
  @ApiProperty() on: string;
  @ApiProperty({ description: 'none, part or whole (RSG-08)' }) seenAlone: string;
  @ApiProperty() tookPart: string;
  @ApiProperty({ required: false }) jointWith?: string;
  @ApiProperty({ required: false, description: 'Absent: not known' }) askThreeQuestions?: boolean;
  @ApiProperty({ required: false }) note?: string;
}

export class FormLinkView {
  @ApiProperty() linkId: string;
  @ApiProperty() on: string;
  @ApiProperty() questionnaire: string;
  @ApiProperty() version: number;
  @ApiProperty() voice: string;
  @ApiProperty() validUntil: string;
  @ApiProperty({ required: false }) withdrawnOn?: string;
  @ApiProperty({ required: false }) sentOn?: string;
}

export class PassportView {
  @ApiProperty() on: string;
  @ApiProperty({ required: false }) aboutMe?: string;
  @ApiProperty({ required: false }) helpsMe?: string;
  @ApiProperty({ required: false }) whenUnwell?: string;
}

export class SummaryView {
  @ApiProperty() on: string;
  @ApiProperty() to: string;
  @ApiProperty({ required: false }) summary?: string;
}

export class StageView {
  @ApiProperty() stage: string;
  @ApiProperty() on: string;
}

export class MetView {
  @ApiProperty() on: string;
  @ApiProperty() organisation: string;
}

export class CorrectableDateView {
  @ApiProperty() field: string;
  @ApiProperty() on: string;
}

export class CorrectableFactView {
  @ApiProperty() eventId: string;
  @ApiProperty() type: string;
  @ApiProperty({ type: [CorrectableDateView] }) dates: CorrectableDateView[];
}

export class ReadinessView {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'Send it as If-Match with the next change' }) revision: number;
  @ApiProperty() personId: string;
  @ApiProperty() service: string;
  @ApiProperty() organisation: string;
  @ApiProperty({ description: 'The rule pack whose bands of ages prompt' }) pack: string;
  @ApiProperty() startedOn: string;
  @ApiProperty() stage: string;
  @ApiProperty({ type: [StageView] }) stages: StageView[];
  @ApiProperty({ type: [String], description: 'The stages that the bands have for the age: a prompt, never a block' })
  stagesByAge: readonly string[];
  @ApiProperty({ required: false }) worker?: string;
  @ApiProperty({ required: false, description: 'As it is planned; without a plan the 18th birthday' })
  transferOn?: string;
  @ApiProperty() transferPlanned: boolean;
  @ApiProperty({ required: false }) nextOn?: string;
  @ApiProperty() besideCamhsTransition: boolean;
  @ApiProperty({ required: false, description: 'An open CAMHS transition of theirs; the earlier date wins (RSG-E3)' })
  openTransitionId?: string;
  @ApiProperty({ type: [SubmissionView] }) submissions: SubmissionView[];
  @ApiProperty({ type: [BesideView], description: 'The last of each voice, side by side' }) sideBySide: BesideView[];
  @ApiProperty({ type: [HelpView], description: 'Open first' }) helps: HelpView[];
  @ApiProperty({ type: [GoalView] }) goals: GoalView[];
  @ApiProperty({ type: [ReadinessVisitView] }) visits: ReadinessVisitView[];
  @ApiProperty({ type: [FormLinkView] }) links: FormLinkView[];
  @ApiProperty({ type: [MetView] }) adultServicesMet: MetView[];
  @ApiProperty({ required: false, type: PassportView }) passport?: PassportView;
  @ApiProperty({ type: [SummaryView] }) summaries: SummaryView[];
  @ApiProperty({ required: false, type: MetView }) transferred?: MetView;
  @ApiProperty({ required: false }) firstClinicOn?: string;
  @ApiProperty({ required: false }) helloConsentedOn?: string;
  @ApiProperty({ required: false }) endedOn?: string;
  @ApiProperty({ required: false }) endedBecause?: string;
  @ApiProperty({ required: false, description: 'Nothing is asked any more' }) diedOn?: string;
  @ApiProperty({ description: 'Whether what was said and written is left out for whoever asks (SHARE matrix)' })
  withoutWords: boolean;
  @ApiProperty({ type: [CorrectableFactView], description: 'What can be corrected or taken back, the newest first' })
  facts: CorrectableFactView[];
}
