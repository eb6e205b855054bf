// Loading a clinic's list of who is on Ready Steady Go: the promises of every load, and what a row becomes.
import { readFileSync } from 'node:fs';
import { describeLoad } from '../describe-load-for-tests.js';
import { openTestStore, sample, type TestStore } from '../store-for-tests.js';

describe('a load of the sample list of a clinic', () => {
  describeLoad('readiness', readFileSync(sample('readiness.csv'), 'utf8'));
});

const columns = [
  ...['nhs_number', 'local_patient_id', 'surname', 'forename', 'birth_date', 'service', 'organisation', 'started'],
  ...['entered_at', 'steady_on', 'go_on', 'worker', 'transfer_planned', 'last_visit', 'seen_alone', 'next_appointment'],
  ...['introduced_on', 'adult_service', 'transferred_on', 'ended_on', 'ended_reason'],
];
const dev = {
  ...{ nhs_number: '9990002045', local_patient_id: 'CX1', surname: 'Eastleigh', forename: 'Dev' },
  ...{ birth_date: '2010-05-15', service: 'community-paediatrics', organisation: 'estuary-community-health' },
  started: '2022-09-01',
};
const csv = (...rows: Readonly<Record<string, string>>[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((name) => row[name] ?? '').join(',')), ''].join('\n');

describe('a row of a clinic’s list', () => {
  let store: TestStore;
  beforeEach(() => {
    store = openTestStore();
  });
  afterEach(() => store.close());
  const facts = async (more: Readonly<Record<string, string>>) =>
    (await store.loadText('readiness', csv({ ...dev, ...more }))).facts;

  it('becomes a programme; what the next file knows more is added to it, and nothing twice', async () => {
    expect(await facts({})).toMatchObject({ ReadinessProgrammeStarted: 1 });
    expect(await facts({ steady_on: '2023-10-01', last_visit: '2026-03-02', seen_alone: 'part' })).toEqual({
      ReadinessStageEntered: 1,
      ReadinessVisitRecorded: 1,
    });
    expect(
      await facts({ steady_on: '2023-10-01', transfer_planned: '2028-05-15', next_appointment: '2026-09-01' }),
    ).toEqual({ ReadinessTransferPlanned: 1, ReadinessAppointmentMade: 1 });
    expect(await facts({ transfer_planned: '2028-05-15', next_appointment: '2026-09-01' })).toEqual({});
  });

  it('points out what somebody has to look at, and no more what was dealt with since', async () => {
    const told = async (more: Readonly<Record<string, string>>) =>
      (await store.loadText('readiness', csv({ ...dev, ...more }))).problems.map(({ field }) => field);
    expect(await told({ next_appointment: '2026-05-04' })).toEqual(['next_appointment']);
    expect(await told({ next_appointment: '2026-05-04', last_visit: '2026-05-03', seen_alone: 'part' })).toEqual([
      'next_appointment',
    ]);
    for (const last_visit of ['2026-05-04', '2026-05-05'])
      expect(await told({ next_appointment: '2026-05-04', last_visit, seen_alone: 'part' })).toEqual([]);
    expect(await told({ next_appointment: '2026-05-04' })).toEqual([]);
    expect(await told({ last_visit: '2026-05-11' })).toEqual(['seen_alone']);
    expect(await told({ last_visit: '2026-05-05' })).toEqual([]);
  });

  it('RSG-01: is refused before the 11th birthday, and taken from it on', async () => {
    const on = async (started: string) => (await store.loadText('readiness', csv({ ...dev, started }))).counts;
    expect(await on('2021-05-14')).toMatchObject({ loaded: 0, refused: 1 });
    expect(await on('2021-05-15')).toMatchObject({ loaded: 1, refused: 0 });
  });

  it('RSG-03: a late entrant starts later; a stage that lies before the programme is refused with its column', async () => {
    expect(await facts({ entered_at: 'Go', started: '2026-05-20' })).toMatchObject({ ReadinessProgrammeStarted: 1 });
    const report = await store.loadText(
      'readiness',
      csv({ ...dev, nhs_number: '9990002118', local_patient_id: 'CX2', steady_on: '2022-08-31' }),
    );
    expect(report.problems).toMatchObject([
      {
        line: 2,
        field: 'steady_on',
        severity: 'refused',
        message: expect.stringContaining('steady_on must not be before') as unknown,
      },
      { message: expect.stringContaining('May be the same person') as unknown },
    ]);
    expect(report.counts.refused).toBe(1);
  });

  it('RSG-08: a visit of which nothing says how much of it was alone is pointed out, not guessed', async () => {
    const report = await store.loadText('readiness', csv({ ...dev, last_visit: '2026-03-02' }));
    expect(report.facts['ReadinessVisitRecorded']).toBeUndefined();
    expect(report.problems).toMatchObject([{ field: 'seen_alone', severity: 'reported' }]);
  });

  it('RSG-13: of a visit the list does not say whether the three questions were asked: it is recorded as not known', async () => {
    await facts({ last_visit: '2026-03-02', seen_alone: 'part' });
    const visits: unknown[] = [];
    for await (const events of store.opened.foundations.journal.readAll())
      visits.push(...events.filter(({ type }) => type === 'ReadinessVisitRecorded').map(({ data }) => data));
    expect(visits).toEqual([{ seenAlone: 'part', tookPart: 'present' }]);
  });

  it('RSG-09: an introduction needs its adult service; with it the move and the end follow in order', async () => {
    const without = await store.loadText('readiness', csv({ ...dev, introduced_on: '2026-01-10' }));
    expect(without.problems).toMatchObject([{ field: 'adult_service', severity: 'refused' }]);
    const whole = { introduced_on: '2026-01-10', adult_service: 'estuary-adult-mental-health' };
    const moved = { ...whole, transferred_on: '2026-05-20', ended_on: '2026-06-01', ended_reason: 'settled' };
    expect(await facts(moved)).toMatchObject({
      ...{ ReadinessAdultServiceMet: 1, ReadinessTransferred: 1, ReadinessProgrammeEnded: 1 },
    });
    expect(await facts(moved)).toEqual({});
  });

  it('RSG-03: what a list still has ahead of an end that has passed was agreed by that end', async () => {
    await facts({});
    const over = { ended_on: '2026-05-01', ended_reason: 'moved', transfer_planned: '2028-05-15' };
    expect(await facts(over)).toEqual({ ReadinessTransferPlanned: 1, ReadinessProgrammeEnded: 1 });
    expect(await facts(over)).toEqual({});
  });

  it('a day that another list has for the start changes nothing: it is pointed out', async () => {
    await facts({});
    const report = await store.loadText('readiness', csv({ ...dev, started: '2022-10-01' }));
    expect(report.counts).toMatchObject({ unchanged: 1, loaded: 0 });
    expect(report.problems).toMatchObject([{ field: 'started', severity: 'reported' }]);
  });

  it('a service, a clinic or a worker that is on no list is refused with its column', async () => {
    for (const field of ['service', 'organisation', 'worker']) {
      const report = await store.loadText('readiness', csv({ ...dev, [field]: 'nowhere at all' }));
      expect(report.problems).toMatchObject([{ line: 2, field, severity: 'refused' }]);
    }
  });
});
