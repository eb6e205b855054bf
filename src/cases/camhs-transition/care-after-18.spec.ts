// TRN-34: who must be assessed, and until when children's support goes on. TRN-28: the same practitioner twice.
import { fold } from '../../kernel/decider.js';
import { given, past } from '../../kernel/given-when-then.js';
import { deadlinesFor } from '../../rules/deadlines.js';
import { packByVersion } from '../../rules/packs.js';
import { statusOn } from '../../rules/deadline.js';
import type { TransitionCommand } from './transition.js';
import { transition } from './transition.js';
import { transitionEvents as events, type TransitionFact } from './domain/events.js';
import { deadlineSubjects } from './domain/facts.js';
import { birthDate, day, on, opened } from './domain/transitions-for-tests.js';

const need = events.careNeedRecognised.fact(day('2026-01-12'), { hasChildrensSupport: true });
const answered = (answer: 'given' | 'refused', atRisk = false) =>
  events.careConsentAnswered.fact(day('2026-01-19'), { answer, atRisk });
const concluded = events.careAssessmentConcluded.fact(day('2026-06-01'), { outcome: 'assessed' });
const assessed = { type: 'ConcludeCareAssessment', ...on('2026-06-01'), outcome: 'assessed' } as const;
const notAssessed = {
  type: 'ConcludeCareAssessment',
  ...on('2026-06-01'),
  outcome: 'not-assessed',
  ground: 'consent-refused',
  writtenReasonsOn: day('2026-05-28'),
} as const;
const ending = (date: string): TransitionCommand => ({ type: 'EndChildrensSupport', ...on(date), birthDate });
const after = (facts: readonly TransitionFact[], command: TransitionCommand) =>
  given(transition, [opened(), ...facts]).when(command);

/** The deadlines of one rule, for both variants of the protocol. */
function rows(facts: readonly TransitionFact[], rule: string, variant: 'a' | 'b' = 'a') {
  const state = fold(transition.evolve, transition.initial, past([opened(variant), ...facts]));
  const subjects = deadlineSubjects('t1', state, { birthDate: { on: birthDate, eventId: 'b' } });
  return subjects
    .flatMap(({ pack, packVersion, scope, facts: known, flags }) =>
      deadlinesFor(packByVersion(pack, packVersion), scope, known, flags),
    )
    .filter((row) => row.rule === rule && row.validTo === undefined);
}

describe('TRN-34: the Care Act assessment', () => {
  test('nothing is asked about care before a need is recognised', () => {
    const answer = { type: 'AnswerCareConsent', ...on('2026-01-19'), answer: 'given', atRisk: false } as const;
    expect(after([], answer).refusal?.parts.rule).toBe('TRN-34');
    expect(after([], assessed).refusal?.parts.rule).toBe('TRN-34');
    expect(rows([], 'TRN-34')).toEqual([]);
  });

  test('is made with consent; a refusal ends the duty, with written reasons', () => {
    expect(after([need], assessed).refusal?.parts.rule).toBe('TRN-34');
    expect(after([need, answered('given')], assessed).refusal).toBeUndefined();
    expect(after([need, answered('refused')], assessed).refusal?.parts.rule).toBe('TRN-34');
    expect(after([need, answered('refused')], notAssessed).state.care.concluded).toMatchObject({
      outcome: 'not-assessed',
    });
    const silent = { ...notAssessed, writtenReasonsOn: undefined };
    expect(after([need, answered('refused')], silent).refusal?.parts.fields?.[0]?.field).toBe('writtenReasonsOn');
    expect(after([need, answered('given')], notAssessed).refusal?.parts.rule).toBe('TRN-34');
  });

  test('is made despite a refusal where there is a risk of abuse or neglect', () => {
    expect(after([need, answered('refused', true)], assessed).refusal).toBeUndefined();
    expect(after([need, answered('refused', true)], notAssessed).refusal?.parts.rule).toBe('TRN-34');
  });

  test('children’s support goes on after 18 until it is concluded, and may end before 18', () => {
    expect(after([need], ending('2026-05-15')).refusal?.parts.rule).toBe('TRN-34');
    expect(after([need, concluded], ending('2026-05-31')).refusal?.parts.rule).toBe('TRN-34');
    expect(after([need, concluded], ending('2026-06-01')).refusal).toBeUndefined();
    expect(after([need], ending('2026-05-14')).refusal).toBeUndefined();
  });

  test.each(['a', 'b'] as const)(
    'variant %s: only the bar of section 66 is called law, the day is practice',
    (variant) => {
      expect(rows([need], 'TRN-34', variant)).toMatchObject([
        { key: 'careAssessment', force: 'practice', dueOn: '2026-05-15' },
      ]);
      const ended = events.childrensSupportEnded.fact(day('2026-05-20'), {});
      const bar = rows([need, concluded, ended], 'TRN-34', variant).find(({ key }) => key === 'childrensSupport');
      expect(bar).toMatchObject({ kind: 'notBefore', force: 'law', dueOn: '2026-06-01' });
      expect(bar && statusOn(bar, day('2026-06-02'))).toBe('too early');
    },
  );
});

describe('TRN-28: the first two attended appointments', () => {
  const booked = (appointmentId: string, date: string) =>
    events.appointmentBooked.fact(day('2026-05-20'), { appointmentId, bookedFor: day(date) });
  const both = [booked('1', '2026-06-01'), booked('2', '2026-06-15')];
  const attend = (appointmentId: string, date: string, practitionerId?: string, otherPractitionerReason?: string) =>
    ({ type: 'AttendFirstAppointment', ...on(date), appointmentId, practitionerId, otherPractitionerReason }) as const;
  const first = [...both, ...after(both, attend('1', '2026-06-01', 'cora')).facts];

  test.each(['a', 'b'] as const)(
    'variant %s: the second is due with the same practitioner, and met by them',
    (variant) => {
      expect(rows(first, 'TRN-28', variant)).toMatchObject([
        { dueOn: '2026-06-15', force: 'national', kind: 'target' },
      ]);
      const second = [...first, ...after(first, attend('2', '2026-06-15', 'cora')).facts];
      expect(rows(second, 'TRN-28', variant)).toMatchObject([{ metOn: '2026-06-15' }]);
    },
  );

  test('another practitioner needs a reason, and then nothing stays undone (TRN-45)', () => {
    expect(after(first, attend('2', '2026-06-15', 'dan')).refusal?.parts.fields?.[0]).toMatchObject({
      field: 'otherPractitionerReason',
    });
    const { facts } = after(first, attend('2', '2026-06-15', 'dan', 'Cora is on leave'));
    expect(facts[1]?.data).toMatchObject({ practitionerId: 'dan', otherThanFirst: true });
    expect(rows([...first, ...facts], 'TRN-28')).toEqual([]);
  });

  test('the third may be with anybody, and where nobody recorded who it was nothing is asked', () => {
    const second = [...first, booked('3', '2026-07-01'), ...after(first, attend('2', '2026-06-15', 'cora')).facts];
    expect(after(second, attend('3', '2026-07-01', 'dan')).facts[1]?.data).toMatchObject({ otherThanFirst: false });
    expect(rows([...both, ...after(both, attend('1', '2026-06-01')).facts], 'TRN-28')).toEqual([]);
  });
});
