// For tests: the facts of one made-up young person.
import { civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { youngPersonEvents as events, type DataOf } from '../../engine/person/domain/events.js';

export const d = (text: string): CivilDate => civilDate(text);
export const amhs = 'estuary-adult-mental-health';
export const discuss = 'discuss-with-adult-services';

export const registration: DataOf<'registered'> = {
  givenName: 'Ivy',
  familyName: 'Sample',
  birthDate: d('2009-03-14'),
  sendStatus: 'not-known',
  responsible: 'seaborough-council',
};

export const registered = events.registered.fact(d('2024-09-02'), registration);

export const anIdentifier = (over: Partial<DataOf<'identifierAdded'>> = {}): DataOf<'identifierAdded'> => ({
  identifierId: 'i1',
  kind: 'nhs-number',
  value: '9990000018',
  ...over,
});

export const consent = (
  on: string,
  decision: DataOf<'consentRecorded'>['decision'],
  over: Partial<DataOf<'consentRecorded'>> = {},
) =>
  events.consentRecorded.fact(d(on), {
    purpose: discuss,
    recipient: amhs,
    decision,
    decidedBy: 'young-person',
    ...over,
  });

export const assessed = (
  on: string,
  outcome: 'competent' | 'not-competent',
  over: Partial<DataOf<'competenceAssessed'>> = {},
) => events.competenceAssessed.fact(d(on), { purpose: discuss, outcome, assessedBy: 'Ben Ferris', ...over });
