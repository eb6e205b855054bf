// Who may consent, and what the record then says (TRN-40 to TRN-45).
import type { CivilDate } from '../../kernel/calendar/civil-date.js';
import { given } from '../../kernel/given-when-then.js';
import { consentOn, mayDisclose } from '../../engine/person/domain/consent.js';
import { youngPerson, type YoungPersonCommand } from './young-person.js';
import {
  youngPersonEvents as events,
  type ConsentDecider,
  type YoungPersonFact,
} from '../../engine/person/domain/events.js';
import { amhs, assessed, consent, d, discuss, registered } from './facts-for-tests.js';

type RecordConsent = Extract<YoungPersonCommand, { type: 'RecordConsent' }>;

// Born 14 March 2009: 15 until 13 March 2025, 16 from 14 March 2025, 18 from 14 March 2027.
const birthDate = d('2009-03-14');

const answer = (
  on: string,
  decidedBy: ConsentDecider,
  over: Partial<RecordConsent['consent']> = {},
  more = {},
): RecordConsent => ({
  type: 'RecordConsent',
  on: d(on),
  birthDate,
  consent: { purpose: discuss, recipient: amhs, decision: 'given', decidedBy, ...over },
  ...more,
});

const person = (...facts: YoungPersonFact[]) => given(youngPerson, [registered, ...facts]);
const yp = 'young-person';
const parent = 'person-with-parental-responsibility';
const deputy = 'attorney-or-deputy';
const best = 'best-interests';
const able = assessed('2025-02-01', 'competent');
const unable = assessed('2025-02-01', 'not-competent');
const unableAt16 = assessed('2025-04-01', 'not-competent');

describe('who decides', () => {
  it.each<[string, string, YoungPersonFact[], string, ConsentDecider, string | undefined]>([
    ['TRN-41: under 16 a parent decides', 'without assessment', [], '2025-03-13', parent, undefined],
    ['TRN-41: under 16 the child does not decide', 'without assessment', [], '2025-03-13', yp, 'TRN-41'],
    ['TRN-41: under 16 the child decides', 'found competent', [able], '2025-03-13', yp, undefined],
    [
      'TRN-41: under 16 a parent does not decide',
      'with the child found competent',
      [able],
      '2025-03-13',
      parent,
      'TRN-41',
    ],
    ['TRN-41: under 16 the child does not decide', 'found not competent', [unable], '2025-03-13', yp, 'TRN-41'],
    [
      'TRN-41: under 16 a parent decides',
      'with the child found not competent',
      [unable],
      '2025-03-13',
      parent,
      undefined,
    ],
    ['TRN-41: under 16 the child does not decide', 'before the assessment', [able], '2025-01-31', yp, 'TRN-41'],
    ['TRN-41: under 16 no best-interests decision', 'in place of a parent', [], '2025-03-13', best, 'TRN-41'],
    ['TRN-40: at 16 the young person decides', 'from the birthday', [], '2025-03-14', yp, undefined],
    [
      'TRN-40: at 16 the young person decides',
      'though found not competent at 15',
      [unable],
      '2025-03-14',
      yp,
      undefined,
    ],
    ['TRN-40: at 16 a parent does not decide', 'from the birthday', [], '2025-03-14', parent, 'TRN-40'],
    ['TRN-40: at 17 a parent does not decide', 'the day before 18', [], '2027-03-13', parent, 'TRN-40'],
    ['TRN-40: at 17 no best-interests decision', 'for one who is able', [], '2027-03-13', best, 'TRN-40'],
    ['TRN-40: at 17 a best-interests decision', 'for one found unable', [unableAt16], '2027-03-13', best, undefined],
    [
      'TRN-40: at 17 a parent does not decide',
      'even for one found unable',
      [unableAt16],
      '2027-03-13',
      parent,
      'TRN-40',
    ],
    ['TRN-42: at 18 the person decides', 'from the birthday', [], '2027-03-14', yp, undefined],
    ['TRN-42: at 18 a parent does not decide', 'from the birthday', [], '2027-03-14', parent, 'TRN-42'],
    ['TRN-42: at 18 an attorney or deputy decides', 'for them', [], '2027-03-14', deputy, undefined],
    ['TRN-42: at 18 a best-interests decision', 'for them', [], '2027-03-14', best, undefined],
    ['TRN-42: at 18 the person does not decide', 'while found unable', [unableAt16], '2027-03-14', yp, 'TRN-42'],
  ])('%s, %s', (_, __, facts, on, decidedBy, rule) => {
    const outcome = person(...facts).when(answer(on, decidedBy));
    expect(outcome.refusal?.parts.rule).toBe(rule);
    expect(outcome.facts).toHaveLength(rule === undefined ? 1 : 0);
  });

  it("TRN-40: a parent's consent cannot replace a 16-year-old's refusal", () => {
    const { refusal } = person(consent('2025-04-01', 'refused')).when(answer('2025-04-02', parent));
    expect(refusal?.parts).toMatchObject({
      rule: 'TRN-40',
      detail: expect.stringContaining('does not replace') as string,
    });
  });

  it('TRN-41: competence found for one decision says nothing of another', () => {
    const other = person(assessed('2025-02-01', 'competent', { purpose: 'share-care-plan' })).when(
      answer('2025-03-01', yp),
    );
    expect(other.refusal?.parts.rule).toBe('TRN-41');
    const elsewhere = person(assessed('2025-02-01', 'competent', { recipient: 'other' })).when(
      answer('2025-03-01', yp),
    );
    expect(elsewhere.refusal?.parts.rule).toBe('TRN-41');
  });

  it.each([
    ['yes', undefined],
    ['no', 'TRN-41'],
    ['not-known', 'TRN-41'],
    [undefined, 'TRN-41'],
  ] as const)('TRN-41: a named contact with parental responsibility "%s" -> %s', (parentalResponsibility, rule) => {
    const { refusal } = person().when(answer('2025-03-01', parent, { contactId: 'c1' }, { parentalResponsibility }));
    expect(refusal?.parts.rule).toBe(rule);
  });

  it('TRN-41: an assessment says who assessed', () => {
    const assessment = { purpose: discuss, outcome: 'competent', assessedBy: ' ' } as const;
    const { refusal } = person().when({ type: 'AssessCompetence', on: d('2025-02-01'), assessment });
    expect(refusal?.parts.fields?.[0]?.field).toBe('assessedBy');
  });
});

describe('consent over time', () => {
  it('TRN-43: withdrawal needs something given', () => {
    for (const facts of [
      [],
      [consent('2025-05-01', 'refused')],
      [consent('2025-05-01', 'given'), consent('2025-06-01', 'withdrawn')],
    ]) {
      expect(person(...facts).when(answer('2025-07-01', yp, { decision: 'withdrawn' })).refusal?.parts.rule).toBe(
        'TRN-43',
      );
    }
  });

  it('TRN-43: it is specific to purpose and recipient', () => {
    const agreed = person(consent('2025-05-01', 'given'));
    const { state } = agreed;
    expect(mayDisclose(state, birthDate, discuss, 'someone-else', d('2025-06-01'))).toBe(false);
    expect(mayDisclose(state, birthDate, 'share-care-plan', amhs, d('2025-06-01'))).toBe(false);
    expect(
      agreed.when(answer('2025-06-01', yp, { decision: 'withdrawn', recipient: 'someone-else' })).refusal?.parts.rule,
    ).toBe('TRN-43');
  });

  it('TRN-43: what was withdrawn stays in the history, and a past date still answers as it stood', () => {
    const { state } = person(consent('2025-05-01', 'given')).when(answer('2025-06-01', yp, { decision: 'withdrawn' }));
    const on = (date: string) => consentOn(state, discuss, amhs, d(date))?.decision;
    expect([on('2025-04-30'), on('2025-05-01'), on('2025-05-31'), on('2025-06-01')]).toEqual([
      undefined,
      'given',
      'given',
      'withdrawn',
    ]);
  });

  it('TRN-43: recorded late, it stands where it belongs', () => {
    const { state } = person(consent('2025-06-01', 'refused'), consent('2025-05-01', 'given'));
    expect(consentOn(state, discuss, amhs, d('2025-05-15'))?.decision).toBe('given');
    expect(consentOn(state, discuss, amhs, d('2025-06-15'))?.decision).toBe('refused');
  });

  it('TRN-43: nothing is dated before birth or after death', () => {
    expect(person().when(answer('2009-03-13', parent)).refusal?.parts.fields?.[0]?.field).toBe('on');
    const died = person(events.died.fact(d('2025-05-01'), { source: 'gp' })).when(answer('2025-05-02', yp));
    expect(died.refusal?.parts.rule).toBe('TRN-43');
  });

  it('TRN-45: a refusal is an answer like any other, and can be changed later', () => {
    const refused = person().when(answer('2025-05-01', yp, { decision: 'refused' }));
    expect(refused.facts).toHaveLength(1);
    expect(person(consent('2025-05-01', 'refused')).when(answer('2025-06-01', yp)).refusal).toBeUndefined();
  });
});

describe('consent on the day on which it is used', () => {
  const byParent = consent('2025-01-10', 'given', { decidedBy: parent });
  const usedOn = (facts: readonly YoungPersonFact[], born: CivilDate | undefined, ...days: string[]) => {
    const { state } = given(youngPerson, [registered, ...facts]);
    return days.map((day) => mayDisclose(state, born, discuss, amhs, d(day)));
  };

  it("TRN-40: a parent's consent ends on the 16th birthday", () => {
    expect(usedOn([byParent], birthDate, '2025-03-13', '2025-03-14', '2025-03-15')).toEqual([true, false, false]);
  });

  it("TRN-41: a parent's consent ends on the day on which the child is found competent, and not because of another recipient", () => {
    expect(usedOn([byParent, able], birthDate, '2025-01-31', '2025-02-01', '2025-02-02')).toEqual([true, false, false]);
    const elsewhere = assessed('2025-02-01', 'competent', { recipient: 'other' });
    expect(usedOn([byParent, elsewhere], birthDate, '2025-02-01')).toEqual([true]);
  });

  it('TRN-41: the consent of a child who was found competent is theirs past the 16th birthday', () => {
    const own = [assessed('2025-01-05', 'competent'), consent('2025-01-10', 'given', { decidedBy: yp })];
    expect(usedOn(own, birthDate, '2025-03-13', '2025-03-14', '2027-03-14')).toEqual([true, true, true]);
    const notAnyMore = [...own, assessed('2025-02-01', 'not-competent')];
    expect(usedOn(notAnyMore, birthDate, '2025-01-31', '2025-02-01')).toEqual([true, false]);
  });

  it('TRN-42: what was decided for somebody who could not goes on past 18, until they are found able', () => {
    const for17 = [unableAt16, consent('2025-05-01', 'given', { decidedBy: best })];
    expect(usedOn(for17, birthDate, '2025-05-01', '2027-03-13', '2027-03-14')).toEqual([true, true, true]);
    const able17 = [...for17, assessed('2026-05-01', 'competent')];
    expect(usedOn(able17, birthDate, '2026-04-30', '2026-05-01')).toEqual([true, false]);
  });

  it('counts for nothing while the birth date is not known, nor when a correction makes whoever decided the wrong one', () => {
    expect(usedOn([byParent], undefined, '2025-02-01')).toEqual([false]);
    expect(usedOn([byParent], d('2009-01-10'), '2025-01-10', '2025-02-01')).toEqual([false, false]);
  });

  it('TRN-43: a refusal of which nobody knows towards whom closes every door, until they are asked again', () => {
    const own = consent('2025-05-01', 'given');
    for (const recipient of ['unlisted-0a1b2c3d', 'adult-mental-health-services']) {
      const refused = consent('2025-06-01', 'refused', { recipient });
      expect(usedOn([own, refused], birthDate, '2025-05-31', '2025-06-01')).toEqual([true, false]);
      expect(usedOn([own, refused, consent('2025-07-01', 'given')], birthDate, '2025-06-30', '2025-07-01')).toEqual([
        false,
        true,
      ]);
    }
  });

  it('TRN-43: consent towards nobody known opens nothing', () => {
    const { state } = person(consent('2025-05-01', 'given', { recipient: 'adult-mental-health-services' }));
    expect(mayDisclose(state, birthDate, discuss, 'adult-mental-health-services', d('2025-06-01'))).toBe(false);
  });
});

describe('an override', () => {
  const override = (on: string, over = {}, recordedBy = 'ben.clinician') =>
    ({
      type: 'OverrideConsent',
      on: d(on),
      recordedBy,
      override: {
        purpose: discuss,
        recipient: amhs,
        basis: 'safeguarding',
        until: d('2025-07-01'),
        reason: 'Risk of harm at home',
        authorisedBy: 'ella.manager',
        ...over,
      },
    }) as const;
  const refused = consent('2025-05-31', 'refused');
  const recorded = (on: string, over = {}) => events.consentOverridden.fact(d(on), override(on, over).override);

  it.each(['safeguarding', 'vital-interests'])(
    'TRN-44: for %s opens what was refused, from its day until its end',
    (basis) => {
      const { state, refusal } = person(refused).when(override('2025-06-01', { basis }));
      expect(refusal).toBeUndefined();
      const on = (date: string) => mayDisclose(state, birthDate, discuss, amhs, d(date));
      expect(['2025-05-31', '2025-06-01', '2025-06-30', '2025-07-01', '2025-07-02'].map(on)).toEqual([
        false,
        true,
        true,
        false,
        false,
      ]);
      expect(consentOn(state, discuss, amhs, d('2025-06-15'))?.decision).toBe('refused');
    },
  );

  it.each([
    ['a refusal', [refused]],
    ['a withdrawal of yesterday', [consent('2025-05-01', 'given'), consent('2025-05-31', 'withdrawn')]],
    [
      'a refusal towards nobody known',
      [consent('2025-05-31', 'refused', { recipient: 'adult-mental-health-services' })],
    ],
  ])('TRN-44: for best interests does not go against %s', (_, facts) => {
    const best = override('2025-06-01', { basis: 'best-interests' });
    expect(person(...facts).when(best).refusal?.parts.rule).toBe('TRN-44');
    expect(person().when(best).refusal).toBeUndefined();
  });

  it.each([
    ['best-interests', false],
    ['safeguarding', true],
  ])('TRN-44: for %s, a withdrawal after it leaves it open: %s', (basis, still) => {
    const facts = [consent('2025-05-01', 'given'), recorded('2025-06-01', { basis })];
    const { state } = person(...facts).when(answer('2025-06-10', yp, { decision: 'withdrawn' }));
    const on = (date: string) => mayDisclose(state, birthDate, discuss, amhs, d(date));
    expect(['2025-06-09', '2025-06-10', '2025-06-11'].map(on)).toEqual([true, still, still]);
  });

  it('TRN-44: recorded again with an end, it ends; one that never had an end lasts as long as one may', () => {
    const open = recorded('2025-06-01', { until: undefined });
    const { state } = person(open).when(override('2025-06-10', { until: d('2025-06-10') }));
    expect(mayDisclose(state, birthDate, discuss, amhs, d('2025-06-09'))).toBe(true);
    expect(mayDisclose(state, birthDate, discuss, amhs, d('2025-06-10'))).toBe(false);
    const { state: old } = person(open).when(answer('2025-09-01', yp, { recipient: 'seaborough-gp' }));
    const on = (date: string) => mayDisclose(old, birthDate, discuss, amhs, d(date));
    expect(['2025-07-01', '2025-07-02', '2025-07-03'].map(on)).toEqual([true, false, false]);
  });

  it.each([
    ['reason', { reason: ' ' }],
    ['reason', { reason: 'x' }],
    ['reason', { reason: 'risk risk risk risk' }],
    ['authorisedBy', { authorisedBy: '' }],
    ['authorisedBy', { authorisedBy: 'ben.clinician' }],
    ['until', { until: undefined }],
    ['until', { until: d('2025-05-31') }],
    ['until', { until: d('2025-07-03') }],
  ])('TRN-44: is refused without a good %s: %p', (field, over) => {
    const { refusal } = person().when(override('2025-06-01', over));
    expect(refusal?.parts).toMatchObject({ rule: 'TRN-44', fields: [{ field }] });
  });

  it('TRN-44: holds for 31 days at most', () => {
    expect(person().when(override('2025-06-01', { until: d('2025-07-02') })).refusal).toBeUndefined();
  });
});
