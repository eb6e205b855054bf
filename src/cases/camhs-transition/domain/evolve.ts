// What each fact changes in the state. Corrections are not here: they change which facts there are.
import { applyAfter } from './apply-after.js';
import { applyCare } from './apply-care.js';
import { applyReceiving } from './apply-receiving.js';
import type { TransitionEvent } from './events.js';
import { settle, settleDone } from './settle.js';
import type { Done, Transition } from './state.js';

export function evolve(state: Transition, event: TransitionEvent): Transition {
  const done: Done = { on: event.occurredOn, eventId: event.id };
  const next = change(state, event, done);
  const said = { ...next, saidDied: saidDied(state, event, next) };
  if (!leadsOnward.has(event.type)) return said;
  const { onwardFrom = done.on } = state;
  return { ...said, onwardFrom: onwardFrom < done.on ? onwardFrom : done.on };
}

const leadsOnward: ReadonlySet<string> = new Set<TransitionEvent['type']>([
  'ReceivingServiceChosen',
  'OnwardReferralMade',
  'OnwardReferralAccepted',
  'OnwardReferralRefused',
  'HandOverItemOffered',
  'ReceivingServiceOpened',
  'HandOverAccepted',
]);

/** What said it first, as long as it says so: another destination may be chosen. */
function saidDied({ saidDied: before, chosen: was }: Transition, event: TransitionEvent, { chosen }: Transition) {
  const stands = before && (before.eventId !== was?.eventId || was === chosen) ? before : undefined;
  if (stands) return stands;
  return saysDied(event) ? { on: event.occurredOn, eventId: event.id } : undefined;
}

const saysDied = (event: TransitionEvent): boolean =>
  (event.type === 'ReceivingServiceChosen' && event.data.destination === 'DIED') ||
  (event.type === 'OnwardReferralRefused' && event.data.fallback === 'DIED') ||
  (event.type === 'CamhsClosed' && event.data.destination === 'DIED') ||
  (event.type === 'AdultServiceDischarged' && event.data.reason === 'died');

function change(view: Transition, event: TransitionEvent, done: Done): Transition {
  switch (event.type) {
    case 'TransitionOpened': {
      const { protocol, ...rest } = event.data;
      return { ...view, opened: { ...done, ...rest, pack: protocol.pack, packVersion: protocol.version } };
    }
    case 'TransitionStepRecorded': {
      const { fact, outcome, arrangedFor, late } = event.data;
      const met = fact === 'adultIntroduction' && outcome === 'done' ? (view.met ?? done) : view.met;
      return { ...settle(view, fact, { ...done, outcome, arrangedFor, late }), met };
    }
    case 'TransitionMarkRecorded':
      return { ...view, marks: [...view.marks, { ...done, ...event.data }] };
    case 'InterfaceDiscussed': {
      const { meetingId, manner, recipients, decision, actionBy, actionDueOn } = event.data;
      const said = { meetingId, manner, recipients, decision, actionBy, actionDueOn };
      const discussions = [...view.discussions, { ...done, ...said }].sort((a, b) => (a.on < b.on ? -1 : 1));
      return { ...settleDone(view, 'interfaceDiscussed', done), discussions };
    }
    case 'JointPlanAgreed': {
      const { youngPerson, family, promisedContacts } = event.data;
      return {
        ...settleDone(view, 'jointPlanAgreed', done),
        plan: { ...done, youngPerson, family, promises: promisedContacts },
      };
    }
    case 'JointPlanCopyGiven':
      return view.plan ? { ...view, plan: { ...view.plan, copyGivenOn: done.on } } : view;
    case 'LeadServiceChanged': {
      const { lead, crisisContact } = event.data;
      const said = view.leadSaid && view.leadSaid.on > done.on ? view.leadSaid : { ...done, lead, crisisContact };
      return { ...settleDone(view, 'leadServiceRecorded', done), leadSaid: said };
    }
    case 'Past18ReasonRecorded': {
      const { reason, reviewOn } = event.data;
      const agreed = reason === 'time-limited-intervention' ? settleDone(view, 'over18Agreement', done) : view;
      return { ...agreed, past18: [...view.past18, { ...done, reason, reviewOn }] };
    }
    case 'CamhsClosed':
      return {
        ...settleDone(view, 'camhsClosed', done),
        closed: { ...done, destination: event.data.destination },
      };
    case 'ReceivingServiceChosen':
    case 'OnwardReferralMade':
    case 'OnwardReferralAccepted':
    case 'OnwardReferralRefused':
    case 'AdultWorkerNamed':
    case 'AdultWorkerMet':
    case 'ReceivingServiceOpened':
    case 'HandOverItemOffered':
    case 'HandOverItemAccepted':
    case 'HandOverItemReturned':
    case 'HandOverAccepted':
      return applyReceiving(view, event, done);
    case 'AdultCareNeedRecognised':
    case 'CareAssessmentConsentAnswered':
    case 'CareAssessmentConcluded':
    case 'ChildrensSupportEnded':
      return applyCare(view, event, done);
    default:
      return applyAfter(view, event, done);
  }
}
