// How far special needs are known: what was recorded by hand, and the EHC plans of which their cases tell; a plan goes before a word (TRN-07, TRN-20, AMB-07).
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { sendStatuses } from './codes.js';
import { latestOn } from './lists.js';

export type SendStatus = (typeof sendStatuses)[number];

export interface SendStatusSaid {
  readonly status: SendStatus;
  readonly on: CivilDate;
  readonly eventId: string;
}

export interface KnownPlan {
  readonly planId: string;
  readonly from: CivilDate;
  readonly eventId: string;
  readonly until?: CivilDate;
}

interface TellsOfPlan {
  readonly type: 'EhcPlanKnown' | 'EhcPlanGone';
  readonly id: string;
  readonly occurredOn: CivilDate;
  readonly data: { readonly planId: string; readonly because?: string };
}

export function withPlan(plans: readonly KnownPlan[], event: TellsOfPlan): readonly KnownPlan[] {
  const { type, id: eventId, occurredOn: on, data } = event;
  const { planId, because } = data;
  const others = plans.filter((plan) => plan.planId !== planId);
  if (type === 'EhcPlanKnown') return [...others, { planId, from: on, eventId }];
  const ended = plans.filter((plan) => plan.planId === planId).map((plan) => ({ ...plan, until: on }));
  return because === 'withdrawn' ? others : [...others, ...ended];
}

/** What the first entry says was so when we met them: since when, nobody knows. */
const said = (statuses: readonly SendStatusSaid[], on: CivilDate): SendStatusSaid | undefined =>
  latestOn(statuses, on) ?? statuses[0];

const heldOn = (plans: readonly KnownPlan[], on: CivilDate): KnownPlan | undefined =>
  plans.find(({ from, until }) => from <= on && (until === undefined || until > on));

export const sendStatusOn = (
  { sendStatuses, plans }: { readonly sendStatuses: readonly SendStatusSaid[]; readonly plans: readonly KnownPlan[] },
  on: CivilDate,
): SendStatus => (heldOn(plans, on) ? 'ehc-plan' : (said(sendStatuses, on)?.status ?? 'not-known'));

const needsSupport: readonly SendStatus[] = ['sen-support', 'ehc-plan', 'expected-long-term-need'];

export const asksForSupport = (status: SendStatus): boolean => needsSupport.includes(status);

/** As it is known now. */
export interface SendNow {
  readonly needs: boolean;
  /** Left out where it has been so for as long as they are known. */
  readonly since?: { readonly on: CivilDate; readonly eventId: string };
  /** The last word was "none", said on that day: no plan contradicts it. */
  readonly deniedOn?: CivilDate;
}

export function sendNow(sendStatuses: readonly SendStatusSaid[], plans: readonly KnownPlan[]): SendNow {
  const [first, ...later] = sendStatuses;
  const changes = [
    ...later.map(({ on, eventId }) => ({ on, eventId })),
    ...plans.flatMap(({ from, until, eventId }) => [
      { on: from, eventId },
      ...(until === undefined ? [] : [{ on: until, eventId }]),
    ]),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let now: SendNow = { needs: first !== undefined && asksForSupport(first.status) };
  for (const change of changes) {
    const needs = asksForSupport(sendStatusOn({ sendStatuses, plans }, change.on));
    if (needs !== now.needs) now = { needs, since: change };
  }
  const last = sendStatuses[sendStatuses.length - 1];
  return !now.needs && last?.status === 'none' ? { ...now, deniedOn: last.on } : now;
}

interface PersonEvent {
  readonly type: string;
  readonly id: string;
  readonly occurredOn: CivilDate;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The same from a person's own history. */
export function sendNowOf(events: readonly PersonEvent[]): SendNow {
  let plans: readonly KnownPlan[] = [];
  const statuses: SendStatusSaid[] = [];
  for (const event of events) {
    const { type, id: eventId, occurredOn: on, data } = event;
    const status = type === 'YoungPersonRegistered' ? data['sendStatus'] : data['status'];
    if (type === 'YoungPersonRegistered' || type === 'SendStatusRecorded')
      statuses.push({ status: status as SendStatus, on, eventId });
    if (type === 'EhcPlanKnown' || type === 'EhcPlanGone') plans = withPlan(plans, event as TellsOfPlan);
  }
  const [first, ...later] = statuses;
  return sendNow(first ? [first, ...later.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))] : [], plans);
}
