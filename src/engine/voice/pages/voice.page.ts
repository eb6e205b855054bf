// How a young person and their family took part, step by step; and the forms that record it.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { FormFlow, type Place } from '../../web/forms/form-flow.js';
import { CaseHistory } from '../../web/history/case-history.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page, type Redirect } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { streamOf } from '../../../kernel/decider.js';
import { notFound } from '../../../kernel/errors.js';
import { voiceKind, type Voice } from '../domain/voice.js';
import { getVoices } from '../queries/voice-of-person.js';
import { voiceIdOf } from '../steps.js';
import { shownVoices } from './shown-voice.js';
import { voiceForms, type VoiceSubject } from './voice-forms.js';

type At = Readonly<Record<'personId' | 'caseStream' | 'stepEventId' | 'voice' | 'act', string>>;

@PageController()
export class VoicePage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
    private readonly history: CaseHistory,
  ) {}

  @Get(paths.voice.person.pattern)
  async show(@VisitOf() visit: Visit, @Param('personId') personId: string): Promise<Page> {
    const { asked, today, actor } = visit;
    const told = await this.dispatcher.ask(getVoices.of({ personId }, {}, asked));
    const may = asked.asOf === today ? { actor, policies: this.policies } : undefined;
    return page('engine/voice/pages/voice.njk', 'How they took part', {
      personId,
      back: { text: 'The person and their timeline', href: paths.person({ personId }) },
      data: { steps: shownVoices(told, may) },
    });
  }

  @Get(paths.voice.record.pattern)
  async form(@VisitOf() visit: Visit, @Param() at: At): Promise<Page> {
    const { form, place } = await this.formAt(at, visit);
    return this.flow.show(form, place, visit);
  }

  @Post(paths.voice.record.pattern)
  async submit(@VisitOf() visit: Visit, @Param() at: At, @Body() body: object): Promise<Page | Redirect> {
    const { form, place } = await this.formAt(at, visit);
    return this.flow.submit(form, place, visit, body);
  }

  private async formAt({ personId, caseStream, stepEventId, voice: said, act }: At, visit: Visit) {
    const found = Object.hasOwn(voiceForms, act) ? voiceForms[act] : undefined;
    if (!found) throw notFound('form', act);
    this.policies.require(found.needs, visit.actor);
    const now = { ...visit.asked, asOf: visit.today };
    const { items } = await this.dispatcher.ask(getVoices.of({ personId }, {}, now));
    const step = items.find((one) => one.caseStream === caseStream && one.stepEventId === stepEventId);
    const told = step?.voices.find(({ voice }) => voice === said);
    if (!step || !told) throw notFound('step in which somebody takes part', stepEventId);
    const voice = told.voice as Voice;
    const back = paths.voice.person({ personId });
    const stream = streamOf(voiceKind(step.pathway).category, voiceIdOf(stepEventId, voice));
    const place: Place<VoiceSubject> = {
      subject: { step, voice },
      personId,
      revision: told.revision,
      back: { text: 'How they took part', href: back },
      next: back,
      changes: (since) => this.history.since(personId, stream, since, now),
    };
    return { form: found.form, place };
  }
}
