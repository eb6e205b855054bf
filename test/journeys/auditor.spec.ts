// An auditor's question: what happened, what was known when, and can it be proved to somebody who does not trust us?
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { verifyBundle } from '../../src/engine/audit/exports/verify-bundle.js';
import { startJourneys, typeDate, type Journeys } from './kit.js';

let journeys: Journeys;
let page: Page;
beforeAll(async () => void (journeys = await startJourneys()));
afterEach(() => journeys.closePages());
afterAll(() => journeys?.close());

const words = () => page.locator('main').innerText();
const entry = async () => (await page.locator('h1').innerText()).replace(/\s+/g, ' ');

const given_farid_looks_at_a_case_with_a_review = async (looking = {}) => {
  page = await journeys.as('farid.auditor', looking);
  await page.goto('/worklist?pathway=ehc&key=decision');
  await page.locator('tbody th a').first().click();
  await page.getByRole('link', { name: 'Step by step, with proof' }).click();
};

const when_he_goes = (where: 'First' | 'Previous' | 'Next' | 'Last') =>
  page.getByRole('link', { name: where, exact: true }).click();

const when_he_drags_the_slider_to_its_end_by_key = async () => {
  await page.locator('#step').focus();
  await page.keyboard.press('End');
  await page.getByRole('button', { name: 'Go' }).click();
};

const then_he_sees_both_clocks_who_and_the_proof = async () => {
  const told = await words();
  for (const said of ['It happened on', 'It was recorded', 'Asha Bright, SEND caseworker', 'every hash is right'])
    expect(told).toContain(said);
  expect(told).toMatch(/Hash of this entry\s+[0-9a-f]{64}/);
};

const then_he_sees_what_it_changed = async () =>
  expect(await page.locator('#changes').locator('xpath=ancestor::table').locator('tbody tr').count()).toBeGreaterThan(
    0,
  );

const when_he_asks_what_was_known_on = async (typed: string) => {
  await page.getByRole('link', { name: /^What was true, and what was known/ }).click();
  await typeDate(page, 'knownOn', typed);
  await page.getByRole('button', { name: 'Show' }).click();
};

const when_he_takes_the_bundle_away = async () => {
  await page.getByRole('link', { name: 'History, step by step' }).click();
  await page.getByRole('link', { name: /bundle/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Record and download the bundle' }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

it('replays a case step by step, asks what was known on a date, and takes a bundle away that verifies', async () => {
  await given_farid_looks_at_a_case_with_a_review();
  expect(await entry()).toMatch(/Entry 1 of \d+/);
  await when_he_goes('Next');
  expect(await entry()).toMatch(/Entry 2 of/);
  await when_he_drags_the_slider_to_its_end_by_key();
  const [, last, total] = /Entry (\d+) of (\d+)/.exec(await entry()) ?? [];
  expect(last).toBe(total);
  await then_he_sees_both_clocks_who_and_the_proof();
  await then_he_sees_what_it_changed();
  await when_he_goes('First');
  expect(await entry()).toMatch(/Entry 1 of/);

  await when_he_asks_what_was_known_on('1 1 2023');
  expect(await words()).toContain('What was known on 1 Jan 2023');
  expect(await words()).toContain('Nothing of it then');

  const { name, bytes } = await when_he_takes_the_bundle_away();
  expect(name).toMatch(/^onward-history-[\w-]+-2026-11-25\.zip$/);
  const verified = verifyBundle(bytes);
  expect(verified).toMatchObject({ problems: [], withheld: 0 });
  expect(verified.events).toBeGreaterThanOrEqual(Number(total));
  await page.reload();
  expect(await page.locator('main').innerText()).toContain(verified.digest);
});

it('does the same without script', async () => {
  await given_farid_looks_at_a_case_with_a_review({ script: false });
  await when_he_goes('Last');
  await then_he_sees_both_clocks_who_and_the_proof();
  await when_he_drags_the_slider_to_its_end_by_key();
  expect(await entry()).toMatch(/Entry (\d+) of \1$/);
});
