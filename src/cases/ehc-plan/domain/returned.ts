// What a SEN2 return can say of a plan (EHC-02, R4). `on` is its reference date, the day for which it was true; a correction is dated on the day of the load.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Outcome } from './words.js';

/** A date that a return says otherwise is put right on the day on which it is loaded, as any correction is (REC-24). */
interface Loaded {
  readonly loadedOn: CivilDate;
}

export type ReturnedCommand = Loaded &
  (
    | {
        readonly type: 'RecordReturnedReview';
        readonly on: CivilDate;
        /** For what the return brings to light: the review of the meeting, and the earlier one of a decision. */
        readonly newCycleIds: readonly [string, string];
        readonly meetingOn?: CivilDate;
        readonly outcome?: Outcome;
        /** `lastreview`: the day on which the authority wrote with its decision. */
        readonly decisionSentOn?: CivilDate;
        /** `reviewdraft` (2026): the day on which the proposed amendments went out. */
        readonly draftSentOn?: CivilDate;
      }
    | {
        readonly type: 'RecordReturnedPhaseTransfer';
        readonly on: CivilDate;
        readonly transferId: string;
        /** The statutory limit: 15 February, 31 March or five months before the transfer. */
        readonly dueOn: CivilDate;
        readonly finalOn?: CivilDate;
        readonly birthDate?: CivilDate;
      }
    | { readonly type: 'RecordReturnedCease'; readonly on: CivilDate; readonly ground: string }
  );

export type ReturnedReview = Extract<ReturnedCommand, { readonly type: 'RecordReturnedReview' }>;

/** The reason that stands with a date which a later return changes. */
export const theReturnSaysOtherwise = 'the return says otherwise';
