// Registration, corrections and SEND status.
import { ageOn, type CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, OnwardError } from '../../../kernel/errors.js';
import type { CorrectDetails, KnowPlan, RecordSendStatus, Register } from './command.js';
import { addIdentifier } from './decide-identifiers.js';
import { youngPersonEvents as events, type YoungPersonFact } from '../../../engine/person/domain/events.js';
import { latestOn } from '../../../engine/person/domain/lists.js';
import type { YoungPerson } from '../../../engine/person/domain/state.js';

const oldest = 120;

/** An age that nobody has is a typing mistake, not a warning. */
function checkBirthDate(birthDate: CivilDate | undefined, on: CivilDate): void {
  if (birthDate === undefined) return;
  if (birthDate > on) throw invalid('birthDate', 'is in the future');
  if (ageOn(birthDate, on).years > oldest) throw invalid('birthDate', `is more than ${oldest} years ago`);
}

export function register({ on, details, identifiers = [] }: Register, person: YoungPerson): readonly YoungPersonFact[] {
  if (person.registeredOn !== undefined) {
    throw new OnwardError('already-exists', { detail: 'This young person is registered already.' });
  }
  checkBirthDate(details.birthDate, on);
  const facts: YoungPersonFact[] = [events.registered.fact(on, details)];
  let held = person.identifiers;
  for (const identifier of identifiers) {
    facts.push(...addIdentifier({ type: 'AddIdentifier', on, identifier }, { ...person, identifiers: held }));
    held = [...held, { id: identifier.identifierId, kind: identifier.kind, from: on }];
  }
  return facts;
}

/** The corrected value is shown from now on; what stood there before stays in the history (REC-11). */
export function correctDetails({ on, details }: CorrectDetails): readonly YoungPersonFact[] {
  const { reason, ...changes } = details;
  if (reason.trim() === '') throw invalid('reason', 'must say why the details were wrong', 'REC-11');
  if (Object.values(changes).every((value) => value === undefined))
    throw invalid('details', 'must correct something', 'REC-11');
  checkBirthDate(details.birthDate, on);
  return [events.detailsCorrected.fact(on, details)];
}

export function recordSendStatus({ on, send }: RecordSendStatus, person: YoungPerson): readonly YoungPersonFact[] {
  if (latestOn(person.sendStatuses, on)?.status === send.status) return [];
  return [events.sendStatusRecorded.fact(on, send)];
}

/** Only what is new: the case of the plan says it anew whenever somebody asks. */
export function knowPlan({ on, planId, how }: KnowPlan, person: YoungPerson): readonly YoungPersonFact[] {
  if (person.forgottenOn !== undefined) return [];
  const known = person.plans.find((plan) => plan.planId === planId);
  if (how === 'held')
    return known?.from === on && known.until === undefined ? [] : [events.ehcPlanKnown.fact(on, { planId })];
  if (!known || (how === 'ended' && known.until === on)) return [];
  return [events.ehcPlanGone.fact(on, { planId, because: how })];
}
