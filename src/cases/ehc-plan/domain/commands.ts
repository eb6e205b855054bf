// What may be asked of a plan. `on` is the day on which it happened; ids that a command brings into being come with it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CycleRef, TrackRef } from './reviews-under-way.js';
import type { ReturnedCommand } from './returned.js';
import type {
  AdviceStep,
  Channel,
  CycleKind,
  FinalOrigin,
  Outcome,
  RightsHolder,
  Role,
  SlotValue,
  PointFinding,
  ReviewPoint,
} from './words.js';

type On<T extends string, D = unknown> = { readonly type: T; readonly on: CivilDate } & Readonly<D>;

export type ReviewCommand =
  | On<'OpenReview', CycleRef & { kind: CycleKind; inPlaceOfUndecided?: boolean }>
  | On<'SendInvitations', CycleRef & { roles: readonly Role[]; meetingOn: CivilDate; channel: Channel }>
  | On<
      'RecordAdvice',
      CycleRef & {
        step: AdviceStep;
        roles: readonly Role[];
        channel?: Channel;
        dueOn?: CivilDate;
        adviceDatedOn?: CivilDate;
        reason?: string;
      }
    >
  | On<'ConsiderInterimReview', CycleRef>
  | On<'PlanMeeting', CycleRef & { meetingOn: CivilDate }>
  | On<
      'HoldMeeting',
      CycleRef & {
        attended: readonly Role[];
        outcomesConsidered?: boolean;
        preparingForAdulthood?: Readonly<Record<string, SlotValue | undefined>>;
        birthDate?: CivilDate;
      }
    >
  | On<'RecordReviewPoint', CycleRef & { point: ReviewPoint; finding: PointFinding }>
  | On<
      'SendReport',
      CycleRef & { recommends: Outcome; sentTo: readonly Role[]; recommendations?: string; differences?: string }
    >;

export type NoticeCommand =
  | On<
      'SendDecision',
      CycleRef & {
        outcome: Outcome;
        proposedChanges?: 'attached' | 'not-attached';
        appealRightsGiven: boolean;
        reason?: string;
        /** Why something that the law asks for is missing. */
        lacksReason?: string;
        ground?: string;
        birthDate?: CivilDate;
      }
    >
  | On<'SendAmendmentNotice', TrackRef & { newAmendmentId: string; withoutReview?: boolean }>
  | On<'ServeNotice', TrackRef & { channel: Channel }>
  | On<'RecordBounce', TrackRef & { channel: Channel }>
  | On<'ReceiveRepresentations', TrackRef & { asksForMeeting?: boolean; namesSetting?: boolean; summary?: string }>
  | On<'WaiveRepresentations', TrackRef & { inWriting: boolean }>
  | On<'DropAmendments', TrackRef & { reason: string; appealRightsGiven: boolean; lacksReason?: string }>
  | On<
      'IssueFinalPlan',
      TrackRef & {
        origin: FinalOrigin;
        recipients: readonly string[];
        restToFollow?: boolean;
        reasonForEarly?: string;
        orderId?: string;
      }
    >
  | On<'CopyFinalPlan', TrackRef & { recipients: readonly string[] }>;

export type FurtherCommand =
  | On<'ExplainRights', { to: readonly RightsHolder[]; channel: Channel }>
  | On<'CorrectDate', { correctsEventId: string; field: string; to: CivilDate; reason: string }>
  | On<'WithdrawFact', { eventId: string; reason: string }>;

export type EhcCommand = ReviewCommand | NoticeCommand | FurtherCommand | ReturnedCommand;
export type Of<T extends EhcCommand['type']> = Extract<EhcCommand, { readonly type: T }>;
