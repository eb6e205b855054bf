// The tables of readiness programmes. `9999-12-31` is "not yet": one comparison with a date serves both.
import { table } from '../../engine/processing/table.js';

const programme = table(
  'readiness_programme',
  {
    id: 'text',
    person_id: 'text',
    service: 'text',
    organisation: 'text',
    pack: 'text',
    started_on: 'text',
    stage: 'text',
    worker: 'text?',
    birth_date: 'text?',
    transfer_on: 'text?',
    next_on: 'text?',
    help_open: 'whole',
    help_oldest: 'text?',
    seen_alone_on: 'text',
    adult_met_on: 'text',
    own_sent_on: 'text',
    transferred_on: 'text',
    transferred_to: 'text?',
    ended_on: 'text',
  },
  {
    published: true,
    key: ['id'],
    indexes: {
      readiness_person: '(person_id)',
      readiness_open: '(ended_on, service, birth_date)',
    },
  },
);

export const readinessTables = { readiness_programme: programme };
export type ReadinessTables = typeof readinessTables;
