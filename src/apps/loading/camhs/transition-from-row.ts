// What a row of a caseload says of a transition beyond what is on record: the commands that bring it in line, none when nothing is new.
import type { Transition } from '../../../cases/camhs-transition/domain/state.js';
import type { Oddity } from '../lists/oddity.js';
import type { TransitionCommand } from '../../../cases/camhs-transition/transition.js';
import { protocolOn } from '../../../cases/camhs-transition/domain/protocols.js';
import { asksForSupport } from '../../../engine/person/domain/events.js';
import type { CamhsRow } from './camhs-row.js';
import { closingFromRow } from './closing-from-row.js';
import { correction, type CaseAbout, type TransitionFromRow } from './dated-from-row.js';
import { planningFromRow } from './planning-from-row.js';
import { receivingFromRow } from './receiving-from-row.js';

export function transitionFromRow(row: CamhsRow, state: Transition, about: CaseAbout): TransitionFromRow {
  const parts: TransitionFromRow[] = [
    openingFromRow(row, state, about),
    planningFromRow(row, state, about),
    receivingFromRow(row, state, about),
    closingFromRow(row, state, about),
  ];
  return { said: parts.flatMap(({ said }) => said), oddities: parts.flatMap(({ oddities }) => oddities) };
}

function openingFromRow(row: CamhsRow, { opened }: Transition, about: CaseAbout): TransitionFromRow {
  const { referredOn, team, variant, person } = row;
  const field = 'referral_received';
  if (!opened) {
    const protocol = protocolOn(referredOn, variant);
    const { personId, birthDate } = about;
    const send = asksForSupport(person.sendStatus);
    const open: TransitionCommand = {
      type: 'Open',
      on: referredOn,
      personId,
      referredOn,
      team,
      protocol,
      send,
      birthDate,
    };
    return { said: [{ field, command: open }], oddities: [] };
  }
  const oddities: Oddity[] = [];
  const differs = (column: string) =>
    oddities.push({ field: column, message: 'Differs from the record and was not changed.' });
  if (opened.team !== team) differs('team');
  if (variant !== undefined && protocolOn(opened.on, variant).pack !== opened.pack) differs('protocol');
  if (opened.referredOn === referredOn) return { said: [], oddities };
  if (!about.before.mayChange.has(opened.eventId)) differs(field);
  else
    return { said: [correction(field, opened.eventId, 'referredOn', opened.referredOn, referredOn, about)], oddities };
  return { said: [], oddities };
}
