// The steps of a made-up transition, each as one would record it, for both variants of the protocol.
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { consentOfAll, consentToAny } from '../../../cases/camhs-transition/domain/consent.js';
import { protocolOn, stepsOf } from '../../../cases/camhs-transition/domain/protocols.js';
import {
  asksForSupport,
  discussWithAdultServices as purpose,
  type ConsentDecision,
} from '../../../engine/person/domain/events.js';
import type { Tale } from '../tale.js';

export const adultService = 'estuary-adult-mental-health';
export const camhs = 'estuary-camhs';

export type Variant = 'A' | 'B';

export const transitionOf = ({ person }: Tale): string => idFrom(person.id, 'transition');

export function open(tale: Tale, on: CivilDate, variant: Variant): void {
  const { id: personId, birthDate, sendStatus } = tale.person;
  const send = asksForSupport(sendStatus);
  const protocol = protocolOn(on, variant);
  tale.transition(transitionOf(tale), on, () => ({
    type: 'Open',
    on,
    personId,
    referredOn: on,
    team: 'seaborough-community',
    protocol,
    send,
    birthDate,
  }));
}

export function nameWorker(tale: Tale, on: CivilDate): void {
  const assignmentId = idFrom(tale.person.id, 'named-worker');
  const worker = {
    assignmentId,
    role: 'named-worker',
    workerId: 'ben.clinician',
    organisation: camhs,
    name: 'Ben Ferris',
  };
  tale.aboutPerson({ type: 'AssignNamedWorker', on, worker }, 'ben.clinician');
}

export function consent(tale: Tale, on: CivilDate, decision: ConsentDecision): void {
  const { birthDate } = tale.person;
  const why = decision === 'refused' ? 'Wants to try without services for a while.' : undefined;
  const said = { purpose, recipient: adultService, decision, decidedBy: 'young-person', why } as const;
  tale.aboutPerson({ type: 'RecordConsent', on, birthDate, consent: said }, 'ben.clinician');
}

/** A step by the name that the rules have for it, where the variant has it. */
export function step(tale: Tale, on: CivilDate, variant: Variant, fact: string, declined?: string): void {
  const { pack, version } = protocolOn(on, variant);
  const stepId = stepsOf(pack, version).find((each) => each.fact === fact)?.id;
  if (stepId === undefined) return;
  const { birthDate } = tale.person;
  const outcome = declined === undefined ? 'done' : 'offered-and-declined';
  tale.transition(transitionOf(tale), on, ({ consents }) => ({
    type: 'RecordSteps',
    on,
    steps: [{ stepId, outcome, reason: declined }],
    attendees: ['young-person', 'camhs'],
    birthDate,
    consent: consentToAny(consents[purpose] ?? [], on),
  }));
}

/** What no step of the protocol holds, but a rule asks for. */
export function mark(tale: Tale, on: CivilDate, which: 'planningStarted' | 'folderGiven' | 'annualMeeting'): void {
  tale.transition(transitionOf(tale), on, () => ({ type: 'RecordMark', on, mark: which }));
}

export function discuss(tale: Tale, on: CivilDate, manner: 'named' | 'anonymised'): void {
  tale.transition(transitionOf(tale), on, ({ consents }) => ({
    type: 'DiscussAtInterface',
    on,
    meetingId: idFrom('demo', 'interface-meeting', on),
    manner,
    recipients: [adultService],
    consents: consentOfAll(consents[purpose] ?? [], [adultService], on),
  }));
}

export function agreePlan(tale: Tale, on: CivilDate): void {
  const promise = { kind: 'call', everyDays: 28, by: adultService } as const;
  tale.transition(transitionOf(tale), on, () => ({
    type: 'AgreeJointPlan',
    on,
    youngPerson: 'signed',
    family: 'signed',
    copyGivenOn: on,
    promisedContacts: [promise],
  }));
}

/** Everything on paper goes over, and each item is acknowledged. */
export function handOver(tale: Tale, offered: CivilDate, accepted: CivilDate): void {
  const id = transitionOf(tale);
  const kinds = ['joint-care-plan', 'risk-and-safety-plan', 'medication'] as const;
  const items = kinds.map((kind) => ({ itemId: idFrom(id, 'item', kind), kind }));
  tale.transition(id, offered, () => ({ type: 'OfferItems', on: offered, items }));
  for (const { itemId } of items)
    tale.transition(
      id,
      addDays(accepted, -1),
      () => ({ type: 'AcceptItem', on: addDays(accepted, -1), itemId }),
      'cora.adult',
    );
}
