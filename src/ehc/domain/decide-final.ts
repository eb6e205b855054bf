// Issuing a final plan. Its date is what EHC-26 and EHC-27 ask for; it never starts a clock (EHC-03, EHC-04, EHC-05).
import { formatDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import type { Of } from './commands.js';
import { already, finalOf, refOf, requireNotice, trackFor } from './common.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import { earliestFinal } from './limits.js';
import type { Plan } from './state.js';
import { recipients as everyone } from './words.js';

export function issueFinal(command: Of<'IssueFinalPlan'>, plan: Plan): EhcFact[] {
  const { on, origin, reasonForEarly } = command;
  const recipients = everyone.filter((each) => command.recipients.includes(each));
  if (!recipients.includes('family')) {
    throw refuse('EHC-29', 'A final plan is issued by sending it to the parent or young person.', {
      help: 'Name everyone who got it: family, setting, ICB.',
    });
  }
  if (origin === 'tribunal') return [events.finalPlanIssued.fact(on, { origin, recipients })];

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
  if (track.dropped) throw already('The decision not to amend', track.dropped.on, 'Start a new amendment.');
  const final = finalOf(plan, track);
  if (final) throw already('The final plan', final.on, 'Correct its date if it is wrong.');
  const from = earliestFinal(plan, track);
  const waived = track.waived !== undefined && track.waived.on <= on;
  const issuedEarly = from !== undefined && on < from && !waived;
  if (issuedEarly && (reasonForEarly ?? '').trim() === '') {
    throw refuse('EHC-25', `The family has fifteen days: the final plan may be issued from ${formatDate(from)}.`, {
      help: 'Wait, or record that they waived the time in writing. If it did go out that day, say why: it is kept as issued too early.',
    });
  }
  const early = issuedEarly ? { issuedEarly, reasonForEarly } : {};
  return [events.finalPlanIssued.fact(on, { ...ref, origin, recipients, ...early })];
}
