// Orders of the Tribunal, appeals that are not opposed, mediation agreements and certificates: what must be done, and by when (EHC-74 to EHC-78).
import { upcast } from '../../store/upcast.js';
import { past, given } from '../../kernel/given-when-then.js';
import { deadlinesFor, packByVersion } from '../../rules/index.js';
import { ehcPlan } from './ehc-plan.js';
import { ehcEvents as events } from './domain/events.js';
import { subjectsOf } from './domain/facts.js';
import { after, ask, day, issued, stateOf } from './domain/history-for-tests.js';
import { ordersOf } from './domain/orders.js';

type History = ReturnType<typeof after>;
type Asked = Parameters<typeof ask>[0];
type Order = Parameters<typeof events.appealDetermined.fact>[1]['order'];
const plan = [issued('2026-06-20')];
const refused = after(plan, {
  type: 'NotifyRefusal',
  on: '2026-07-01',
  refusal: 'assessment',
  appealRightsGiven: true,
});
const register = (more: object = {}): Asked => ({
  type: 'RegisterAppeal',
  on: '2026-08-03',
  appealId: 'a',
  placementOnly: false,
  ...more,
});
const appealed = after(refused, register());
const determine = (order: string, more: object = {}): Asked => ({
  type: 'DetermineAppeal',
  on: '2026-11-02',
  appealId: 'a',
  result: 'upheld',
  order,
  ...more,
});
const concede = (order: string): Asked => ({ type: 'ConcedeAppeal', on: '2026-11-02', appealId: 'a', order });
const agree = (act: string, more: object = {}): Asked =>
  ({ type: 'AgreeInMediation', on: '2026-11-02', agreementId: 'm', act, councilTookPart: true, ...more }) as Asked;
const done = (on: string, what: string, orderId = 'a'): Asked =>
  ({ type: 'DoOrderStep', on, orderId, step: what }) as Asked;
const byOrder = (on: string, more: object = {}): Asked => ({
  type: 'IssueFinalPlan',
  on,
  origin: 'tribunal',
  recipients: ['family'],
  orderId: 'a',
  ...more,
});
const refusalOf = (history: History, command: Asked) => given(ehcPlan, history).when(ask(command)).refusal?.parts;

/** The dates of that scope that still stand, and when what they ask for was done; those of good practice left out. */
function dates(history: History, scope = 'tribunal'): Record<string, string> {
  const rows = subjectsOf('plan', stateOf(history))
    .filter((subject) => subject.scope === scope)
    .flatMap(({ pack, packVersion, facts, flags }) =>
      deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags),
    )
    .filter(({ validTo, force }) => validTo === undefined && force === 'law');
  return Object.fromEntries(rows.map(({ key, dueOn, metOn }) => [key, metOn ? `${dueOn}, met ${metOn}` : dueOn]));
}

describe('An order of the Tribunal', () => {
  it.each<[string, Record<string, string>]>([
    ['amend-placement', { amendPlacement: '2026-11-16' }],
    ['amend-provision', { amend: '2026-12-07' }],
    ['assess', { assess: '2026-11-16', planAfterAssessment: '2027-02-08' }],
    ['make-plan', { draft: '2026-12-07', final: '2027-01-18' }],
    ['reconsider', { reconsider: '2026-11-16' }],
  ])('EHC-76: %s, of 2 Nov 2026, gives %j', (order, expected) => {
    expect(dates(after(appealed, determine(order)))).toEqual(expected);
  });

  it.each<[string, Record<string, string>]>([
    ['amend-placement', { amendPlacementUnopposed: '2026-11-16' }],
    ['amend-provision', { amendUnopposed: '2026-12-07' }],
    ['assess', { assessUnopposed: '2026-11-16', planAfterAssessmentUnopposed: '2027-02-08' }],
    ['make-plan', { draftUnopposed: '2026-12-07', finalUnopposed: '2027-01-18' }],
    ['reconsider', { reconsiderUnopposed: '2026-11-16' }],
  ])('EHC-77: an appeal that is not opposed, %s, told to the Tribunal on 2 Nov 2026, gives %j', (order, expected) => {
    expect(dates(after(appealed, concede(order)))).toEqual(expected);
  });

  it('EHC-76: is complied with step by step; no plan after the assessment is notified within ten weeks', () => {
    const assessed = after(appealed, determine('assess'), done('2026-11-12', 'assessment-notified'));
    expect(dates(assessed)).toMatchObject({ assess: '2026-11-16, met 2026-11-12' });
    const none = after(assessed, done('2027-01-11', 'no-plan-notified'));
    expect(dates(none)).toEqual({ assess: '2026-11-16, met 2026-11-12', noPlan: '2027-01-11, met 2027-01-11' });
    expect(refusalOf(none, done('2027-01-12', 'no-plan-notified'))?.detail).toContain('already');
    expect(refusalOf(none, done('2027-01-12', 'reconsidered'))?.fields?.[0]?.field).toBe('step');
    const early = done('2026-11-01', 'assessment-notified');
    expect(refusalOf(after(appealed, determine('assess')), early)?.fields?.[0]?.field).toBe('on');
  });

  it('EHC-76: the plan that complies names its order, once, and no other is met by it', () => {
    const ordered = after(appealed, determine('amend-placement'));
    const issuedBy = after(ordered, byOrder('2026-11-16'));
    expect(dates(issuedBy)).toEqual({ amendPlacement: '2026-11-16, met 2026-11-16' });
    expect(refusalOf(issuedBy, byOrder('2026-11-17'))?.detail).toContain('already');
    expect(refusalOf(ordered, byOrder('2026-11-16', { orderId: 'b' }))?.fields?.[0]?.field).toBe('orderId');
    expect(refusalOf(ordered, byOrder('2026-11-16', { origin: 'mediation' }))?.fields?.[0]?.field).toBe('orderId');
    expect(dates(after(ordered, byOrder('2026-11-20', { orderId: undefined })))).toEqual({
      amendPlacement: '2026-11-16, met 2026-11-20',
    });
  });

  it('EHC-76: keeps a plan going at once, or ceases it, only where ceasing was appealed against', () => {
    expect(refusalOf(appealed, determine('keep-plan'))?.fields?.[0]?.field).toBe('order');
    expect(refusalOf(appealed, determine('cease', { result: 'dismissed' }))?.fields?.[0]?.field).toBe('order');
    const ceasing = after(
      plan,
      { type: 'ProposeCease', on: '2026-06-25', ceaseId: 'x', consulted: ['family', 'setting'] },
      { type: 'DecideCease', on: '2026-07-02', ground: 'needs-met-without-plan', appealRightsGiven: true },
      register(),
    );
    expect(dates(after(ceasing, determine('keep-plan')))).toEqual({ keepPlan: '2026-11-02, met 2026-11-02' });
    expect(dates(after(ceasing, concede('keep-plan')))).toEqual({ keepPlanUnopposed: '2026-11-02, met 2026-11-02' });
    expect(dates(after(ceasing, determine('cease', { result: 'dismissed' })))).toEqual({ cease: '2026-11-02' });
    expect(refusalOf(ceasing, concede('cease'))?.rule).toBe('EHC-77');
  });

  it.each(['upheld', 'partly-upheld'])(
    'EHC-76: an appeal that was %s ends with an order, from which its time runs',
    (result) => {
      for (const order of ['none', 'cease'])
        expect(refusalOf(appealed, determine(order, { result }))).toMatchObject({
          rule: 'EHC-76',
          fields: [{ field: 'order' }],
        });
      expect(refusalOf(appealed, determine('reconsider', { result }))).toBeUndefined();
      expect(dates(after(appealed, determine('none', { result: 'dismissed' })))).toEqual({});
    },
  );

  it('EHC-76: a dismissed or withdrawn appeal orders nothing else, and `amend` alone says too little', () => {
    expect(refusalOf(appealed, determine('assess', { result: 'dismissed' }))?.fields?.[0]?.field).toBe('order');
    expect(refusalOf(appealed, determine('reconsider', { result: 'withdrawn' }))?.fields?.[0]?.field).toBe('order');
    expect(refusalOf(appealed, determine('amend'))?.fields?.[0]?.field).toBe('order');
  });

  it.each<[boolean, Record<string, string>]>([
    [true, { amendPlacement: '2026-11-16' }],
    [false, { amend: '2026-12-07' }],
  ])(
    'EHC-76: recorded before as "amend", in an appeal about the school alone (%s), it gives %j',
    (placementOnly, expected) => {
      const old = { appealId: 'a', result: 'upheld', order: 'amend' };
      const data = upcast(events.appealDetermined, 1, old) as { appealId: string; result: 'upheld'; order: Order };
      const history = [
        ...after(refused, register({ placementOnly })),
        events.appealDetermined.fact(day('2026-11-02'), data),
      ];
      expect(dates(history)).toEqual(expected);
      expect(ordersOf(stateOf(history))).toHaveLength(1);
    },
  );

  it('EHC-76: after the end of an earlier plan an order holds; an end after it calls it off', () => {
    const moveOut = { type: 'MoveOut', on: '2026-12-01', toAuthority: '816' } as const;
    expect(dates(after(appealed, determine('make-plan'), moveOut))).toEqual({});
    const ceased = after(appealed, { type: 'CeasePlan', on: '2026-10-01', ground: 'deceased' }, determine('make-plan'));
    expect(dates(ceased)).toEqual({ draft: '2026-12-07', final: '2027-01-18' });
    expect(dates(after(ceased, done('2027-01-10', 'plan-issued')))).toMatchObject({
      final: '2027-01-18, met 2027-01-10',
    });
  });
});

describe('A mediation agreement', () => {
  it.each<[string, Record<string, string>]>([
    ['amend-provision', { amendAgreed: '2026-12-07' }],
    ['amend-placement', { amendPlacementAgreed: '2026-11-16' }],
    ['not-appealable', { notAppealableAgreed: '2026-11-16' }],
    ['assess', { assessAgreed: '2026-11-16', planAfterAssessmentAgreed: '2027-02-08' }],
  ])('EHC-78: to %s, of 2 Nov 2026, gives %j', (act, expected) => {
    expect(dates(after(refused, agree(act)))).toEqual(expected);
  });

  it('EHC-78: the ICB tells a council that took no part within one week', () => {
    const told = after(refused, agree('not-appealable', { councilTookPart: false }));
    expect(dates(told)).toEqual({ notAppealableAgreed: '2026-11-16', councilTold: '2026-11-09' });
    const both = after(told, done('2026-11-09', 'council-told', 'm'), done('2026-11-17', 'agreed-done', 'm'));
    expect(dates(both)).toEqual({
      notAppealableAgreed: '2026-11-16, met 2026-11-17',
      councilTold: '2026-11-09, met 2026-11-09',
    });
    expect(
      refusalOf(after(refused, agree('not-appealable')), done('2026-11-09', 'council-told', 'm'))?.fields,
    ).toHaveLength(1);
  });

  it('EHC-78: other limits hold if the parties agreed them in writing', () => {
    const other = after(refused, agree('amend-provision', { limitOn: day('2027-01-15') }));
    expect(dates(other)).toEqual({ limitAgreed: '2027-01-15' });
    const met = after(other, byOrder('2027-01-15', { origin: 'mediation', orderId: 'm' }));
    expect(dates(met)).toEqual({ limitAgreed: '2027-01-15, met 2027-01-15' });
    expect(refusalOf(refused, agree('assess', { limitOn: day('2026-11-01') }))?.fields?.[0]?.field).toBe('limitOn');
  });
});

describe('The certificate of mediation', () => {
  const mediation = (on: string, what: string): Asked => ({ type: 'RecordMediation', on, step: what });
  const certificates = (...commands: readonly Asked[]) => {
    const [letter] = [past(refused).findLast(({ type }) => type === 'RefusalNotified')!.id];
    const history = after(refused, ...commands.map((each) => ({ ...each, letterEventId: letter }) as Asked));
    const { certificate, certificateAfterMediation, mediation: arranged } = dates(history, 'appeal');
    return { certificate, certificateAfterMediation, arranged };
  };

  it('EHC-74: declined on Fri 3 Jul 2026, it is due in three working days', () => {
    expect(certificates(mediation('2026-07-03', 'declined'))).toEqual({ certificate: '2026-07-08' });
  });

  it('EHC-74: accepted on 3 Jul 2026, it is arranged by 2 Aug, otherwise the certificate is due three working days after that', () => {
    expect(certificates(mediation('2026-07-03', 'accepted'))).toEqual({
      arranged: '2026-08-02',
      certificateAfterMediation: '2026-08-05',
    });
  });

  it('EHC-74: held, or found impossible to arrange, it is due three working days after that, and declined after all as declined', () => {
    const accepted = mediation('2026-07-03', 'accepted');
    const held = certificates(accepted, mediation('2026-07-16', 'held'));
    expect(held).toEqual({ arranged: '2026-08-02, met 2026-07-16', certificateAfterMediation: '2026-07-21' });
    const not = certificates(accepted, mediation('2026-07-20', 'not-arranged'), mediation('2026-07-23', 'certificate'));
    expect(not).toEqual({ certificateAfterMediation: '2026-07-23, met 2026-07-23' });
    expect(certificates(accepted, mediation('2026-07-10', 'declined'))).toEqual({ certificate: '2026-07-15' });
  });
});
