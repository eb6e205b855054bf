// What each page of the own form shows, in words for whoever answers: a young person, a parent, a young adult.
import { Injectable } from '@nestjs/common';
import { Assets } from '../../../engine/web/assets/assets.js';
import type { Typed } from '../../../engine/web/forms/question.js';
import { textOf } from '../../../engine/web/forms/question.js';
import { words } from '../../../engine/web/present/words.js';
import { ProblemPages } from '../../../engine/web/problem-page.js';
import { Templates } from '../../../engine/web/render/environment.js';
import type { OnwardError } from '../../../kernel/errors.js';
import { inHalves } from '../../../kernel/text-from-outside.js';
import { itemsOf, type Item } from '../domain/questionnaires/questionnaire.js';
import { longestComment, type Answers } from '../domain/questionnaires/answers.js';
import { shownName, shownOf } from './as-it-was-shown.js';
import { looksIn, looksOf, type Looks } from './how-it-looks.js';
import type { KeptAnswers } from './keep-and-send.js';
import type { OwnForm } from './own-forms.js';
import { answerWords, closedWords, refusedWords, troubleWords, whoSeesWords } from './own-form-words.js';
import { paths } from './paths.js';
import { answerName, commentName, type AnswerProblem } from './typed-answers.js';

/** Whatever is answered at the address of a form. */
export const ownFormHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
};

export interface PageOfForm {
  readonly status: number;
  readonly html: string;
  readonly retryAfter?: number;
}

interface Shown {
  readonly at: { readonly token: string; readonly step?: string };
  readonly looks: Looks;
  readonly form: OwnForm;
}

export interface Asking extends Shown {
  readonly answers: Answers;
  /** What the page says that it showed of a question; as it stands there, unless it was typed and is not kept. */
  readonly shown?: (item: string) => string;
  readonly asks: 'all' | number;
  readonly problems?: readonly AnswerProblem[];
  readonly status?: number;
}

@Injectable()
export class OwnFormPages {
  constructor(
    private readonly templates: Templates,
    private readonly assets: Assets,
    problems: ProblemPages,
  ) {
    problems.under(paths.ownForm.start({ token: '' }), (problem, { url }, reply) => {
      for (const [name, value] of Object.entries(ownFormHeaders)) reply.header(name, value);
      const looks = looksOf(Object.fromEntries(new URLSearchParams(url.split('?')[1])));
      return this.page('message', refusedWords(problem.status).title, { looks }, refusedWords(problem.status)).html;
    });
  }

  start({
    kept: { answers, reached },
    stopped,
    ...shown
  }: Shown & { kept: KeptAnswers; stopped: boolean }): PageOfForm {
    const { form, at, looks } = shown;
    const items = itemsOf(form.sheet);
    const last = items.findIndex(({ id }) => id === reached) + 1;
    const answered = items.filter(({ id }) => answers[id] !== undefined).length;
    const next = last === 0 ? '1' : last === items.length ? 'check' : String(last + 1);
    return this.page('start', form.sheet.title, shown, {
      count: items.length,
      begun: last > 0 || answered > 0,
      answered,
      stopped,
      whoSees: whoSeesWords(form, looks.easy),
      next: { step: next, href: paths.ownForm.step({ ...at, step: next }, looksIn(looks)) },
      all: paths.ownForm.step({ ...at, step: 'all' }, looksIn(looks)),
      otherSize: paths.ownForm.start(at, looksIn({ ...looks, large: !looks.large })),
      otherWords: paths.ownForm.start(at, looksIn({ ...looks, easy: !looks.easy })),
    });
  }

  questions({ answers, shown: was = shownOf(answers), asks, problems = [], status, ...shown }: Asking): PageOfForm {
    const { form, at, looks } = shown;
    const { sections } = form.sheet;
    const items = itemsOf(form.sheet);
    const one = asks === 'all' ? undefined : items[asks - 1];
    const asked = sections.map(({ title, items: own }) => ({
      title,
      questions: own
        .filter((item) => !one || item === one)
        .map((item) => ({ ...shownQuestion(item, answers, looks, problems), shown: was(item.id) })),
    }));
    const title = one ? labelOf(one, looks) : form.sheet.title;
    return this.page(
      'questions',
      title,
      shown,
      {
        sections: asked.filter(({ questions }) => questions.length > 0),
        one: one && { nth: asks, of: items.length, isFirst: asks === 1, isLast: asks === items.length },
        problems: problems.map(({ item, text }) => ({ text, href: item === '' ? undefined : `#${commentName(item)}` })),
        action: paths.ownForm.step({ token: at.token, step: String(asks) }, looksIn(looks)),
        start: paths.ownForm.start(at, looksIn(looks)),
        options: answerWords(form.link.voice, looks.easy),
        prompt: looks.easy ? 'Are you OK with this?' : 'Are you OK with this, or would you like help?',
        inHalves: inHalves(longestComment),
      },
      status,
    );
  }

  check({ answers, ...shown }: Shown & { answers: Answers }): PageOfForm {
    const { form, at, looks } = shown;
    const said = new Map(answerWords(form.link.voice, looks.easy).map(({ value, text }) => [value, text]));
    const items = itemsOf(form.sheet);
    return this.page('check', looks.easy ? 'Look at your answers' : 'Check your answers', shown, {
      lines: items.map((item, nth) => {
        const { answer, comment } = answers[item.id] ?? {};
        return {
          label: labelOf(item, looks),
          answer: answer && said.get(answer),
          comment,
          change: paths.ownForm.step({ ...at, step: String(nth + 1) }, looksIn(looks)),
        };
      }),
      nothing: Object.keys(answers).length === 0,
      whoSees: whoSeesWords(form, looks.easy),
      send: paths.ownForm.step({ token: at.token, step: 'send' }, looksIn(looks)),
      all: paths.ownForm.step({ ...at, step: 'all' }, looksIn(looks)),
      start: paths.ownForm.start(at, looksIn(looks)),
    });
  }

  /** Blank is an answer, and an empty form is one that was sent by a slip of the thumb more often than not: so it is asked, once. */
  empty(shown: Shown): PageOfForm {
    const { at, looks } = shown;
    return this.page('empty', 'Send it empty?', shown, {
      send: paths.ownForm.step({ token: at.token, step: 'send' }, looksIn(looks)),
      start: paths.ownForm.start({ token: at.token }, looksIn(looks)),
    });
  }

  /** Nothing that was answered stands on it but what was typed just now, so that it is not lost. */
  closed({ typed = {}, justKept = false, ...shown }: Shown & { typed?: Typed; justKept?: boolean }): PageOfForm {
    const { form } = shown;
    const { title, lines } = closedWords(form, justKept);
    const status = form.closed === 'sent' ? 200 : 410;
    return this.page('message', title, shown, { lines, sentAt: form.sentAt, typed: typedWords(typed) }, status);
  }

  /** The link is right, and the address behind it is not. */
  noSuchStep({ typed = {}, ...shown }: Shown & { typed?: Typed }): PageOfForm {
    const start = paths.ownForm.start({ token: shown.at.token }, looksIn(shown.looks));
    const lines = ['Your form is there, and what you kept of it. Go on from its start.'];
    return this.page('message', 'There is no such question', shown, { lines, start, typed: typedWords(typed) }, 404);
  }

  trouble(error: OnwardError, looks: Looks, typed: Typed): PageOfForm {
    const { title, lines, status } = troubleWords(error);
    const retryAfter = error.parts.more?.['retryAfter'];
    const page = this.page('message', title, { looks }, { lines, typed: typedWords(typed) }, status);
    return typeof retryAfter === 'number' ? { ...page, retryAfter } : page;
  }

  private page(
    name: 'start' | 'questions' | 'check' | 'empty' | 'message',
    title: string,
    { looks, form }: Pick<Shown, 'looks'> & Partial<Shown>,
    data: object,
    status = 200,
  ): PageOfForm {
    const html = this.templates.render(`cases/readiness/own-form/${name}.njk`, {
      title,
      looks,
      css: this.assets.urls.css,
      icon: this.assets.urls.icon,
      problems: [],
      form: form && {
        title: form.sheet.title,
        voice: form.link.voice,
        organisation: words(form.organisation),
        validUntil: form.link.validUntil,
      },
      ...data,
    });
    return { status, html };
  }
}

const labelOf = ({ label, easyRead }: Item, { easy }: Looks): string => (easy ? (easyRead ?? label) : label);

function shownQuestion(item: Item, answers: Answers, looks: Looks, problems: readonly AnswerProblem[]) {
  const { answer = '', comment = '' } = answers[item.id] ?? {};
  return {
    label: labelOf(item, looks),
    answerName: answerName(item.id),
    commentName: commentName(item.id),
    shownName: shownName(item.id),
    answer,
    comment,
    problem: problems.find((each) => each.item === item.id)?.text,
  };
}

/** Whatever was typed in words: to be read and copied where it could not be kept. */
const typedWords = (typed: Typed): string[] =>
  Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith(commentName('')) && textOf(value) !== '' ? [textOf(value)] : [],
  );
