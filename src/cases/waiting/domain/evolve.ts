// What each fact changes in the state of a wait. Corrections are not here: they change which facts there are.
import { latest } from '../../../kernel/calendar/index.js';
import type { WaitEvent } from './events.js';
import { added, inBlocks, lastOf, type Blocks } from './blocks.js';
import { lastRun, type ClockEnd, type Dated, type RiskSaid, type Run, type Wait } from './state.js';

export function evolve(wait: Wait, event: WaitEvent): Wait {
  const dated: Dated = { on: event.occurredOn, eventId: event.id };
  switch (event.type) {
    case 'WaitReferralReceived': {
      const { personId, pathway, service, provider, urgency, pack, packVersion } = event.data;
      const runs: Run[] = [{ start: dated.on, startedBy: 'referral', eventId: dated.eventId }];
      const received = { received: dated, startsHad: [dated.on] };
      return { ...wait, ...received, personId, pathway, service, provider, urgency, pack, packVersion, runs };
    }
    case 'WaitClockStartCorrected':
      return startCorrected(wait, { on: event.data.to, eventId: event.id });
    case 'WaitFirstContactBooked':
      return { ...wait, booked: { ...dated, appointmentOn: event.data.appointmentOn } };
    case 'WaitFirstContactAttended':
      return { ...withRisk(wait, dated, 'answered'), firstContact: dated };
    case 'WaitFirstContactMissed':
      return { ...wait, missed: wait.missed + 1, missedOn: latest(wait.missedOn ?? dated.on, dated.on) };
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
      const { outcome, riskChange } = event.data;
      const said = riskChange === 'higher' || riskChange === 'lower' ? withRisk(wait, dated, riskChange) : wait;
      const cameThrough = outcome === 'sent' || outcome === 'reached';
      return cameThrough ? { ...said, contacts: inOrder(wait.contacts, dated) } : said;
    }
    case 'WaitEscalated':
      return { ...withRisk(wait, dated, 'answered'), urgency: event.data.urgency, escalated: dated };
    case 'WaitReinstated':
      return wait;
  }
}

/** The clock of a referral starts on the day on which it was received (WAIT-01): both are that day. */
function startCorrected(wait: Wait, { on, eventId }: Dated): Wait {
  const received = lastRun(wait)?.startedBy === 'referral' ? { on, eventId } : wait.received;
  const corrected = changeLast(wait, (run) => ({ ...run, start: on, eventId }));
  return { ...corrected, received, startsHad: [...wait.startsHad, on] };
}

const withRisk = (wait: Wait, dated: Dated, what: RiskSaid['what']): Wait => ({
  ...wait,
  risk: added(wait.risk, { ...dated, what }),
});

const changeLast = (wait: Wait, change: (run: Run) => Run): Wait => ({
  ...wait,
  runs: wait.runs.map((run, index) => (index === wait.runs.length - 1 ? change(run) : run)),
});

/** A clock ends once, on the first of the days on which it was ended: a removal after a treatment is no second end. */
const endLast = (wait: Wait, dated: Dated, how: ClockEnd): Wait =>
  changeLast(wait, (run) => (run.end && run.end.on <= dated.on ? run : { ...run, end: { ...dated, how } }));

/** Nearly always the latest: then nothing is compared twice. */
function inOrder(contacts: Blocks<Dated>, dated: Dated): Blocks<Dated> {
  if ((lastOf(contacts)?.on ?? '') <= dated.on) return added(contacts, dated);
  const all = contacts.flat();
  return inBlocks(all.toSpliced(all.findLastIndex(({ on }) => on <= dated.on) + 1, 0, dated));
}
