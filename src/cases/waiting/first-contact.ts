// The first contact: its date agreed, attended or missed, and what that does to the clock (WAIT-03, WAIT-31).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import { date } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { requireNotBeforeStart, requireNotRemoved, requireReceived, requireRunningClock } from './domain/checks.js';
import { contactModes, missedReasons, type ContactMode, type MissedReason } from './domain/codes.js';
import { waitEvents as events } from './domain/events.js';
import { stopsAt } from './domain/pathway-rules.js';
import { lastRun, runningClock, type Wait } from './domain/state.js';
import { helpStop } from './help.js';
import { waitForm, waitUseCase, ofWait } from './wait-use-case.js';

export class FirstContactBooking extends Dated {
  @ApiProperty({
    example: '2026-09-14',
    description: 'The day of the appointment; `on` is the day on which it was agreed',
  })
  @IsCivilDate()
  appointmentOn: CivilDate;
}

export const bookFirstContact = waitUseCase({
  name: 'BookFirstContact',
  asks: 'BookFirstContact',
  post: 'api/v1/waits/:id/first-contact/bookings',
  does: 'Record the date agreed for the first contact',
  rules: ['WAIT-03'],
  input: FirstContactBooking,
  /** WAIT-03: where a missed first appointment had nullified the clock, agreeing a new date starts a new one. */
  decide({ on, appointmentOn }: { readonly on: CivilDate; readonly appointmentOn: CivilDate }, wait) {
    requireReceived(wait);
    requireNotRemoved(wait);
    requireNotAttended(wait);
    const nullified = lastRun(wait)?.end?.how === 'nullified' ? lastRun(wait)?.end : undefined;
    if (!nullified) requireRunningClock(wait);
    if (nullified && on < nullified.on)
      throw invalid('on', `must not be before the missed appointment (${nullified.on})`, 'WAIT-03');
    requireNotBeforeStart(wait, on);
    if (appointmentOn < on)
      throw invalid('appointmentOn', 'must not be before the day on which it was agreed', 'WAIT-03');
    const booked = events.firstContactBooked.fact(on, { appointmentOn });
    return nullified ? [events.clockStarted.fact(on, { why: 'new-date-agreed' }), booked] : [booked];
  },
  forms: [
    waitForm({
      step: 'appointment',
      group: 'wait',
      offers: ofWait('Record an appointment'),
      title: 'Record an appointment',
      lead: 'The day that was agreed for the first contact. The wait goes on until it is attended (WAIT-03, WAIT-31).',
      button: 'Record the appointment',
      recorded: 'The appointment is recorded. The wait goes on until it is attended.',
      questions: () => ({
        on: date({ label: 'When was it agreed?', what: 'The day on which it was agreed' }),
        appointmentOn: date({ label: 'For which day?', what: 'The day of the appointment', mayBeAhead: true }),
      }),
      sends: (input, { wait: { id } }) => ({ at: { id }, input }),
    }),
  ],
});

export class FirstContactAttendance extends Dated {
  @ApiProperty({ enum: contactModes }) @IsIn(contactModes) mode: ContactMode;
}

export const attendFirstContact = waitUseCase({
  name: 'AttendFirstContact',
  asks: 'AttendFirstContact',
  post: 'api/v1/waits/:id/first-contact/attendance',
  does: 'Record that the first contact took place',
  rules: ['WAIT-10', 'WAIT-22', 'WAIT-31'],
  input: FirstContactAttendance,
  decide({ on, mode }: { readonly on: CivilDate; readonly mode: ContactMode }, wait) {
    requireReceived(wait);
    requireNotRemoved(wait);
    requireNotAttended(wait);
    requireNotBeforeStart(wait, on);
    // A contact after the clock was stopped is a fact too; between two clocks the agreed date must come first.
    const running = lastRun(wait)?.end?.how === 'nullified' ? requireRunningClock(wait) : runningClock(wait);
    const attended = events.firstContactAttended.fact(on, { mode });
    if (!running) return [attended];
    if (stopsAt(wait.pathway) === 'first-contact')
      return [attended, events.clockStopped.fact(on, { how: 'first-contact' })];
    return [attended, ...helpStop({ ...wait, firstContact: { on, eventId: '' } })];
  },
  noForm: missing,
});

export class FirstContactMiss extends Dated {
  @ApiProperty({ enum: missedReasons }) @IsIn(missedReasons) why: MissedReason;
  @ApiProperty({ description: 'Whether the date had been clearly communicated' })
  @IsBoolean()
  clearlyCommunicated: boolean;
}

interface Missed {
  readonly on: CivilDate;
  readonly why: MissedReason;
  readonly clearlyCommunicated: boolean;
}

export const missFirstContact = waitUseCase({
  name: 'MissFirstContact',
  asks: 'MissFirstContact',
  post: 'api/v1/waits/:id/first-contact/misses',
  does: 'Record that the first contact was missed',
  rules: ['WAIT-03'],
  input: FirstContactMiss,
  /**
   * WAIT-03: missing the first appointment after the referral nullifies an RTT clock if the date was clearly communicated and the
   * young person chose not to come. A child who was not brought made no choice, and later misses leave the clock running.
   */
  decide({ on, why, clearlyCommunicated }: Missed, wait) {
    requireReceived(wait);
    requireNotRemoved(wait);
    requireNotAttended(wait);
    requireNotBeforeStart(wait, on);
    const running = requireRunningClock(wait);
    const missed = events.firstContactMissed.fact(on, { why, clearlyCommunicated });
    const byChoice = why === 'did-not-attend' && clearlyCommunicated;
    const first = wait.missed === 0 && running.startedBy === 'referral';
    const nullifies = wait.pathway === 'RTT' && byChoice && first;
    return nullifies ? [missed, events.clockNullified.fact(on, { clockStart: running.start })] : [missed];
  },
  noForm: missing,
});

function requireNotAttended({ firstContact }: Wait): void {
  if (firstContact) throw refuse('WAIT-31', `The first contact was attended on ${firstContact.on} already.`);
}
