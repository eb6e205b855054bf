// The demo area on two very different days: every kind of case is there, and its history is as sound as any other.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyStreams } from '../../store/verify-chain.js';
import { addDays, civilDate } from '../../kernel/calendar/index.js';
import { parseNhsNumber, parseUpn } from '../../kernel/identifiers/index.js';
import { FixedClock } from '../../kernel/clock.js';
import { openFoundations, type Opened } from '../ops/foundations.js';
import { Log } from '../../engine/observing/log.js';
import { worklistRows, type WorklistFilter } from '../../engine/deadlines/worklist-rows.js';
import { fillDemoArea } from './fill-demo-area.js';

const log = new Log('silent');

describe.each(['2026-11-22', '2028-02-29'])('the demo area on %s', (day) => {
  const today = civilDate(day);
  const data = mkdtempSync(join(tmpdir(), 'onward-demo-'));
  let opened: Opened;

  beforeAll(async () => {
    const settings = { data, port: 0, host: '', demo: true, key: undefined, log: 'silent' } as const;
    opened = openFoundations(settings, new FixedClock(`${day}T12:00:00.000Z`));
    await fillDemoArea(opened.stores, today, log);
    await opened.projecting.catchUp();
  }, 20_000);
  afterAll(async () => {
    await opened.close();
    rmSync(data, { recursive: true, force: true });
  });

  const rows = (sql: string) => opened.foundations.readSide.db.all<Record<string, string>>(sql);
  const count = (sql: string) => rows(sql).length;
  const worklist = (filter: WorklistFilter) =>
    worklistRows(opened.foundations.readSide.db, today, today, filter, 2000).map(({ row }) => row);
  const keys = (filter: WorklistFilter) => new Set(worklist(filter).map(({ key }) => key));

  it('has about eighty to a hundred people, with their plans, transitions and waits', () => {
    expect(count('SELECT id FROM young_person')).toBeGreaterThanOrEqual(80);
    expect(count('SELECT id FROM ehc_plan')).toBeGreaterThanOrEqual(45);
    expect(count('SELECT id FROM transition_case')).toBe(22);
    expect(count('SELECT id FROM wait_case')).toBe(35);
    expect(count('SELECT DISTINCT pathway FROM wait_case')).toBe(5);
    expect(count("SELECT id FROM young_person WHERE birth_date LIKE '%-02-29'")).toBeGreaterThanOrEqual(1);
    expect(count('SELECT DISTINCT given_name, family_name FROM young_person')).toBe(
      count('SELECT id FROM young_person'),
    );
  });

  it('shows something overdue, due this week, absent, met late and met', () => {
    expect(worklist({ status: 'overdue' }).length).toBeGreaterThanOrEqual(10);
    expect(worklist({ status: 'due', dueBefore: addDays(today, 7) }).length).toBeGreaterThanOrEqual(5);
    expect(worklist({ status: 'absent' }).length).toBeGreaterThanOrEqual(15);
    expect(worklist({ status: 'met late' }).length).toBeGreaterThanOrEqual(10);
    expect(worklist({ status: 'met' }).length).toBeGreaterThanOrEqual(200);
  });

  it('has an EHC plan at every step of a review, and those that nobody reviewed', () => {
    const overdue = keys({ pathway: 'ehc', status: 'overdue' });
    for (const key of ['decision', 'amendmentNotice', 'finalPlan', 'adviceCirculated']) expect(overdue).toContain(key);
    const absent = keys({ pathway: 'ehc', status: 'absent' });
    for (const key of ['review', 'report', 'moveInLetter', 'under5']) expect(absent).toContain(key);
    const due = keys({ pathway: 'ehc', status: 'due' });
    for (const key of ['report', 'moveInLetter', 'earlyReviewAnswer', 'under5', 'finalPlan'])
      expect(due).toContain(key);
    expect(keys({ pathway: 'ehc', status: 'met late' })).toContain('finalPlan');
    const outside =
      "SELECT d.case_id FROM deadline d JOIN ehc_placement p ON p.plan_id = d.case_id WHERE d.key = 'review' AND d.due_on < '";
    for (const kind of ['NEET', 'EHE'])
      expect(count(`${outside}${today}' AND d.met_on = '9999-12-31' AND p.kind = '${kind}'`)).toBeGreaterThanOrEqual(2);
    for (const key of ['phasePlan', 'postSixteenPlan']) expect(worklist({ key }).length).toBeGreaterThanOrEqual(1);
    for (const key of ['response', 'directed', 'consultationReply', 'icbRequestMet', 'termList'])
      expect(worklist({ key }).length).toBeGreaterThanOrEqual(1);
    for (const key of ['ceaseNotBefore', 'continuedFurtherEducation', 'appeal'])
      expect(count(`SELECT case_id FROM deadline WHERE key = '${key}'`)).toBeGreaterThanOrEqual(1);
  });

  it('has a transition on the way, behind, and wherever it can go wrong', () => {
    const open = "closed_on = '9999-12-31'";
    expect(count('SELECT id FROM transition_case WHERE late = 1')).toBe(1);
    expect(count('SELECT id FROM transition_case WHERE needs_fallback = 1')).toBe(1);
    expect(count(`SELECT id FROM transition_case WHERE ${open} AND gate_18 < '${addDays(today, -40)}'`)).toBe(1);
    expect(count("SELECT case_id FROM transition_past18 WHERE reason = 'awaiting-receiver'")).toBe(1);
    expect(count("SELECT person_id FROM person_consent WHERE decision = 'refused'")).toBe(1);
    expect(count("SELECT person_id FROM person_consent WHERE decision = 'withdrawn'")).toBe(1);
    expect(count("SELECT case_id FROM transition_interface WHERE manner = 'anonymised'")).toBe(1);
    expect(count("SELECT case_id FROM adult_appointment WHERE status = 'missed'")).toBe(1);
    expect(count('SELECT DISTINCT pack FROM transition_case')).toBe(2);
    const notAllocated = `accepted_on < '${addDays(today, -120)}' AND adult_opened_on = '9999-12-31' AND adult_met_on = '9999-12-31'`;
    expect(count(`SELECT id FROM transition_case WHERE ${open} AND ${notAllocated}`)).toBe(1);
  });

  it('has a dozen young people on Ready Steady Go over five years, and one of them in two other cases too', () => {
    expect(count('SELECT id FROM readiness_programme')).toBe(13);
    const inAll = `SELECT r.person_id FROM readiness_programme r JOIN transition_case t ON t.person_id = r.person_id
      JOIN ehc_plan e ON e.person_id = r.person_id`;
    expect(count(inAll)).toBe(1);
    const open = keys({ pathway: 'readiness' });
    for (const key of ['introduced', 'ownQuestionnaire', 'seenAlone', 'introduction', 'summaryToGp'])
      expect(open).toContain(key);
    expect(count("SELECT case_id FROM deadline WHERE key = 'hello' AND met_on < '9999-12-31'")).toBe(1);
  });

  it('has numbers of the test range only, each of them valid', () => {
    for (const { nhs_number = '', upn = '' } of rows('SELECT nhs_number, upn FROM young_person')) {
      expect(parseNhsNumber(nhs_number).range).toBe('test');
      expect(parseUpn(upn).value).toBe(upn);
    }
  });

  it('has a history that is chained, whole, and recorded before today', async () => {
    const { events, problems } = await verifyStreams(opened.stores.store);
    expect(events).toBeGreaterThan(2000);
    expect(problems).toEqual([]);
    for await (const page of opened.stores.journal.readAll({ closed: true }))
      for (const { metadata } of page) expect(metadata.recordedAt < day).toBe(true);
  });
});
