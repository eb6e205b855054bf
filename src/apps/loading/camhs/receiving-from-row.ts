// What a caseload says of the receiving service: chosen, referred to, accepted, opened.
import type { TransitionCommand } from '../../../cases/camhs-transition/transition.js';
import type { Transition } from '../../../cases/camhs-transition/domain/state.js';
import type { CamhsRow } from './camhs-row.js';
import { datedFromRow, type CaseAbout, type TransitionFromRow } from './dated-from-row.js';

const says = 'As the loaded caseload says.';

export function receivingFromRow(row: CamhsRow, state: Transition, about: CaseAbout): TransitionFromRow {
  const { destination, onwardOn, acceptedOn, openedOn } = row;
  if (destination === undefined) {
    const left = { receiver_referred_on: onwardOn, receiver_accepted_on: acceptedOn, adult_opened_on: openedOn };
    const message =
      'Without a destination it is not known which service this is about: nothing was recorded of it (TRN-50).';
    const fields = Object.entries(left).filter(([, on]) => on !== undefined);
    return { said: [], oddities: fields.map(([field]) => ({ field, message })) };
  }
  const parts = [
    chosen(row, destination, state, about),
    datedFromRow(
      {
        field: 'receiver_referred_on',
        on: onwardOn,
        type: 'OnwardReferralMade',
        about: { destination },
        command: (on) => ({ type: 'ReferOnward', on, destination }),
      },
      about,
    ),
    datedFromRow(
      {
        field: 'receiver_accepted_on',
        on: acceptedOn,
        type: 'OnwardReferralAccepted',
        about: { destination },
        command: (on) => ({ type: 'AcceptReferral', on, destination, by: says, evidence: says }),
      },
      about,
    ),
    datedFromRow(
      {
        field: 'adult_opened_on',
        on: openedOn,
        type: 'ReceivingServiceOpened',
        about: { service: destination },
        command: (on) => ({
          type: 'OpenReceivingService',
          on,
          service: destination,
          reference: says,
          recordedBy: 'camhs',
          by: says,
          channel: 'loaded-file',
          evidence: says,
        }),
      },
      about,
    ),
  ];
  return { said: parts.flatMap(({ said }) => said), oddities: parts.flatMap(({ oddities }) => oddities) };
}

/** The list says where to, not since when: since the referral there, or since somebody loaded it. */
function chosen(
  { onwardOn, closedOn }: CamhsRow,
  destination: string,
  state: Transition,
  { today, before }: CaseAbout,
): TransitionFromRow {
  const known = state.closed ?? state.chosen;
  if (known?.destination === destination) return { said: [], oddities: [] };
  const field = 'destination';
  if (known && (state.closed || !before.mayChange.has(known.eventId))) {
    return { said: [], oddities: [{ field, message: 'Differs from the record and was not changed.' }] };
  }
  const on = known ? today : (onwardOn ?? closedOn ?? today);
  const command: TransitionCommand = { type: 'ChooseReceivingService', on, destination };
  return { said: [{ field, command }], oddities: [] };
}
