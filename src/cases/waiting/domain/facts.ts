// A wait as the deadline engine sees it: one subject a clock, and one for each span between two contacts (WAIT-45).
import type { Facts } from '../../../rules/index.js';
import type { DeadlineSubject } from '../../../rules/deadline-subject.js';
import { endedOn, type Dated, type Run, type Wait } from './state.js';

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

function scopeOf(run: Run, { pathway, firstContact, segments, removed }: Wait): [string, Facts] | undefined {
  const start = { on: run.start, eventId: run.eventId };
  const helped = run.end?.how === 'help-started';
  const over = removed ?? run.end;
  switch (pathway) {
    case 'RTT':
      return ['rtt', { clockStart: start, firstSeen: dated(firstContact), clockStop: dated(run.end) }];
    case 'CHS':
      return ['chs', { referral: start, seen: dated(firstContact), removed: firstContact ? undefined : dated(over) }];
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

function contactSubjects(id: string, wait: Wait): DeadlineSubject[] {
  const { received, contacts, pack, packVersion } = wait;
  const ended = endedOn(wait);
  const waitEnded = ended === undefined ? undefined : { on: ended, eventId: lastEventOf(wait) };
  const spans = received ? [received, ...contacts.flat()] : [];
  return spans.map((lastContact, index) => ({
    pack,
    packVersion,
    scope: 'waitingWell',
    id: `${id}:contact-${index + 1}`,
    label: `contact ${index + 1} while waiting`,
    facts: { lastContact: dated(lastContact), nextContact: dated(spans[index + 1]), waitEnded },
    flags: {},
  }));
}

const lastEventOf = ({ runs, removed }: Wait): string => removed?.eventId ?? runs[runs.length - 1]?.end?.eventId ?? '';

const dated = (fact: Dated | undefined): Dated | undefined => fact && { on: fact.on, eventId: fact.eventId };
