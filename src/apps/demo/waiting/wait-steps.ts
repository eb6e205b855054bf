// What may happen during a made-up wait, by the words of wait-kinds.json.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { addDays } from '../../../kernel/calendar/index.js';
import type { ClockStop, HelpElement, RemovalReason, Segment } from '../../../cases/waiting/domain/codes.js';
import type { ContactType } from '../../../cases/waiting/domain/contact-codes.js';
import type { WaitCommand } from '../../../cases/waiting/wait.js';

type Step = (on: CivilDate, detail: string, days: number) => WaitCommand;

const contact =
  (type: ContactType): Step =>
  (on) => ({
    type: 'RecordContact',
    on,
    contact: {
      contact: type,
      to: 'family',
      channel: type === 'check-in' ? 'telephone' : 'letter',
      accessibleFormat: 'none-needed',
      outcome: type === 'check-in' ? 'reached' : 'sent',
      riskChange: type === 'check-in' ? 'none' : 'not-asked',
    },
  });

const steps: Readonly<Record<string, Step>> = {
  information: contact('information'),
  'check-in': contact('check-in'),
  book: (on, _, days) => ({ type: 'BookFirstContact', on, appointmentOn: addDays(on, days || 14) }),
  attend: (on) => ({ type: 'AttendFirstContact', on, mode: 'face-to-face' }),
  missed: (on) => ({ type: 'MissFirstContact', on, why: 'did-not-attend', clearlyCommunicated: true }),
  'not-brought': (on) => ({ type: 'MissFirstContact', on, why: 'was-not-brought', clearlyCommunicated: true }),
  validate: (on) => ({ type: 'Validate', on, outcome: 'still-waiting' }),
  escalate: (on) => ({
    type: 'Escalate',
    on,
    urgency: 'urgent',
    concern: 'The family is very worried and school has stopped.',
  }),
  reach: (on, segment) => ({ type: 'ReachSegment', on, segment: segment as Segment }),
  help: (on, element) => ({ type: 'RecordHelpElement', on, element: element as HelpElement }),
  stop: (on, how) => ({ type: 'StopClock', on, how: how as ClockStop }),
  remove: (on, reason) => ({ type: 'Remove', on, reason: reason as RemovalReason }),
};

/** `word` is a step, with its detail after a colon: `reach:assessment`. */
export function waitStep(word: string, on: CivilDate, days = 0): WaitCommand {
  const [name = '', detail = ''] = word.split(':');
  const step = steps[name];
  if (!step) throw new Error(`There is no step ${word} of a wait`);
  return step(on, detail, days);
}
