// A wait as the deadline engine sees it: one subject a clock, and one for each span between two contacts (WAIT-45).
import type { Facts } from '../../../rules/index.js';
import type { DeadlineSubject } from '../../../rules/deadline-subject.js';
import type { Dated, Run, Wait } from './state.js';

export const deadlineSubjects = (id: string, wait: Wait): DeadlineSubject[] => [
  ...wait.runs.flatMap((run, index) => clockSubject(`${id}:clock-${index + 1}`, run, wait)),
  ...contactSubjects(id, wait),
];

/** A nullified clock asks for nothing: it counts as if it had not run (WAIT-03). */
function clockSubject(id: string, run: Run, wait: Wait): DeadlineSubject[] {
  const scoped = scopeOf(run, wait);
  if (!scoped || run.end?.how === 'nullified') return [];
  const [scope, facts] = scoped;
  const { pack, packVersion, pathway } = wait;
  return [
    { pack, packVersion, scope, id, label: `wait on the ${pathway.replaceAll('_', ' ')} pathway`, facts, flags: {} },
  ];
}

function scopeOf(run: Run, { pathway, firstContact, segments }: Wait): [string, Facts] | undefined {
  const start = { on: run.start, eventId: run.eventId };
  const helped = run.end?.how === 'help-started';
  const over = run.end;
  switch (pathway) {
    case 'RTT':
      return ['rtt', { clockStart: start, firstSeen: dated(firstContact), clockStop: dated(run.end) }];
    case 'CHS': {
      const seenFirst = firstContact && (!over || firstContact.on <= over.on);
      return ['chs', { referral: start, seen: dated(firstContact), removed: seenFirst ? undefined : dated(over) }];
    }
    case 'MH_CYP': {
      const [help, spellClosed] = helped ? [dated(run.end), undefined] : [undefined, dated(over)];
      return ['mhCyp', { request: start, firstContact: dated(firstContact), help, spellClosed }];
    }
    case 'AUTISM_ADHD': {
      const facts = { firstAttended: dated(firstContact), assessmentStarted: dated(segments.assessment) };
      return ['autism', { received: start, ...facts, removed: dated(over) }];
    }
    case 'EHC_HEALTH_ADVICE':
      return undefined; // its dates are those of the needs assessment
  }
}

/** The time of which WAIT-45 asks for updates: none is asked for while nobody waits, as under active monitoring. */
interface Stretch {
  readonly start: Dated;
  readonly end?: Dated;
}

/** From the referral, and anew from each later clock; one that was nullified leaves the family waiting. */
const stretchesOf = ({ runs }: Wait): Stretch[] =>
  runs.reduce<Stretch[]>((before, { start, eventId, end }) => {
    const last = before[before.length - 1];
    const over = end?.how === 'nullified' ? undefined : end;
    if (last && !last.end) return [...before.slice(0, -1), { ...last, end: over }];
    return [...before, { start: { on: start, eventId }, end: over }];
  }, []);

/** An update from before the stretch began sets no date. */
function spansOf({ start, end }: Stretch, updates: readonly Dated[]): Facts[] {
  const within = updates.filter(({ on }) => on >= start.on && (!end || on <= end.on));
  const waitEnded = dated(end);
  return [start, ...within].map((last, index) => {
    return { lastContact: dated(last), nextContact: dated(within[index]), waitEnded };
  });
}

function contactSubjects(id: string, wait: Wait): DeadlineSubject[] {
  const { pack, packVersion, contacts } = wait;
  const updates = contacts.flat();
  const spans = endOfRemoval(wait).flatMap((stretch) => spansOf(stretch, updates));
  return spans.map((facts, index) => ({
    pack,
    packVersion,
    scope: 'waitingWell',
    id: `${id}:contact-${index + 1}`,
    label: `contact ${index + 1} while waiting`,
    facts,
    flags: {},
  }));
}

/** Taken off the list between two clocks, nobody waits any more. */
function endOfRemoval(wait: Wait): Stretch[] {
  const stretches = stretchesOf(wait);
  const { removed } = wait;
  return removed ? stretches.map((one) => (one.end ? one : { ...one, end: removed })) : stretches;
}

const dated = (fact: Dated | undefined): Dated | undefined => fact && { on: fact.on, eventId: fact.eventId };
