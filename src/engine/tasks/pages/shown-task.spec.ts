// A task in words: why it was made, whose it is, and that nobody is offered what they may not do.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { caseTypes } from '../../../apps/cases.js';
import { shownTaskLine } from './shown-task.js';

const task = {
  id: 'k1',
  pathway: 'transition',
  caseId: 't1',
  personId: 'p1',
  person: 'Ada Bell',
  kind: 'missed-first-appointment-adult',
  title: 'Contact after a missed first appointment',
  rule: 'TRN-27',
  role: 'adult-clinician',
  assignee: null,
  dueOn: '2026-11-20',
  daysLate: 5,
  openedOn: '2026-11-13',
  closedOn: null,
  how: null,
  cause: { event: 'e1', on: '2026-11-12' },
  revision: 1,
};
const day = '2026-11-25' as CivilDate;

test('says the rule, the day on which it was opened and the day of what gave cause', () =>
  expect(shownTaskLine(task, day, 'cora', true, caseTypes)).toMatchObject({
    tag: { text: '5 days overdue', colour: 'red' },
    whose: 'Adult mental-health clinician: nobody has taken it',
    because: 'Opened 13 Nov 2026 by Onward under TRN-27, for what happened on 12 Nov 2026',
    done: '/tasks/transition/k1/done',
  }));

test('REC-11: a death to confirm is not called done: it leads to the young person’s own record', () => {
  const death = { ...task, kind: 'confirm-death' };
  expect(shownTaskLine(death, day, 'cora', true, caseTypes)).toMatchObject({ confirm: '/people/p1', done: undefined });
  expect(shownTaskLine(death, day, 'cora', false, caseTypes)).toMatchObject({ confirm: undefined, done: undefined });
  expect(shownTaskLine(task, day, 'cora', true, caseTypes).confirm).toBeUndefined();
});

test('TRN-44: an override says what is shared, with whom, on which ground, who authorised it and until when, and is read', () => {
  const override = {
    ...{ purpose: 'discuss-with-adult-services', recipient: 'estuary-adult-mental-health', basis: 'safeguarding' },
    ...{ authorisedBy: 'ella.manager', from: '2026-11-24', until: '2026-12-20' },
  };
  expect(shownTaskLine({ ...task, kind: 'override-to-read', override }, day, 'cora', true, caseTypes)).toMatchObject({
    about:
      'Discuss with adult services: Estuary Adult Mental Health, from 24 Nov 2026 up to and without 20 Dec 2026. ' +
      'Ground: safeguarding. Authorised by Ella Novak',
    doneWords: 'I have read it',
  });
  expect(shownTaskLine(task, day, 'cora', true, caseTypes)).toMatchObject({
    about: undefined,
    doneWords: 'It is done',
  });
});

test('TRN-27: on its day it is due, not late; whoever may not do it is offered nothing', () => {
  const today = { ...task, dueOn: '2026-11-25', daysLate: 0, assignee: 'cora' };
  expect(shownTaskLine(today, day, 'cora', false, caseTypes)).toMatchObject({
    tag: { text: 'Due today', colour: 'yellow' },
    whose: 'You',
    done: undefined,
  });
});
