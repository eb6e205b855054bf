// What may further be asked of a plan: schools consulted, a change of the ICB, acts in an appeal, points of a meeting.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { AgreedAct, OrderStep, PointFinding, Refusal, ReviewPoint, TribunalAct } from './words.js';

type On<T extends string, D = unknown> = { readonly type: T; readonly on: CivilDate } & Readonly<D>;

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
