// Schools that are consulted: what is refused, and by when they reply.
import { ehcEvents as events } from './domain/events.js';
import type { ask } from './domain/history-for-tests.js';
import {
  checkedAfter as after,
  datesOf as dates,
  day,
  issued,
  personId,
  refusalOf,
  rulePack,
} from './domain/history-for-tests.js';

type Asked = Parameters<typeof ask>[0];
const plan = [issued('2024-12-20')];

describe('A school that is consulted', () => {
  const asked: Asked = {
    type: 'ConsultSchool',
    on: '2025-12-08',
    consultationId: 's',
    kind: 'special',
    urn: '998010',
    channel: 'email',
  };
  const reply = (on: string, more: object = {}): Asked => ({
    type: 'RecordSchoolReply',
    on,
    consultationId: 's',
    reply: 'can-meet-need',
    ...more,
  });
  const consulted = after(plan, asked);

  it('EHC-30: is not asked again while it has not replied; another one is, and so is the same one after its reply', () => {
    const again = { ...asked, consultationId: 't', on: '2025-12-09' } as Asked;
    expect(refusalOf(consulted, again)?.detail).toContain('is recorded already, on 8 Dec 2025');
    expect(refusalOf(consulted, { ...again, urn: '998011' } as Asked)).toBeUndefined();
    expect(refusalOf(after(plan, asked, reply('2025-12-10')), { ...again, on: '2025-12-11' })).toBeUndefined();
  });

  it('EHC-30, AMB-23: replies within fifteen calendar days of being asked; in York within fifteen working days', () => {
    expect(dates(consulted, 'consultation')).toEqual({ consultationReply: '2025-12-23' });
    const inYork = events.planIssued.fact(day('2024-12-20'), { personId, authority: '816', rulePack });
    expect(dates(after([inYork], asked), 'consultation')).toEqual({ consultationReply: '2025-12-31' });
  });

  it('EHC-30: a nil reply is a reply; no reply is none, until the authority goes on without it', () => {
    expect(dates(after(consulted, reply('2025-12-20', { reply: 'nil' })), 'consultation')).toEqual({
      consultationReply: '2025-12-23, met 2025-12-20',
    });
    const goesOn = {
      type: 'WithdrawConsultation',
      on: '2026-01-05',
      consultationId: 's',
      because: 'went-on-without-reply',
    } as const;
    expect(dates(after(consulted, goesOn), 'consultation')).toEqual({});
  });

  it('EHC-30: says why when it cannot meet the need, which is sealed', () => {
    expect(refusalOf(consulted, reply('2025-12-20', { reply: 'cannot-meet-need' }))?.rule).toBe('EHC-30');
    expect(events.schoolReplied.personal).toEqual(['reason']);
  });

  it('EHC-30: is named, is asked once under one id, and replies neither before it was asked nor twice', () => {
    expect(refusalOf(plan, { ...asked, urn: undefined })?.fields).toMatchObject([{ field: 'urn' }]);
    expect(refusalOf(consulted, asked)?.detail).toContain('already');
    expect(refusalOf(consulted, reply('2025-12-07'))?.rule).toBe('EHC-30');
    expect(refusalOf(after(consulted, reply('2025-12-20')), reply('2025-12-21'))?.detail).toContain('already');
    expect(refusalOf(plan, reply('2025-12-20'))?.detail).toContain('no such consultation');
  });
});
