// What single rows of a caseload come to: refused, reported, changed; and what a file never does.
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { systemActor } from '../../../engine/access/actors.js';
import { civilDate } from '../../../kernel/calendar/index.js';
import { newId } from '../../../kernel/ids.js';
import { transition, type TransitionCommand } from '../../../cases/camhs-transition/transition.js';
import { openTestStore, type TestStore } from '../store-for-tests.js';
import { camhsColumns } from './camhs-row.js';

const columns = camhsColumns.columns.map(({ name }) => name);
const ada = {
  nhs_number: '9990002002',
  local_patient_id: 'CX1',
  surname: 'Ashdown',
  forename: 'Ada',
  birth_date: '2008-08-29',
  send: 'none',
  team: 'Seaborough Community',
  care_coordinator: 'J. Marlowe',
  referral_received: '2025-01-06',
  protocol: 'A',
};
const csv = (...rows: Readonly<Record<string, string>>[]): string =>
  [columns.join(','), ...rows.map((row) => columns.map((name) => row[name] ?? '').join(',')), ''].join('\n');

describe('a row of a caseload', () => {
  let store: TestStore;
  beforeEach(() => {
    store = openTestStore();
  });
  afterEach(() => store.close());

  const theTransition = async (): Promise<string> => {
    for await (const page of store.opened.foundations.journal.readAll())
      for (const { stream } of page) if (stream.startsWith('transition-')) return stream.slice('transition-'.length);
    throw new Error('There is no transition');
  };
  const byHand = async (command: (events: readonly { id: string; type: string }[]) => TransitionCommand) => {
    const id = await theTransition();
    const { journal } = store.opened.foundations;
    const { history } = await journal.load(transition, id);
    const context = { actor: systemActor('somebody'), commandId: newId(), correlationId: newId() };
    await new CommandRunner(journal).run(transition, id, command(history.standing), context);
  };

  it('TRN-01: is refused when CAMHS closed before anybody else had the young person, and leaves nothing, not even a claimed number', async () => {
    const steps = { ...ada, mdt_identified_on: '2025-03-12', destination: 'AMHS_RECOVERY_WELLBEING' };
    const report = await store.loadText(
      'camhs',
      csv({ ...steps, receiver_referred_on: '2025-10-13', camhs_closed_on: '2026-03-10' }),
    );
    expect(report.counts).toMatchObject({ loaded: 0, refused: 1 });
    const problem = report.problems.find(({ severity }) => severity === 'refused');
    expect(problem).toMatchObject({ line: 2, field: 'camhs_closed_on' });
    expect(problem?.message).toMatch(/TRN-01.*Nothing of this row was recorded/s);
    expect(await store.eventTypes()).toEqual({});
  });

  it('is changed by a corrected cell, and by one that was blank before', async () => {
    await store.loadText('camhs', csv({ ...ada, mdt_identified_on: '2025-03-12' }));
    const report = await store.loadText(
      'camhs',
      csv({ ...ada, mdt_identified_on: '2025-03-13', joint_assessment_on: '2025-09-08' }),
    );
    expect(report.counts).toEqual({ loaded: 0, changed: 1, unchanged: 0, refused: 0 });
    expect(report.facts).toEqual({ FactCorrected: 1, TransitionStepRecorded: 1 });
  });

  it('finds the open transition when the date of the referral was corrected', async () => {
    await store.loadText('camhs', csv(ada));
    const report = await store.loadText('camhs', csv({ ...ada, referral_received: '2025-01-16' }));
    expect(report.facts).toEqual({ FactCorrected: 1 });
    const next = await store.loadText('camhs', csv({ ...ada, referral_received: '2025-01-16' }));
    expect(next.counts.unchanged).toBe(1);
  });

  it('leaves a date alone that somebody corrected here', async () => {
    await store.loadText('camhs', csv({ ...ada, mdt_identified_on: '2025-03-12' }));
    await byHand((events) => ({
      type: 'CorrectDate',
      on: civilDate('2026-06-15'),
      correctsEventId: events.find(({ type }) => type === 'TransitionStepRecorded')?.id ?? '',
      field: 'occurredOn',
      from: civilDate('2025-03-12'),
      to: civilDate('2025-03-20'),
      reason: 'the minutes say so',
      birthDate: civilDate('2008-08-29'),
      consents: [],
    }));
    const report = await store.loadText('camhs', csv({ ...ada, mdt_identified_on: '2025-03-12' }));
    expect(report.counts.unchanged).toBe(1);
    expect(report.problems).toMatchObject([{ field: 'mdt_identified_on', severity: 'reported' }]);
  });

  it('does not bring back what somebody took back here', async () => {
    await store.loadText('camhs', csv({ ...ada, mdt_identified_on: '2025-03-12' }));
    await byHand((events) => ({
      type: 'WithdrawFact',
      on: civilDate('2026-06-15'),
      correctsEventId: events.find(({ type }) => type === 'TransitionStepRecorded')?.id ?? '',
      reason: 'it was somebody else',
    }));
    const report = await store.loadText('camhs', csv({ ...ada, mdt_identified_on: '2025-03-12' }));
    expect(report.counts).toMatchObject({ unchanged: 1, changed: 0 });
  });

  it('REC-11: does not bring back what somebody took back here, under any day that it ever had on record', async () => {
    for (const identified of ['2025-03-12', '2025-03-13'])
      await store.loadText('camhs', csv({ ...ada, mdt_identified_on: identified }));
    await byHand((events) => ({
      type: 'WithdrawFact',
      on: civilDate('2026-06-15'),
      correctsEventId: events.find(({ type }) => type === 'TransitionStepRecorded')?.id ?? '',
      reason: 'it was somebody else',
    }));
    for (const identified of ['2025-03-13', '2025-03-12']) {
      const again = await store.loadText('camhs', csv({ ...ada, mdt_identified_on: identified }));
      expect(again.counts).toMatchObject({ unchanged: 1, changed: 0 });
    }
    const other = await store.loadText('camhs', csv({ ...ada, mdt_identified_on: '2025-03-14' }));
    expect(other.facts).toEqual({ TransitionStepRecorded: 1 });
  });

  it('TRN-41: points out a consent that cannot be the young person’s own, and records none', async () => {
    const child = { ...ada, birth_date: '2010-05-01', consent_to_discuss: 'given', consent_on: '2026-03-19' };
    const report = await store.loadText('camhs', csv({ ...child, interface_discussed_on: '2026-04-11' }));
    expect(report.counts.loaded).toBe(1);
    expect(report.facts['ConsentRecorded']).toBeUndefined();
    expect(report.problems.map(({ field }) => field)).toEqual(['consent_to_discuss', 'interface_discussed_on']);
    expect(report.problems[0]?.message).toMatch(/TRN-41/);
  });

  it('REC-23: is refused where the same team has the same names and birth date under another number, and merges nobody', async () => {
    await store.loadText('camhs', csv(ada));
    const report = await store.loadText('camhs', csv({ ...ada, nhs_number: '', local_patient_id: 'CX2' }));
    expect(report.counts).toMatchObject({ loaded: 0, refused: 1 });
    expect(report.problems.map(({ message }) => message).join()).toMatch(
      /somebody on record who may be the same.*local number another \(−6.6\), given name the same .*REC-23/,
    );
    expect(JSON.stringify(report.problems)).not.toMatch(/Ashdown|Ada|2008/);
  });

  it('REC-23: that names two people is refused, and nothing is recorded of either', async () => {
    const ben = { ...ada, nhs_number: '9990000018', local_patient_id: 'CX2', surname: 'Birch', forename: 'Ben' };
    await store.loadText('camhs', csv(ada, ben));
    const before = await store.histories();
    for (const row of [
      { ...ada, local_patient_id: ben.local_patient_id },
      { ...ada, nhs_number: ben.nhs_number },
    ]) {
      const report = await store.loadText('camhs', csv({ ...row, mdt_identified_on: '2025-03-12' }));
      expect(report.counts).toEqual({ loaded: 0, changed: 0, unchanged: 0, refused: 1 });
      expect(report.problems).toMatchObject([{ line: 2, severity: 'refused' }]);
      expect(report.problems[0]?.message).toMatch(/REC-23/);
      expect(JSON.stringify(report.problems)).not.toMatch(/Ashdown|Birch|9990/);
    }
    expect(await store.histories()).toEqual(before);
  });

  it('that stands there twice is passed over, and refused when it says something else', async () => {
    const report = await store.loadText(
      'camhs',
      csv(ada, ada, { ...ada, send: 'ehc-plan' }, { ...ada, referral_received: '2025-02-02' }),
    );
    expect(report.counts).toMatchObject({ loaded: 1, refused: 2 });
    expect(report.problems.map(({ line, code, severity }) => [line, code, severity]).sort()).toEqual([
      [3, 'duplicate-row', 'reported'],
      [4, 'duplicate-row', 'refused'],
      [5, 'duplicate-row', 'refused'],
    ]);
  });

  it('REC-31: is refused in a demo store with a number that could be somebody’s', async () => {
    const report = await store.loadText('camhs', csv({ ...ada, nhs_number: '4010232137' }));
    expect(report.counts.refused).toBe(1);
    expect(report.problems).toMatchObject([{ line: 2, field: 'nhs_number' }]);
    expect(await store.eventTypes()).toEqual({});
  });

  it('REC-24: is refused with a step that has not happened yet', async () => {
    const report = await store.loadText('camhs', csv({ ...ada, final_meeting_on: '2026-06-16' }));
    expect(report.problems).toMatchObject([{ line: 2, field: 'final_meeting_on', severity: 'refused' }]);
  });
});
