// The form on somebody's own phone: no account, no session, no cookie. It shows this one form and nothing else, whoever is signed in on the device.
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '../../../engine/api/api-routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OpenToAll } from '../../../engine/api/open-to-all.js';
import { Log } from '../../../engine/observing/log.js';
import { textOf, type Typed } from '../../../engine/web/forms/question.js';
import { typedOf } from '../../../engine/web/forms/read-form.js';
import type { PageReply, PageRequest } from '../../../engine/web/http.js';
import { addressIsKey } from '../../../engine/web/security/secure-pages.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { isOnwardError, OnwardError } from '../../../kernel/errors.js';
import { newId } from '../../../kernel/ids.js';
import { longestComment, withoutBlanks, type Answers } from '../domain/questionnaires/answers.js';
import { itemsOf, limits, type Item } from '../domain/questionnaires/questionnaire.js';
import { reconciled, shownName, shownOf } from './as-it-was-shown.js';
import { looksIn, looksOf, type Looks } from './how-it-looks.js';
import { keepOwnForm, readOwnForm, sendOwnForm, type KeptAnswers } from './keep-and-send.js';
import { bothChangedWords } from './own-form-words.js';
import { OwnFormPages, ownFormHeaders, type Asking, type PageOfForm } from './own-form-pages.js';
import { OwnForms, type OwnForm } from './own-forms.js';
import { paths } from './paths.js';
import { tooLong, typedAnswers } from './typed-answers.js';

interface At {
  readonly token: string;
  readonly step?: string;
}

/** Somebody with their form before them. */
interface Visit {
  readonly at: At;
  readonly looks: Looks;
  readonly form: OwnForm;
}

type Asked = Readonly<Record<string, unknown>>;

/** Where to next, once what was typed is kept. */
type Next = { readonly step?: string; readonly stopped?: true };

/** Of the longest form in the longest letters: as a browser sends it, a letter takes up to twelve places. */
const bodyLimit = limits.items * (12 * longestComment + 500);

@OpenToAll()
@ApiExcludeController()
@Controller()
export class OwnFormController {
  constructor(
    private readonly forms: OwnForms,
    private readonly dispatcher: Dispatcher,
    private readonly pages: OwnFormPages,
    private readonly log: Log,
  ) {}

  @Get(paths.ownForm.start.pattern)
  start(
    @Param() at: At,
    @Query() asked: Asked,
    @Req() request: PageRequest,
    @Res({ passthrough: true }) reply: PageReply,
  ) {
    return this.answer(at, asked, request, reply, async (visit) => {
      const stopped = asked['kept'] === 'yes';
      return this.pages.start({ ...visit, kept: await this.kept(visit), stopped });
    });
  }

  @Get(paths.ownForm.step.pattern)
  step(
    @Param() at: At,
    @Query() asked: Asked,
    @Req() request: PageRequest,
    @Res({ passthrough: true }) reply: PageReply,
  ) {
    return this.answer(at, asked, request, reply, async (visit) => {
      const { answers } = await this.kept(visit);
      if (at.step === 'check') return this.pages.check({ ...visit, answers });
      const asks = asksOf(visit);
      return asks === undefined ? this.pages.noSuchStep(visit) : this.pages.questions({ ...visit, answers, asks });
    });
  }

  @Post(paths.ownForm.step.pattern)
  @RouteConfig({ ...addressIsKey, bodyLimit })
  take(
    @Param() at: At,
    @Query() asked: Asked,
    @Body() body: unknown,
    @Req() request: PageRequest,
    @Res({ passthrough: true }) reply: PageReply,
  ) {
    return this.answer(
      at,
      asked,
      request,
      reply,
      (visit) => {
        if (at.step === 'send') return this.send(visit, typedOf(body));
        return this.keep(visit, body);
      },
      body,
    );
  }

  /** What was typed is kept before anything else happens; where it cannot be kept, it stands on the page that says so. */
  private async keep(visit: Visit, body: unknown): Promise<PageOfForm | string> {
    const { at, form, looks } = visit;
    const asks = asksOf(visit);
    if (asks === undefined) return this.pages.noSuchStep({ ...visit, typed: typedOf(body) });
    const items = asks === 'all' ? itemsOf(form.sheet) : [itemsOf(form.sheet)[asks - 1]!];
    const typed = typedOf(body);
    const wish = textOf(typed['_to']);
    const sent = typedAnswers(items, typed);
    const again = (about: Pick<Asking, 'answers' | 'problems' | 'shown' | 'status'>) =>
      this.pages.questions({ ...visit, asks, ...about });
    try {
      const { answers: before } = await this.kept(visit);
      const { answers, here, bothChanged } = reconciled(before, sent.answers, typed);
      const met = bothChanged.map((one) => ({ item: one.item, text: bothChangedWords(one, form.link.voice) }));
      const wrong = [...sent.problems, ...tooLong(answers, sent.problems)];
      if (wrong.length > 0)
        return again({ answers: here, problems: [...wrong, ...met], status: 422, shown: shownOf(before) });
      const what = {
        token: at.token,
        form,
        answers,
        reached: reachedBy(itemsOf(form.sheet), items, { ...before, ...answers }, wish),
      };
      await this.dispatcher.send(keepOwnForm.of({}, what, this.context(form)));
      if (form.closed === 'run-out')
        return this.pages.closed({ ...visit, justKept: true, typed: met.length > 0 ? typed : {} });
      if (met.length > 0)
        return again({ answers: here, problems: met, status: 409, shown: shownOf({ ...before, ...answers }) });
    } catch (error) {
      if (!isOnwardError(error, 'store-unavailable') && !isOnwardError(error, 'not-caught-up')) throw error;
      this.log.failed(error, 'Keeping what was typed into a form');
      const text = 'We could not keep this just now. It is still here: try again in a minute';
      const shown = (item: string) => textOf(typed[shownName(item)]);
      return again({ answers: sent.answers, problems: [{ item: '', text }], status: 503, shown });
    }
    const { step, stopped } = nextAfter(wish, asks, itemsOf(form.sheet).length);
    return addressOf(at.token, looks, step, stopped);
  }

  private async send(visit: Visit, typed: Typed): Promise<PageOfForm | string> {
    const { at, form, looks } = visit;
    if (textOf(typed['_empty']) !== 'yes' && Object.keys((await this.kept(visit)).answers).length === 0)
      return this.pages.empty(visit);
    await this.dispatcher.send(sendOwnForm.of({}, { token: at.token, form }, this.context(form)));
    return addressOf(at.token, looks);
  }

  private kept({ at: { token }, form }: Visit): Promise<KeptAnswers> {
    const asked = { actor: this.forms.actorOf(form), asOf: this.forms.today };
    return this.dispatcher.ask(readOwnForm.of({}, { token, form }, asked));
  }

  private context(form: OwnForm): CommandContext {
    const id = newId();
    const onBehalfOf = form.link.voice === 'parent' ? undefined : form.personId;
    return { actor: this.forms.actorOf(form), onBehalfOf, commandId: id, correlationId: id };
  }

  /** A page, or the address of the next one. Whatever goes wrong is said on a page of the form's own, with what was typed. */
  private async answer(
    at: At,
    asked: Asked,
    request: PageRequest,
    reply: PageReply,
    work: (visit: Visit) => Promise<PageOfForm | string>,
    body?: unknown,
  ): Promise<string> {
    const looks = looksOf(asked);
    for (const [name, value] of Object.entries(ownFormHeaders)) reply.header(name, value);
    const found = await this.found(at, request, looks, body, work);
    if (typeof found !== 'string') {
      if (found.retryAfter !== undefined) reply.header('retry-after', String(found.retryAfter));
      reply.code(found.status);
      return found.html;
    }
    reply.code(303).header('location', found);
    return '';
  }

  private async found(
    at: At,
    request: PageRequest,
    looks: Looks,
    body: unknown,
    work: (visit: Visit) => Promise<PageOfForm | string>,
  ): Promise<PageOfForm | string> {
    const typed = typedOf(body);
    try {
      const form = await this.forms.opened(at.token, request.ip);
      const visit = { at, looks, form };
      const mayKeep = body !== undefined && at.step !== 'send' && form.closed === 'run-out';
      if (form.closed !== undefined && !mayKeep) return this.pages.closed({ ...visit, typed });
      return await work(visit);
    } catch (error) {
      const known = isOnwardError(error) ? error : undefined;
      if (!known || known.type === 'store-unavailable') this.log.failed(error, 'A form on its own device');
      // Sent from another phone at the same moment: that page says when.
      if (known?.type === 'already-exists') return addressOf(at.token, looks);
      return this.pages.trouble(known ?? new OnwardError('store-unavailable', { detail: '' }), looks, typed);
    }
  }
}

/** Every question, or the one whose number stands in the address. */
function asksOf({ at: { step = '' }, form: { sheet } }: Visit): 'all' | number | undefined {
  if (step === 'all') return 'all';
  const nth = /^[1-9]\d{0,2}$/.test(step) ? Number(step) : 0;
  return nth >= 1 && nth <= itemsOf(sheet).length ? nth : undefined;
}

/**
 * After which question they go on later: after those of the page, once they went on from it. Whoever leaves it otherwise comes back to what is
 * still blank there.
 */
function reachedBy(all: readonly Item[], asked: readonly Item[], answers: Answers, wish: string): string {
  const leaves = ['stop', 'back', 'all', 'one'].includes(wish);
  const given = withoutBlanks(answers);
  const blank = leaves ? asked.find(({ id }) => given[id] === undefined) : undefined;
  if (!blank) return asked.at(-1)?.id ?? '';
  return all[all.indexOf(blank) - 1]?.id ?? '';
}

function nextAfter(to: string, asks: 'all' | number, of: number): Next {
  if (to === 'stop') return { stopped: true };
  if (to === 'all') return { step: 'all' };
  if (asks === 'all') return to === 'one' ? { step: '1' } : { step: 'check' };
  if (to === 'back') return asks === 1 ? {} : { step: String(asks - 1) };
  return { step: asks < of ? String(asks + 1) : 'check' };
}

function addressOf(token: string, looks: Looks, step?: string, stopped?: true): string {
  const query = { ...looksIn(looks), kept: stopped && 'yes' };
  return step === undefined ? paths.ownForm.start({ token }, query) : paths.ownForm.step({ token, step }, query);
}
