// Issuing a final plan. Its date is what EHC-26 and EHC-27 ask for; it never starts a clock (EHC-03, EHC-04, EHC-05).
import { formatDate } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import { already } from './plan-in-force.js';
import { finalOf, refOf, requireNotice, trackFor } from './reviews-under-way.js';
import { servedOf, type Track } from './cycle-state.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { requiredRecipients } from './final-recipients.js';
import { earliestFinal } from './limits.js';
import { isByPlan, ordersOf } from './orders.js';
import type { Plan } from './state.js';
import { recipients as everyone, type Recipient } from './words.js';

const said: Readonly<Record<Recipient, string>> = { family: 'the family', setting: 'the institution', icb: 'the ICB' };

export function issueFinal(command: Of<'IssueFinalPlan'>, plan: Plan): EhcFact[] {
  const { on, origin, reasonForEarly } = command;
  const recipients = everyone.filter((each) => command.recipients.includes(each));
  if (!recipients.includes('family')) {
    throw refuse('EHC-29', 'A final plan is issued by sending it to the parent or young person.', {
      help: 'Name everyone who got it: family, setting, ICB.',
    });
  }
  if (origin === 'tribunal' || origin === 'mediation') {
    return [events.finalPlanIssued.fact(on, { origin, recipients, orderId: orderBehind(command, plan) })];
  }

  const track = trackFor(plan, command, on);
  const ref = refOf(plan, track);
  if ((origin === 'review') !== (ref.cycleId !== undefined)) {
    throw invalid(
      'origin',
      'does not fit: it says whether the plan follows a review or an amendment without one',
      'EHC-05',
    );
  }
  requireNotice(track);
  const left = requiredRecipients(plan, on).filter((each) => !recipients.includes(each));
  if (left.length > 0 && command.restToFollow !== true) {
    throw refuse('EHC-29', `The final plan goes to three; not named: ${left.map((each) => said[each]).join(', ')}.`, {
      help: 'Name everyone who got it, or say that the others are still to get it: that stays open until it is recorded.',
      fields: [{ field: 'recipients', problem: `leaves out ${left.join(', ')}; or say restToFollow` }],
    });
  }
  if (track.dropped) throw already('The decision not to amend', track.dropped.on, 'Start a new amendment.');
  const final = finalOf(plan, track);
  if (final) throw already('The final plan', final.on, 'Correct its date if it is wrong.');
  const from = earliestFinal(plan, track);
  const waived = track.waived !== undefined && track.waived.on <= on;
  const cameBack = hasComeBack(track);
  const issuedEarly = !waived && (cameBack || (from !== undefined && on < from));
  if (issuedEarly && (reasonForEarly ?? '').trim() === '') {
    if (cameBack || from === undefined) {
      throw refuse(
        'EHC-25',
        'The notice came back and was not served again: the family’s fifteen days have not begun.',
        {
          help: 'Serve it by another way and wait (the eight weeks of EHC-26 run on), or record that they waived the time in writing. If the plan did go out, say why: it is kept as issued too early.',
        },
      );
    }
    throw refuse('EHC-25', `The family has fifteen days: the final plan may be issued from ${formatDate(from)}.`, {
      help: 'Wait, or record that they waived the time in writing. If it did go out that day, say why: it is kept as issued too early.',
    });
  }
  const early = issuedEarly ? { issuedEarly, reasonForEarly } : {};
  return [events.finalPlanIssued.fact(on, { ...ref, origin, recipients, ...early })];
}

/** It bounced, and no other service is on record. */
const hasComeBack = (track: Track): boolean =>
  servedOf(track) === undefined && track.services.some(({ bounced }) => bounced !== undefined);

/** EHC-29: those who had not got it have it now. */
export function copyFinal(command: Of<'CopyFinalPlan'>, plan: Plan): EhcFact[] {
  const { on, cycleId, amendmentId } = command;
  const final = plan.finals.find(({ track }) => track !== undefined && track === (cycleId ?? amendmentId));
  if (!final) throw invalid('cycleId', 'no final plan of this review or amendment is recorded', 'EHC-29');
  if (on < final.on) throw invalid('on', `must not be before the final plan of ${formatDate(final.on)}`, 'EHC-29');
  const recipients = everyone.filter((each) => command.recipients.includes(each));
  if (recipients.length === 0) throw invalid('recipients', 'must name who got it', 'EHC-29');
  return [events.finalPlanCopied.fact(on, { ...(cycleId === undefined ? { amendmentId } : { cycleId }), recipients })];
}

/** Which order or agreement it complies with; only where there is one of the Tribunal may that be left out. */
function orderBehind({ origin, orderId }: Of<'IssueFinalPlan'>, plan: Plan): string | undefined {
  if (orderId === undefined && origin === 'tribunal') return undefined;
  const order = ordersOf(plan).find(({ id }) => id === orderId);
  if (!order || !isByPlan(order) || (order.kind === 'agreed') !== (origin === 'mediation')) {
    throw invalid('orderId', 'name the order, or the agreement, that this plan complies with', 'EHC-76');
  }
  const [before] = plan.finals.filter((final) => final.orderId === orderId);
  if (before) throw already('The plan by this order or agreement', before.on, 'Correct its date if it is wrong.');
  return orderId;
}
