// What a page that is older than what is kept may change: only what differs from what it showed (RSG-04).
import { asShown, reconciled, shownName } from './as-it-was-shown.js';
import type { Answer } from '../domain/questionnaires/answers.js';

/** The page showed `shown`, `kept` is kept by now, and `here` is sent. */
const after = (shown: Answer, kept: Answer, here: Answer) => {
  const { answers, bothChanged } = reconciled({ q: kept }, { q: here }, { [shownName('q')]: asShown(shown) });
  return { kept: answers['q'], both: bothChanged };
};

const theirs = { answer: 'help', comment: 'written on the other phone' } as const;

it('RSG-04: a blank question of an older page takes nothing back that was written elsewhere since', () => {
  expect(after({}, theirs, { answer: undefined })).toEqual({ kept: theirs, both: [] });
});

it('what was changed here alone is changed, blank or not', () => {
  expect(after(theirs, theirs, { answer: undefined })).toEqual({ kept: { answer: undefined }, both: [] });
  expect(after(theirs, theirs, { answer: 'yes', comment: 'new' }).kept).toEqual({ answer: 'yes', comment: 'new' });
});

it('a tick here and words elsewhere are two changes that do not meet', () => {
  expect(after({}, { comment: 'theirs' }, { answer: 'yes' })).toEqual({
    kept: { answer: 'yes', comment: 'theirs' },
    both: [],
  });
});

it('where both wrote, the words of both are kept, and it is said', () => {
  const { kept, both } = after({ comment: 'old' }, { comment: 'theirs' }, { answer: undefined, comment: 'mine' });
  expect(kept?.comment).toBe('theirs\n\nmine');
  expect(both).toEqual([{ item: 'q', words: true }]);
});

it('words taken away on one page do not take away what was written on the other', () => {
  expect(after({ comment: 'old' }, { comment: 'theirs' }, { answer: undefined }).kept?.comment).toBe('theirs');
  expect(after({ comment: 'old' }, {}, { answer: undefined, comment: 'mine' }).kept?.comment).toBe('mine');
});

it('of two ticks that differ the one that is kept stays, and both are said; the same tick twice is no matter', () => {
  const { kept, both } = after({}, { answer: 'help' }, { answer: 'yes' });
  expect(kept?.answer).toBe('help');
  expect(both).toEqual([{ item: 'q', words: false, tick: { kept: 'help', here: 'yes' } }]);
  expect(after({}, { answer: 'yes' }, { answer: 'yes' }).both).toEqual([]);
});

it('the line ends of a browser are no change', () => {
  const lines = { comment: 'one\ntwo' };
  expect(after(lines, theirs, { answer: undefined, comment: 'one\r\ntwo' })).toEqual({ kept: theirs, both: [] });
});

it('of a page that does not say what it showed, everything that was sent counts', () => {
  expect(reconciled({ q: theirs }, { q: { answer: 'yes' } }, {}).answers).toEqual({ q: { answer: 'yes' } });
});
