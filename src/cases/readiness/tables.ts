// The tables of readiness programmes. `9999-12-31` is "not yet": one comparison with a date serves both, on any day.
import { table } from '../../engine/processing/table.js';

/** What has its own day stands as a day, so that the clinic's view can be asked for an earlier one. */
const programme = table(
  'readiness_programme',
  {
    id: 'text',
    person_id: 'text',
    service: 'text',
    organisation: 'text',
    /** Who sees to it that help is given. */
    worker: 'text?',
    started_on: 'text',
    ready_on: 'text',
    steady_on: 'text',
    go_on: 'text',
    /** From these days on the ages have them at least here: prompts, never blocks (RSG-03). */
    ready_by_age: 'text',
    steady_by_age: 'text',
    go_by_age: 'text',
    /** As the deadlines of the pack have it; of whoever joined after that age, the day on which they joined. */
    introduced_by: 'text',
    seen_alone_by: 'text',
    introduced_on: 'text',
    seen_alone_on: 'text',
    adult_met_on: 'text',
    introduction_due_on: 'text',
    camhs_noted_on: 'text',
    transferred_on: 'text',
    transferred_to: 'text?',
    /** At the adult service: when Hello is due, and when the adult sent it (RSG-12). */
    first_clinic_on: 'text',
    hello_on: 'text',
    ended_on: 'text',
  },
  {
    published: true,
    key: ['id'],
    indexes: {
      readiness_person: '(person_id)',
      readiness_open: '(ended_on, service, go_by_age, id)',
    },
  },
);

/** Help that was asked for, from the day on which it was asked for up to the day on which it was seen to. */
const help = table(
  'readiness_help',
  { case_id: 'text', help_id: 'text', asked_on: 'text', addressed_on: 'text', owner: 'text?' },
  { key: ['case_id', 'help_id'], indexes: { readiness_help_open: '(addressed_on, asked_on, case_id)' } },
);

/** The days on which open help was looked at again, and was still wanted (RSG-07). */
const helpLook = table(
  'readiness_help_look',
  { case_id: 'text', help_id: 'text', on_date: 'text' },
  { key: ['case_id', 'help_id', 'on_date'] },
);

/** The young person's own sheets, by their stage and the day on which each was sent. */
const sent = table(
  'readiness_sent',
  { case_id: 'text', stage: 'text', on_date: 'text' },
  { key: ['case_id', 'stage', 'on_date'] },
);

/** In the order in which they were agreed, of one day as they were recorded. */
const appointment = table(
  'readiness_appointment',
  { case_id: 'text', nth: 'whole', on_date: 'text', agreed_on: 'text' },
  { key: ['case_id', 'nth'] },
);

/** Which programme the hash of a link's token leads to (docs/adr/0060). */
const link = table(
  'readiness_link',
  { programme_id: 'text', link_id: 'text', token_hash: 'text' },
  { key: ['programme_id', 'link_id'], indexes: { readiness_link_token: '(token_hash)' } },
);

export const readinessTables = {
  readiness_programme: programme,
  readiness_help: help,
  readiness_help_look: helpLook,
  readiness_sent: sent,
  readiness_appointment: appointment,
  readiness_link: link,
};
export type ReadinessTables = typeof readinessTables;
