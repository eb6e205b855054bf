// What may further be asked of a plan: schools consulted, a change of the ICB, acts in an appeal, points of a meeting.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type {
  AgreedAct,
  Channel,
  ConsultationEnd,
  IcbRequest,
  OrderStep,
  PlacementKind,
  PointFinding,
  Refusal,
  ReviewPoint,
  SchoolReply,
  TribunalAct,
} from './words.js';

type On<T extends string, D = unknown> = { readonly type: T; readonly on: CivilDate } & Readonly<D>;

export type ConsultationCommand =
  | On<
      'ConsultSchool',
      {
        consultationId: string;
        kind: PlacementKind;
        urn?: string;
        ukprn?: string;
        setting?: string;
        channel: Channel;
      }
    >
  | On<'RecordSchoolReply', { consultationId: string; reply: SchoolReply; reason?: string }>
  | On<'WithdrawConsultation', { consultationId: string; because: ConsultationEnd }>;

export type IcbCommand =
  | On<'LearnOfIcbChange', { changeId: string; fromIcb?: string; toIcb: string; movesOn: CivilDate }>
  | On<'NotifyNewIcb', { changeId: string }>
  | On<'JudgeIcbProvision', { changeId: string; awareOn: CivilDate; canSecure: boolean }>
  | On<'ReceiveIcbRequest', { changeId: string; asksFor: IcbRequest }>
  | On<'MeetIcbRequest', { changeId: string; by: IcbRequest; newCycleId: string }>;

export type TribunalCommand =
  | On<'ReceiveAppealNotice', { appealId: string }>
  | On<'FixTribunalDate', { appealId: string; directionId: string; act: TribunalAct; dueOn: CivilDate }>
  | On<'DoTribunalAct', { appealId: string; act: TribunalAct; directionId?: string }>
  | On<'ConcedeAppeal', { appealId: string; order: string }>;

export type OrderCommand =
  | On<'NotifyRefusal', { refusal: Refusal; appealRightsGiven: boolean }>
  | On<
      'AgreeInMediation',
      { agreementId: string; letterEventId?: string; act: AgreedAct; councilTookPart: boolean; limitOn?: CivilDate }
    >
  | On<'DoOrderStep', { orderId: string; step: OrderStep }>;

export type PointCommand = On<
  'RecordReviewPoint',
  { cycleId?: string; newCycleId: string; point: ReviewPoint; finding: PointFinding }
>;
