// What single rows of a waiting list come to: refused, reported, changed; and what a file never does.
import { openTestStore, type TestStore } from '../store-for-tests.js';
import { waitingColumns } from './waiting-row.js';

const columns = waitingColumns.columns.map(({ name }) => name);
const dev = {
  nhs_number: '9990002045',
  local_patient_id: 'CX1',
  surname: 'Eastleigh',
  forename: 'Dev',
  birth_date: '2012-05-15',
  pathway: 'CHS',
  service: 'physiotherapy',
  provider: 'estuary-community-health',
  referral_received: '2025-03-07',
  urgency: 'routine',
};
const csv = (...rows: Readonly<Record<string, string>>[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((name) => row[name] ?? '').join(',')), ''].join('\n');

describe('a row of a waiting list', () => {
  let store: TestStore;
  beforeEach(() => {
    store = openTestStore();
  });
  afterEach(() => store.close());

  it('becomes a wait; what the next file knows more is added to it', async () => {
    const first = await store.loadText('waiting', csv(dev));
    expect(first.facts).toMatchObject({ WaitReferralReceived: 1 });
    const seen = await store.loadText(
      'waiting',
      csv({ ...dev, first_contact: '2025-10-01', removed_on: '2025-11-01', removal_reason: 'seen' }),
    );
    expect(seen.counts.changed).toBe(1);
    expect(seen.facts).toEqual({ WaitFirstContactAttended: 1, WaitClockStopped: 1, WaitRemovedFromList: 1 });
  });

  it('WAIT-44: is another referral when its date is another, and the two are pointed out', async () => {
    await store.loadText('waiting', csv(dev));
    const report = await store.loadText('waiting', csv(dev, { ...dev, referral_received: '2025-09-01' }));
    expect(report.counts).toMatchObject({ loaded: 1, unchanged: 1 });
    expect(report.problems).toMatchObject([{ line: 3, field: 'referral_received', severity: 'reported' }]);
  });

  it('WAIT-01: is refused when the first contact was before the referral, and nothing of the wait is recorded', async () => {
    const report = await store.loadText('waiting', csv({ ...dev, first_contact: '2025-03-01' }));
    expect(report.counts.refused).toBe(1);
    expect(report.problems).toMatchObject([{ line: 2, field: 'first_contact', severity: 'refused' }]);
    expect((await store.eventTypes())['WaitReferralReceived']).toBeUndefined();
  });

  it('WAIT-43: stays open when it says a removal without a reason', async () => {
    const report = await store.loadText('waiting', csv({ ...dev, removed_on: '2025-11-01' }));
    expect(report.counts.loaded).toBe(1);
    expect(report.problems).toMatchObject([{ field: 'removal_reason', severity: 'reported' }]);
  });

  it('WAIT-47: makes a wait more urgent, and never less', async () => {
    await store.loadText('waiting', csv(dev));
    expect((await store.loadText('waiting', csv({ ...dev, urgency: 'urgent' }))).facts).toEqual({ WaitEscalated: 1 });
    const less = await store.loadText('waiting', csv(dev));
    expect(less.counts.unchanged).toBe(1);
    expect(less.problems).toMatchObject([{ field: 'urgency', severity: 'reported' }]);
  });

  it('is refused on a pathway that nobody knows', async () => {
    const report = await store.loadText('waiting', csv({ ...dev, pathway: 'somewhere' }));
    expect(report.counts).toMatchObject({ loaded: 0, refused: 1 });
    expect(report.problems.find(({ severity }) => severity === 'refused')).toMatchObject({ line: 2, field: 'pathway' });
  });

  it('of one person on two lists registers them once', async () => {
    const report = await store.loadText('waiting', csv(dev, { ...dev, service: 'occupational-therapy' }));
    expect(report.counts.loaded).toBe(2);
    expect((await store.eventTypes())['YoungPersonRegistered']).toBe(1);
  });
});
