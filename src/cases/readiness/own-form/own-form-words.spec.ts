// What the own form says of who sees the answers: true at every age, and in easy words no less than in usual ones (RSG-04, AMB-19).
import { whoSeesWords } from './own-form-words.js';
import type { OwnForm } from './own-forms.js';

const words = (voice: 'young-person' | 'parent' | 'adult', from16: boolean, easy = false) =>
  whoSeesWords({ link: { voice }, from16 } as Pick<OwnForm, 'link' | 'from16'>, easy).join(' ');

it.each([false, true])(
  'RSG-04: a young person and an adult read that parents do not see it; easy words: %s',
  (easy) => {
    for (const said of [
      words('young-person', false, easy),
      words('young-person', true, easy),
      words('adult', true, easy),
    ]) {
      expect(said).toMatch(/^Your parents or carers do not see/);
      expect(said).toContain('safe');
    }
  },
);

it.each([false, true])(
  'AMB-19: from 16 it is theirs to say what is told, before that the team talks with them; easy words: %s',
  (easy) => {
    expect(words('young-person', false, easy)).toMatch(/talks? with you about what/);
    expect(words('young-person', false, easy)).not.toMatch(/16|theirs|yours|You say/);
    expect(words('young-person', true, easy)).toMatch(/16 or over.*(yours to share|You say)/);
    expect(words('adult', true, easy)).toMatch(/You are an adult/);
  },
);

it('AMB-19: a parent reads that neither sees the form of the other, and from 16 whose the answers are', () => {
  expect(words('parent', false)).toContain('you do not see theirs');
  expect(words('parent', false)).not.toContain('16');
  expect(words('parent', true)).toContain('theirs to share');
});
