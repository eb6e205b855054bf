// What a caseload says of the young person beyond who they are: needs, consent, and who is there for them.
import { directory } from '../../../rules/directory/current.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { earliest } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import type { YoungPersonCommand } from '../../../cases/young-person/young-person.js';
import type { YoungPerson } from '../../../engine/person/domain/state.js';
import type { Oddity } from '../lists/oddity.js';
import type { Said } from '../lists/rehearse.js';
import type { CamhsRow } from './camhs-row.js';
import { consentFromRow } from './consent-from-row.js';

export interface About {
  readonly personId: string;
  readonly birthDate: CivilDate;
  /** Code of the adult service for which a consent counts. */
  readonly recipient: string;
  readonly today: CivilDate;
}

export interface PersonFromRow {
  readonly said: readonly Said<YoungPersonCommand>[];
  readonly oddities: readonly Oddity[];
}

export function personFromRow(row: CamhsRow, person: YoungPerson, about: About): PersonFromRow {
  const consent = consentFromRow(row, person, about.birthDate, about.recipient);
  const send = sendFromRow(row, person, about);
  return {
    said: [...send.said, ...consent.said, ...workerFromRow(row, person, about)],
    oddities: [...send.oddities, ...consent.oddities],
  };
}

/** What was not known is learnt; what is known otherwise is only pointed out. */
function sendFromRow(
  { person: { sendStatus } }: CamhsRow,
  { sendStatuses }: YoungPerson,
  { today }: About,
): PersonFromRow {
  const known = sendStatuses[sendStatuses.length - 1]?.status;
  if (sendStatus === 'not-known' || known === undefined || known === sendStatus) return { said: [], oddities: [] };
  if (known !== 'not-known')
    return { said: [], oddities: [{ field: 'send', message: 'Differs from the record and was not changed.' }] };
  return {
    said: [{ field: 'send', command: { type: 'RecordSendStatus', on: today, send: { status: sendStatus } } }],
    oddities: [],
  };
}

/** The list says who it is, not since when: known from today, or from the day of the closure (TRN-24). */
function workerFromRow(
  { worker: name, team: organisation, closedOn }: CamhsRow,
  { workers }: YoungPerson,
  { personId, today }: About,
): Said<YoungPersonCommand>[] {
  if (name === undefined) return [];
  // One of whom only the name is known gets an id that follows from it.
  const workerId = directory().codeOf('workers', name) ?? idFrom('worker', organisation, name.toLowerCase());
  const holder = workers.findLast(
    ({ role, from, to }) => role === 'named-worker' && (to === undefined || (to > today && to !== from)),
  );
  if (holder?.workerId === workerId && holder.organisation === organisation) return [];
  const on = closedOn === undefined ? today : earliest(today, closedOn);
  // After the closure nobody new is named by a caseload.
  if (holder !== undefined && closedOn !== undefined) return [];
  const assignmentId = idFrom(personId, 'named-worker', workerId, on);
  return [
    {
      field: 'care_coordinator',
      command: {
        type: 'AssignNamedWorker',
        on,
        worker: { assignmentId, role: 'named-worker', workerId, organisation, name },
      },
    },
  ];
}
