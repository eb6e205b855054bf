// A site's own text of a questionnaire: the next version, once, and no answer changes what it was given to.
import { civilDate as day } from '../../../../kernel/calendar/index.js';
import { isOnwardError } from '../../../../kernel/errors.js';
import { given } from '../../../../kernel/given-when-then.js';
import { checkAnswers } from './answers.js';
import type { QuestionnaireFact } from './events.js';
import { questionnaireFile, readQuestionnaireFile } from './file.js';
import { loadedQuestionnaires, loadedQuestionnairesId } from './loaded.js';
import { firstLoadedVersion, type QuestionnaireText } from './questionnaire.js';
import { newestShipped, shippedQuestionnaires } from './shipped.js';

const text = (...items: readonly string[]): QuestionnaireText => ({
  id: 'steady',
  title: 'Steady',
  source: 'A made-up hospital',
  licence: 'A made-up licence',
  sections: [{ id: 'knowledge', title: 'Knowledge', items: items.map((id) => ({ id, label: `About ${id}` })) }],
});
const load = (what: QuestionnaireText, on = '2026-09-01') =>
  ({ type: 'LoadQuestionnaireText', on: day(on), text: what }) as const;

/** What a site has recorded that loaded these, one after the other. */
const factsOf = (...loads: readonly QuestionnaireText[]) =>
  loads.reduce<readonly QuestionnaireFact[]>(
    (facts, each) => [...facts, ...given(loadedQuestionnaires, facts).when(load(each)).facts],
    [],
  );

it('RSG-14: the first text that a site loads is version 101, and the next one 102: none is one that ships', () => {
  const { state } = given(loadedQuestionnaires, factsOf(text('one'))).when(load(text('one', 'two'), '2026-10-01'));
  expect(state.versions.map(({ version, loadedOn }) => [version, loadedOn])).toEqual([
    [101, '2026-09-01'],
    [102, '2026-10-01'],
  ]);
  expect(Math.max(...shippedQuestionnaires.map(({ version }) => version))).toBeLessThan(firstLoadedVersion);
});

it('RSG-14: the newest text again adds nothing, be it the shipped one; an older one again is a new version', () => {
  expect(given(loadedQuestionnaires).when(load(newestShipped('steady'))).facts).toEqual([]);
  const before = factsOf(text('one'));
  expect(given(loadedQuestionnaires, before).when(load(text('one'))).facts).toEqual([]);
  const back = given(loadedQuestionnaires, factsOf(text('one'), text('two'))).when(load(text('one')));
  expect(back.state.versions.map(({ version }) => version)).toEqual([101, 102, 103]);
});

it('RSG-14: the same words in easier words too are another text', () => {
  const easier: QuestionnaireText = {
    ...text('one'),
    sections: [{ id: 'knowledge', title: 'Knowledge', items: [{ id: 'one', label: 'About one', easyRead: 'One' }] }],
  };
  expect(given(loadedQuestionnaires, factsOf(text('one'))).when(load(easier)).facts).toHaveLength(1);
});

it('RSG-05: answers to an older version are read and checked by that version when a newer one is loaded', () => {
  const [older, newer] = given(loadedQuestionnaires, factsOf(text('one'))).when(load(text('two'))).state.versions;
  const answers = { one: { answer: 'help' } } as const;
  expect(checkAnswers(older!, answers)).toEqual(answers);
  expect(() => checkAnswers(newer!, answers)).toThrow('belong to other questions');
  expect(older).toMatchObject({ id: 'steady', voice: 'young-person', stage: 'steady' });
});

it('has one history for each sheet, about no one', () => {
  expect(loadedQuestionnairesId('steady')).not.toBe(loadedQuestionnairesId('go'));
  expect(loadedQuestionnaires.subjectOf(loadedQuestionnaires.initial, 'x')).toBeUndefined();
});

it('a file is what is read: also with a byte order mark, and as it was given away to be changed', () => {
  expect(readQuestionnaireFile(`\uFEFF${JSON.stringify(text('one'))}`)).toEqual(text('one'));
  for (const each of shippedQuestionnaires) {
    const { version: _, voice: __, stage: ___, ...own } = each;
    expect(readQuestionnaireFile(questionnaireFile(each))).toEqual(own);
  }
});

it.each([
  ['{\n  "id": "steady",\n  title: "x"\n}', 'is not JSON from line 3 on'],
  ['{\n  "id": ', 'ends in line 2 before the sheet is whole'],
  ['', 'ends in line 1'],
  ['{\n  "id": steady\n}', 'is not JSON from line 2 on'],
  ['{\n  "sections": [\n    1,\n  ]\n}', 'is not JSON from line 4 on'],
  ['{\n  "title": "a\nb"\n}', 'is not JSON from line 2 on'],
  ['{ "id": "go" }\n\nand more', 'is not JSON from line 3 on'],
  [`${'['.repeat(90_000)}`, 'is not JSON from line 1 on'],
])('a file that is not JSON is refused by its line: %j', (file, problem) => {
  let found: unknown;
  try {
    readQuestionnaireFile(file);
  } catch (error) {
    found = isOnwardError(error, 'invalid-input') ? error.parts : error;
  }
  expect(found).toMatchObject({ fields: [{ field: 'file', problem: expect.stringContaining(problem) as string }] });
});
