// What a person's page shows beside the timeline: contacts, what was agreed to be shared, who was named when.
import { paths } from '../paths.js';
import { workerName } from '../../../engine/web/present/worker-name.js';
import { inWords, words } from '../../../engine/web/present/words.js';
import type { YoungPersonView } from '../queries/person-view.js';

export const shownPerson = (
  { sendStatus, responsible, contacts, consents, namedWorkers }: YoungPersonView,
  nameOf: (workerId: string) => string = (id) => id,
) => ({
  facts: [
    { key: 'SEND status', value: words(sendStatus) },
    { key: 'Responsible', value: words(responsible) },
  ],
  contacts: contacts.map(({ name, relationship, parentalResponsibility, phone, email, mayBeContacted }) => ({
    name: name ?? 'Name not recorded',
    more: [
      relationship,
      parentalResponsibility === 'yes' ? 'has parental responsibility' : undefined,
      mayBeContacted === false ? 'may not be contacted' : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
    reach: [phone, email].filter((part) => part !== undefined).join(', '),
  })),
  consents: consents
    .filter(({ current }) => current)
    .map(({ purpose, recipient, decision, decidedBy, on, askAgain, authorisedBy, until }) => ({
      text: `${words(purpose)}: ${words(recipient)}`,
      decision:
        authorisedBy === undefined
          ? `${words(decision)} by ${words(decidedBy).toLowerCase()}`
          : `Shared without consent, on the ground of ${inWords(decidedBy)}, authorised by ${workerName(authorisedBy, nameOf)}`,
      on,
      until: authorisedBy === undefined ? undefined : until,
      askAgain,
    })),
  workers: namedWorkers.map(({ role, name, workerId, from, to }) => ({
    role: words(role),
    name: name ?? workerId,
    from,
    to,
  })),
});

/** What ended the person's being here, and can be taken back when it was recorded in error (REC-11). */
export const departuresOf = ({ id, diedOn, movedOn }: YoungPersonView) =>
  [
    { departure: 'death', text: 'The death was recorded in error', there: diedOn !== undefined },
    { departure: 'move-away', text: 'The move away was recorded in error', there: movedOn !== undefined },
  ]
    .filter(({ there }) => there)
    .map(({ departure, text }) => ({ text, href: paths.departureWithdrawn({ personId: id, departure }) }));

/** Recorded once, or confirmed where another record says it. */
export const deathToRecord = ({ id, diedOn, saidToHaveDied }: YoungPersonView) =>
  diedOn === undefined
    ? [
        {
          text: saidToHaveDied ? 'Confirm the death that another record says' : 'Record a death',
          href: paths.deathRecorded({ personId: id }),
        },
      ]
    : [];
