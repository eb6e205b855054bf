// Consulting the school that is to be named, and what it replies (EHC-30).
import { invalid } from '../../../kernel/errors.js';
import type { Of } from './commands.js';
import type { ConsultationCommand } from './commands-further.js';
import { already, missing, requireFresh, requireInForce, requireText } from './plan-in-force.js';
import { ehcEvents as events, type EhcFact } from './events.js';
import type { Plan } from './state.js';

export function decideConsultation(command: ConsultationCommand, plan: Plan): readonly EhcFact[] {
  requireInForce(plan, command.on);
  switch (command.type) {
    case 'ConsultSchool':
      return consult(command, plan);
    case 'RecordSchoolReply':
      return reply(command, plan);
    case 'WithdrawConsultation': {
      const { on, consultationId, because } = command;
      const { ended, replied } = consultationOf(plan, consultationId);
      if (replied) throw already('The reply of the school', replied.on, 'Nothing is left to withdraw.');
      return ended ? [] : [events.consultationEnded.fact(on, { consultationId, because })];
    }
  }
}

function consult({ type: _, on, ...school }: Of<'ConsultSchool'>, plan: Plan): EhcFact[] {
  requireFresh(plan.consultations, school.consultationId, 'A consultation');
  if (!school.urn && !school.ukprn && !school.setting) {
    throw invalid('urn', 'must say which school: its URN, UKPRN, or DfE setting code', 'EHC-30');
  }
  return [events.schoolConsulted.fact(on, school)];
}

/** A reply after the authority went on without one is still a reply: it is kept with its own day. */
function reply(command: Of<'RecordSchoolReply'>, plan: Plan): EhcFact[] {
  const { on, consultationId } = command;
  const { replied } = consultationOf(plan, consultationId);
  if (replied) throw already('The reply of the school', replied.on, 'Correct its date if it is wrong.');
  const reason =
    command.reply === 'cannot-meet-need' ? requireText('reason', command.reason, 'EHC-30') : command.reason;
  return [events.schoolReplied.fact(on, { consultationId, reply: command.reply, reason })];
}

function consultationOf(plan: Plan, id: string) {
  const found = plan.consultations.find((each) => each.id === id);
  if (!found) throw missing('consultation of a school');
  return found;
}
