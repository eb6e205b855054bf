// The way of every form: show, read, check, record once, go on; and when somebody else was quicker, both versions side by side.
import { Injectable } from '@nestjs/common';
import type { CommandResult } from '../../commands/command-runner.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { isOnwardError, type ErrorType, type OnwardError } from '../../../kernel/errors.js';
import { newId } from '../../../kernel/ids.js';
import { Log } from '../../observing/log.js';
import type { No } from '../../use-cases/case-now.js';
import { CasesNow } from '../../use-cases/cases-now.js';
import type { Folding } from '../../../kernel/decider.js';
import type { Fact } from '../../../kernel/events.js';
import { page, redirect, type Link, type Page, type Redirect } from '../page.js';
import type { ShownEvent } from '../present/history.js';
import type { Visit } from '../visit.js';
import { Drafts, pathOf } from './drafts.js';
import type { Form } from './form.js';
import type { Typed } from './question.js';
import { readForm, shownAnswers, shownFields, summaryOf, troublesOf, typedOf, type FieldTrouble } from './read-form.js';

/** Where a form stands: of whom, of which revision, and where it leads. */
export interface Place<S> {
  readonly subject: S;
  readonly personId?: string;
  /** Who must get what is recorded as sent, in a sentence, where that is a matter of law. */
  readonly addressee?: string;
  readonly back: Link;
  /** Known beforehand, unless what is recorded brings the case into being. */
  readonly next: string | ((result: CommandResult) => string);
  /** Revision of the case as this page shows it; none where there is no case yet. */
  readonly revision?: number;
  /** The case on which it is recorded; none where there is none yet, or where it has none. */
  readonly ofCase?: { readonly kind: Folding<unknown, Fact>; readonly id: string };
  /** What was recorded after that revision, for whoever came second. */
  changes(since: number): Promise<readonly ShownEvent[]>;
}

interface Shown {
  readonly typed: Typed;
  readonly troubles?: readonly FieldTrouble[];
  readonly status?: number;
  readonly revision?: number;
  readonly conflict?: object;
  readonly command?: string;
}

/** Of what is said above the form, and of nothing else. */
const statuses: Readonly<Partial<Record<ErrorType, number>>> = {
  'invalid-input': 422,
  'refused-by-rule': 422,
  'already-exists': 409,
  'store-unavailable': 503,
  'not-caught-up': 503,
};

const notKept =
  'Nothing waits here to be recorded: it was recorded already, or what was typed was kept for an hour and is gone. The timeline shows what is recorded.';

/** The form's own address, without the step that is shown. */
function cleared(url: string): string {
  const asked = new URLSearchParams(url.split('?')[1]);
  for (const step of ['check', 'change']) asked.delete(step);
  return asked.size === 0 ? pathOf(url) : `${pathOf(url)}?${asked.toString()}`;
}

@Injectable()
export class FormFlow {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly drafts: Drafts,
    private readonly log: Log,
    private readonly casesNow: CasesNow,
  ) {}

  /** The form; or what was typed into it, to be checked or to be changed, where the address says so. */
  async show<S>(form: Form<S>, place: Place<S>, visit: Visit): Promise<Page> {
    const asked = new URLSearchParams(visit.url.split('?')[1]);
    const check = asked.get('check');
    const command = check ?? asked.get('change');
    const fresh = { typed: form.prefill?.(place.subject) ?? {} };
    const draft = command === null ? undefined : this.drafts.open(command, visit);
    // Whoever has typed already sees what they typed.
    const no = draft ? undefined : await this.whyNot(form, place, visit);
    if (no) return this.notNow(form, place, no, command === null ? [] : [notKept]);
    if (command === null) return this.page(form, place, fresh);
    if (!draft) return this.page(form, place, { ...fresh, troubles: [{ name: '', text: notKept }] });
    const { answers, troubles } = readForm(form.questions(place.subject), draft.typed, visit.today);
    if (check === null || !answers)
      return this.page(form, place, { ...draft, troubles: check === null ? [] : troubles });
    return this.check(form, place, { ...draft, url: visit.url }, answers);
  }

  /** An address outlives what it was offered for: whoever keeps it is told why not before they type, as whoever comes by links is not offered it. */
  private async whyNot<S>({ whyNot }: Form<S>, { ofCase, personId, subject }: Place<S>, { actor }: Visit) {
    if (!whyNot || !ofCase || personId === undefined) return undefined;
    const now = await this.casesNow.of(ofCase.kind, ofCase.id, personId, actor);
    const no = whyNot(subject, now);
    return no && (now.beside['diedOn'] !== undefined || !no.ofEarlierDay) ? no : undefined;
  }

  private notNow<S>(
    { title }: Form<S>,
    { personId, back }: Place<S>,
    { error: { parts } }: No,
    said: readonly string[],
  ): Page {
    const rule = parts.rule === undefined ? '' : ` (${parts.rule})`;
    const lines = [...said, `${parts.detail}${rule}`, ...(parts.help === undefined ? [] : [parts.help])];
    return page('engine/web/forms/not-now.njk', title, { status: 409, personId, back, data: { lines, goOn: back } });
  }

  async submit<S>(form: Form<S>, place: Place<S>, visit: Visit, body: unknown): Promise<Page | Redirect> {
    const typed = typedOf(body);
    const questions = form.questions(place.subject);
    const command = typeof typed['_command'] === 'string' ? typed['_command'] : undefined;
    const kept = { typed, command, revision: visit.command.expectedRevision };
    const { answers, troubles } = readForm(questions, typed, visit.today);
    if (!answers) return this.page(form, place, { ...kept, troubles, status: 400 });
    if (typed['_step'] === 'change') return this.later('change', kept, visit) ?? this.page(form, place, kept);
    if (form.checkFirst !== undefined && typed['_step'] !== 'confirmed')
      return (
        (await this.refusal(form, place, kept, answers, visit)) ??
        this.later('check', kept, visit) ??
        this.check(form, place, { ...kept, url: visit.url }, answers)
      );
    try {
      const result = await this.dispatcher.send<CommandResult>(form.command(answers, place.subject, visit.command));
      const next = typeof place.next === 'string' ? place.next : place.next(result);
      const draft = form.checkFirst === undefined ? undefined : { path: pathOf(visit.url), sealed: undefined };
      return redirect(next, { said: form.recorded, wrote: result.position, draft });
    } catch (error) {
      return this.notRecorded(form, place, kept, answers, error);
    }
  }

  /** Before anybody is asked to check it: whether it would be recorded at all, as things stand. */
  private async refusal<S>(
    form: Form<S>,
    place: Place<S>,
    kept: Shown,
    answers: Readonly<Record<string, unknown>>,
    visit: Visit,
  ): Promise<Page | undefined> {
    if (!form.canBeRehearsed) return undefined;
    try {
      await this.dispatcher.rehearse(form.command(answers, place.subject, { ...visit.command, rehearsal: true }));
      return undefined;
    } catch (error) {
      return this.notRecorded(form, place, kept, answers, error);
    }
  }

  private notRecorded<S>(
    form: Form<S>,
    place: Place<S>,
    kept: Shown,
    answers: Readonly<Record<string, unknown>>,
    error: unknown,
  ): Page | Promise<Page> {
    if (!isOnwardError(error)) throw error;
    if (isOnwardError(error, 'changed-by-someone-else')) return this.conflict(form, place, kept, answers, error);
    if (isOnwardError(error, 'command-id-reused')) return this.usedUp(form, place, kept);
    return this.refused(form, place, kept, error);
  }

  /** Post, redirect, get: so that going back to the page, or reloading it, sends nothing again. */
  private later(
    step: 'check' | 'change',
    { typed, command = newId(), revision }: Shown,
    visit: Visit,
  ): Redirect | undefined {
    const own = Object.entries(typed).filter(([name]) => !name.startsWith('_'));
    const sealed = this.drafts.seal({ command, revision, typed: Object.fromEntries(own) }, visit);
    if (sealed === undefined) return undefined;
    const address = cleared(visit.url);
    const to = `${address}${address.includes('?') ? '&' : '?'}${step}=${encodeURIComponent(command)}`;
    return redirect(to, { draft: { path: pathOf(visit.url), sealed } });
  }

  /** Somebody went back to a form that was recorded, and changed it: that is another record, by another id. */
  private usedUp<S>(form: Form<S>, place: Place<S>, { typed, revision }: Shown): Page {
    const text = 'This form was recorded already, with other answers. Send it again to record these as well.';
    return this.page(form, place, { typed, revision, troubles: [{ name: '', text }], status: 422 });
  }

  /**
   * A rule's no stands above the form, with what was typed kept. So does a store that did not answer: the form keeps its id, so that
   * what was written after all is found and not written twice. Anything else is no matter of this form.
   */
  private refused<S>(form: Form<S>, place: Place<S>, kept: Shown, error: OnwardError): Page {
    const { type, parts } = error;
    const status = statuses[type];
    if (status === undefined) throw error;
    if (status >= 500) this.log.failed(error, 'Recording a form');
    const questions = form.questions(place.subject);
    const fields = troublesOf(questions, parts.fields ?? []);
    const rule = parts.rule === undefined ? '' : ` (${parts.rule})`;
    const sentence = { name: '', text: `${parts.detail}${rule}${parts.help === undefined ? '' : ` ${parts.help}`}` };
    const troubles = type === 'invalid-input' && fields.length > 0 ? fields : [sentence, ...fields];
    return this.page(form, place, { ...kept, troubles, status });
  }

  private async conflict<S>(
    form: Form<S>,
    place: Place<S>,
    { typed, revision = 0 }: Shown,
    answers: Readonly<Record<string, unknown>>,
    error: OnwardError,
  ): Promise<Page> {
    const yours = shownAnswers(form.questions(place.subject), answers);
    const theirs = await place.changes(revision);
    const text = 'Somebody else changed this while you were typing. Nothing of yours is recorded yet.';
    return this.page(form, place, {
      typed,
      troubles: [{ name: '', text }],
      status: 409,
      revision: Number(error.parts.more?.['actual'] ?? place.revision),
      conflict: { yours, theirs },
    });
  }

  private check<S>(
    form: Form<S>,
    place: Place<S>,
    { typed, command, revision, url }: Shown & { readonly url: string },
    answers: Readonly<Record<string, unknown>>,
  ): Page {
    const { personId, back } = place;
    const kept = Object.entries(typed)
      .filter(([name]) => !name.startsWith('_'))
      .flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value]).map((each: unknown) => ({ name, value: each })),
      );
    return page('engine/web/forms/check.njk', `Check: ${form.title}`, {
      personId,
      back,
      data: {
        addressee: place.addressee,
        warning: form.checkFirst,
        lines: shownAnswers(form.questions(place.subject), answers),
        kept,
        action: cleared(url),
        button: form.button,
        cannotBeUndone: form.cannotBeUndone,
        command: command ?? newId(),
        revision: revision ?? place.revision,
      },
    });
  }

  private page<S>(
    form: Form<S>,
    place: Place<S>,
    { typed, troubles = [], status, revision, conflict, command }: Shown,
  ): Page {
    const questions = form.questions(place.subject);
    const { title, lead, checkFirst, button, cannotBeUndone } = form;
    return page('engine/web/forms/form.njk', title, {
      status,
      personId: place.personId,
      back: place.back,
      problems: summaryOf(questions, troubles),
      data: {
        addressee: place.addressee,
        lead: typeof lead === 'function' ? lead(place.subject) : lead,
        button: checkFirst === undefined ? button : 'Continue',
        cannotBeUndone,
        fields: shownFields(questions, typed, troubles),
        command: command ?? newId(),
        revision: revision ?? place.revision,
        conflict,
      },
    });
  }
}
