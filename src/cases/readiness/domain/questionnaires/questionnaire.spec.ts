// What ships is what the rules count, and a file with a mistake is refused by the mistake's place.
import { isOnwardError } from '../../../../kernel/errors.js';
import { checkQuestionnaire, itemsOf, limits, questionnaireIds, voiceOf } from './questionnaire.js';
import { newestShipped, shippedQuestionnaire, shippedQuestionnaires } from './shipped.js';

const counts = (id: 'steady' | 'go') => newestShipped(id).sections.map(({ items }) => items.length);

const text = (more: object = {}) => ({
  id: 'steady',
  title: 'Steady',
  source: 'A made-up hospital',
  licence: 'A made-up licence of 2026',
  sections: [{ id: 'knowledge', title: 'Knowledge', items: [{ id: 'own-words', label: 'Something to know' }] }],
  ...more,
});

function problemsOf(json: unknown) {
  try {
    checkQuestionnaire(json);
  } catch (error) {
    if (isOnwardError(error, 'invalid-input')) return error.parts.fields;
    throw error;
  }
  return undefined;
}

it('RSG-06: Steady has 8, 3 and 6 items, 17 in all; Go has 5, 3, 5 and 2, 15 in all', () => {
  expect(counts('steady')).toEqual([8, 3, 6]);
  expect(itemsOf(newestShipped('steady'))).toHaveLength(17);
  expect(counts('go')).toEqual([5, 3, 5, 2]);
  expect(itemsOf(newestShipped('go'))).toHaveLength(15);
});

it('RSG-04: every sheet of the programme ships, each for one voice', () => {
  expect(shippedQuestionnaires.map(({ id }) => id).sort()).toEqual([...questionnaireIds].sort());
  for (const { id, voice, version } of shippedQuestionnaires) expect([voice, version]).toEqual([voiceOf[id], 1]);
  expect(shippedQuestionnaire('steady', 1)?.stage).toBe('steady');
  expect(shippedQuestionnaire('steady', 2)).toBeUndefined();
});

it('RSG-14: the labels say that they are our own, and a topic has one label for the young person on all sheets', () => {
  const labels = new Map<string, string>();
  for (const { licence, voice, ...each } of shippedQuestionnaires) {
    expect(licence).toContain('Onward’s own');
    if (voice === 'parent') continue;
    for (const { id, label } of itemsOf(each)) {
      expect(labels.get(id) ?? label).toBe(label);
      labels.set(id, label);
    }
  }
});

it('a text from a file is tidied, and nothing of it changes otherwise', () => {
  const read = checkQuestionnaire(text({ title: '  Steady\n for  us ' }));
  expect(read).toEqual(text({ title: 'Steady for us' }));
});

it.each([
  ['no object', [], [['file', 'must be an object']]],
  ['a sheet that the programme does not have', text({ id: 'ready' }), [['id', 'must be one of']]],
  ['nothing', {}, ['id', 'title', 'source', 'licence', 'sections'].map((field) => [field, ''])],
  ['a field that nobody reads', text({ license: 'x' }), [['license', 'is not known here']]],
  ['no sections', text({ sections: [] }), [['sections', 'must be a list of 1 to']]],
  [
    'a section without items, and one that is none',
    text({ sections: [{ id: 'one', title: 'One', items: [] }, 'two'] }),
    [
      ['sections[0].items', 'must be a list of 1 to'],
      ['sections[1]', 'must be an object'],
    ],
  ],
  [
    'an item with a wrong id, and one without words',
    text({
      sections: [
        {
          id: 'one',
          title: 'One',
          items: [
            { id: 'Own Words', label: 'A' },
            { id: 'b', label: ' ' },
          ],
        },
      ],
    }),
    [
      ['sections[0].items[0].id', 'must be a word'],
      ['sections[0].items[1].label', 'must not be empty'],
    ],
  ],
  [
    'an item twice',
    text({
      sections: ['one', 'two'].map((id) => ({ id, title: id, items: [{ id: 'same', label: 'Same' }] })),
    }),
    [['sections', 'the item same stands there twice']],
  ],
  ['letters that cannot be seen', text({ title: 'Ste\u202eady' }), [['title', 'must not have characters']]],
  ['a title that is too long', text({ title: 'x'.repeat(limits.title + 1) }), [['title', 'must be 120 characters']]],
])('a file with %s is refused, and says where', (_, json, expected) => {
  const found = problemsOf(json);
  expect(found?.map(({ field }) => field)).toEqual(expected.map(([field]) => field));
  for (const [at, [, problem = '']] of expected.entries()) expect(found?.[at]?.problem).toContain(problem);
});

it('more items than a sheet can have are refused, however they are spread over sections', () => {
  const section = (nth: number) => ({
    id: `s${nth}`,
    title: 'One',
    items: Array.from({ length: 51 }, (_, at) => ({ id: `i${nth}-${at}`, label: 'A' })),
  });
  expect(problemsOf(text({ sections: [section(1), section(2)] }))).toMatchObject([{ field: 'sections' }]);
  const whole = { ...section(1), items: section(1).items.concat(section(2).items).slice(0, 100) };
  expect(problemsOf(text({ sections: [whole] }))).toBeUndefined();
});
