// What may be asked of a plan. `on` is the day on which it happened; ids that a command brings into being come with it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Choices } from '../../../rules/chosen-settings.js';
import type {
  ConsultationCommand,
  IcbCommand,
  OrderCommand,
  PointCommand,
  TribunalCommand,
} from './commands-further.js';
import type { CycleRef, TrackRef } from './reviews-under-way.js';
import type { ReturnedCommand } from './returned.js';
import type {
  AdviceStep,
  Channel,
  CycleKind,
  FinalOrigin,
  Outcome,
  Past25Setting,
  Phase,
  PlacementKind,
  RightsHolder,
  Role,
  SlotValue,
} from './words.js';

type On<T extends string, D = unknown> = { readonly type: T; readonly on: CivilDate } & Readonly<D>;

interface Start {
  readonly personId: string;
  readonly authority: string;
  readonly rulePack: { readonly pack: string; readonly version: number };
}

export interface PlacementDetails {
  readonly placementId: string;
  readonly kind: PlacementKind;
  readonly urn?: string;
  readonly ukprn?: string;
  readonly setting?: string;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly outOfArea?: boolean;
  readonly residential?: string;
  readonly rank?: number;
  readonly senUnit?: boolean;
  readonly resourcedProvision?: boolean;
}

export type PlanCommand =
  | On<'IssuePlan', Start & { source?: 'return' }>
  | On<
      'TakeOverPlan',
      Start & { fromAuthority: string; planMadeOn: CivilDate; lastReviewedOn?: CivilDate; becameAwareOn?: CivilDate }
    >
  | On<'SendMoveInLetter', { willReassess: boolean; reviewOn?: CivilDate }>
  | On<'LearnOfMove', { toAuthority?: string; movesOn: CivilDate }>
  | On<'MoveOut', { toAuthority: string }>
  | On<'RecordPlacement', { details: PlacementDetails }>
  | On<'EndPlacement', { placementId: string }>
  | On<'RecordNeeds', { needs: readonly { readonly code: string; readonly rank: number }[] }>
  | On<'RecordYearGroup', { yearGroup: number }>;

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
  | PointCommand
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
  | On<'RequestEarlyReview', { requestId: string; by: Role; reason: string }>
  | On<'AnswerEarlyReview', { requestId: string; agreed: boolean; reason: string; newCycleId: string }>
  | On<'WithdrawEarlyRequest', { requestId: string }>
  | On<'ExpectPhaseTransfer', { transferId: string; phase: Phase; transferOn: CivilDate }>
  | On<'NamePhaseSetting', { transferId?: string; placement?: PlacementDetails }>
  | On<'ProposeCease', { ceaseId: string; consulted: readonly string[] }>
  | On<'DropCease'>
  | On<
      'DecideCease',
      { ground: string; appealRightsGiven: boolean; reviewShowsNoReturn?: boolean; birthDate?: CivilDate }
    >
  | On<'CeasePlan', { ground?: string; birthDate?: CivilDate; choices?: Choices }>
  | On<'ContinuePast25', { setting: Past25Setting; trainingEndsOn?: CivilDate; birthDate?: CivilDate }>
  | On<'ExplainRights', { to: readonly RightsHolder[]; channel: Channel }>
  | On<'RecordCourseEnd', { endsOn: CivilDate; birthDate?: CivilDate }>
  | On<'RecordMediation', { step: string; letterEventId?: string }>
  | On<'RegisterAppeal', { appealId: string; placementOnly: boolean; letterEventId?: string }>
  | On<'DetermineAppeal', { appealId: string; result: string; order: string }>
  | On<'CorrectDate', { correctsEventId: string; field: string; to: CivilDate; reason: string }>
  | On<'WithdrawFact', { eventId: string; reason: string }>;

export type EhcCommand =
  | PlanCommand
  | ReviewCommand
  | NoticeCommand
  | FurtherCommand
  | ConsultationCommand
  | IcbCommand
  | TribunalCommand
  | OrderCommand
  | ReturnedCommand;
export type Of<T extends EhcCommand['type']> = Extract<EhcCommand, { readonly type: T }>;
