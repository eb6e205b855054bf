// What each fact changes in the state of a wait. Corrections are not here: they change which facts there are.
import type { WaitEvent } from './events.js';
import { added, inBlocks, lastOf, type Blocks } from './log.js';
import type { ClockEnd, Dated, Run, Wait } from './state.js';

export function apply(wait: Wait, event: WaitEvent): Wait {
  const dated: Dated = { on: event.occurredOn, eventId: event.id };
  switch (event.type) {
    case 'WaitReferralReceived': {
      const { personId, pathway, service, provider, urgency, pack, packVersion } = event.data;
      const runs: Run[] = [{ start: dated.on, startedBy: 'referral', eventId: dated.eventId }];
      const received = { received: dated, startsHad: [dated.on] };
      return { ...wait, ...received, personId, pathway, service, provider, urgency, pack, packVersion, runs };
    }
    case 'WaitClockStartCorrected':
      return {
        ...changeLast(wait, (run) => ({ ...run, start: event.data.to, eventId: event.id })),
        startsHad: [...wait.startsHad, event.data.to],
      };
    case 'WaitFirstContactBooked':
      return { ...wait, booked: { ...dated, appointmentOn: event.data.appointmentOn } };
    case 'WaitFirstContactAttended':
      return { ...wait, firstContact: dated };
    case 'WaitFirstContactMissed':
      return { ...wait, missed: wait.missed + 1 };
    case 'WaitClockNullified':
      return endLast(wait, dated, 'nullified');
    case 'WaitClockStarted':
      return { ...wait, runs: [...wait.runs, { start: dated.on, startedBy: event.data.why, eventId: event.id }] };
    case 'WaitSegmentReached':
      return { ...wait, segments: { ...wait.segments, [event.data.segment]: dated } };
    case 'WaitHelpElementRecorded':
      return { ...wait, help: { ...wait.help, [event.data.element]: dated } };
    case 'WaitClockStopped':
      return endLast(wait, dated, event.data.how);
    case 'WaitRemovedFromList': {
      const { reason } = event.data;
      return { ...endLast(wait, dated, reason), removed: { ...dated, reason } };
    }
    case 'WaitValidated':
      return wait.validated && wait.validated.on > dated.on ? wait : { ...wait, validated: dated };
    case 'WaitingWellContactMade': {
      const cameThrough = event.data.outcome === 'sent' || event.data.outcome === 'reached';
      return cameThrough ? { ...wait, contacts: inOrder(wait.contacts, dated) } : wait;
    }
    case 'WaitEscalated':
      return { ...wait, urgency: event.data.urgency, escalated: dated };
    case 'WaitReinstated':
    case 'WaitDateCorrected':
    case 'WaitFactWithdrawn':
    case 'WaitRemovalReasonCorrected':
      return wait;
  }
}

const changeLast = (wait: Wait, change: (run: Run) => Run): Wait => ({
  ...wait,
  runs: wait.runs.map((run, index) => (index === wait.runs.length - 1 ? change(run) : run)),
});

/** What has ended keeps its end: a removal after a treatment is no second end. */
const endLast = (wait: Wait, dated: Dated, how: ClockEnd): Wait =>
  changeLast(wait, (run) => (run.end ? run : { ...run, end: { ...dated, how } }));

/** Nearly always the latest: then nothing is compared twice. */
function inOrder(contacts: Blocks<Dated>, dated: Dated): Blocks<Dated> {
  if ((lastOf(contacts)?.on ?? '') <= dated.on) return added(contacts, dated);
  const all = contacts.flat();
  return inBlocks(all.toSpliced(all.findLastIndex(({ on }) => on <= dated.on) + 1, 0, dated));
}
