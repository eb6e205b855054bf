// What whoever has a link does with their form: what they type is kept, and sent once (RSG-04, RSG-05). Asked for by the form's own pages alone.
import { IsString } from 'class-validator';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { question } from '../../../engine/use-cases/question.js';
import { useCase } from '../../../engine/use-cases/use-case.js';
import { caseType, streamOf, type Entries } from '../../../kernel/decider.js';
import { refuse } from '../../../kernel/errors.js';
import { Journal } from '../../../store/journal.js';
import { answered, type Answered } from '../answers.js';
import { ownFormDraft } from '../domain/own-form/draft.js';
import type { ReadinessFact } from '../domain/events.js';
import type { Answers } from '../domain/questionnaires/answers.js';
import { withoutBlanks } from '../domain/questionnaires/answers.js';
import { readinessKind } from '../domain/readiness-kind.js';
import type { Programme } from '../domain/state.js';
import { questionnaire } from '../questionnaires/known-questionnaires.js';
import { aboutPersonOf } from '../readiness-use-case.js';
import { openTyped, sealTyped } from './link-key.js';
import { ownFormRole, sendingTakenBack, type OwnForm } from './own-forms.js';
import { paths } from './paths.js';
import { newIn } from './typed-answers.js';

const section = 'Readiness: the own form';
const who = {
  roles: [ownFormRole],
  because: 'Whoever has the link of a form, without an account: this one form and nothing else (docs/adr/0060).',
};

/** With the token that opens it: what is typed is read and kept by it alone. */
export class OpenedForm {
  @IsString() token: string;
  form: OwnForm;
}

export class KeptAnswers {
  readonly answers: Answers;
  /** The question that was asked last; none where nothing was kept yet. */
  readonly reached?: string;
}

async function kept(journal: Journal, { token, form: { link } }: OpenedForm): Promise<KeptAnswers> {
  let all: KeptAnswers = { answers: {} };
  for await (const page of journal.read(streamOf(ownFormDraft.category, link.linkId)))
    for (const { data } of page) {
      const typed = typeof data['typed'] === 'string' ? openTyped(token, data['typed']) : undefined;
      if (typed) all = { answers: { ...all.answers, ...typed.answers }, reached: typed.reached };
    }
  return { ...all, answers: withoutBlanks(all.answers) };
}

export const readOwnForm = question({
  name: 'ReadOwnForm',
  section,
  tells: 'What was typed into a form that was not sent yet',
  rules: ['RSG-04'],
  who,
  input: OpenedForm,
  answers: KeptAnswers,
  uses: [Journal],
  answer: ({ query }, journal): Promise<KeptAnswers> => kept(journal, query),
  // Also what a link opens stands in the record of reading: whoever wonders who had it can see when it was used.
  shows: (_, { query }) => [query.form.personId],
});

export class TypedIntoForm extends OpenedForm {
  answers: Answers;
  reached: string;
}

export const keepOwnForm = useCase({
  name: 'KeepOwnForm',
  section,
  does: 'Keep what was typed into a form, for whoever has its link',
  rules: ['RSG-04'],
  who,
  input: TypedIntoForm,
  page: paths.ownForm.step.pattern,
  uses: [CommandRunner],
  async handle({ details, on, context }, runner): Promise<CommandResult | undefined> {
    const { token, form, answers, reached } = details as TypedIntoForm;
    if (form.closed !== undefined && form.closed !== 'run-out') throw closedForm();
    const before = await kept(runner.journal, { token, form });
    const changed = newIn(before.answers, answers);
    if (Object.keys(changed).length === 0 && before.reached === reached) return undefined;
    const { programmeId, personId, link } = form;
    const typed = sealTyped(token, { answers: changed, reached });
    const command = { type: 'KeepDraft', on, programmeId, personId, typed } as const;
    return runner.run(ownFormDraft, link.linkId, command, context);
  },
});

const sending = caseType(readinessKind, {
  SendOwnForm(command: Answered & { readonly linkId: string }, state: Programme, entries: Entries<ReadinessFact>) {
    // Also where it was taken back between the opening of the form and this.
    if (sendingTakenBack(entries, command.linkId)) throw closedForm();
    return answered(command, state);
  },
});

/** Errors: the programme's, in words for whoever answered; `already-exists` where it was sent, from whichever phone. */
export const sendOwnForm = useCase({
  name: 'SendOwnForm',
  section,
  does: 'Send a form, once',
  rules: ['RSG-04', 'RSG-05', 'RSG-12', 'TRN-42'],
  who,
  input: OpenedForm,
  page: paths.ownForm.step.pattern,
  uses: [CommandRunner],
  async handle({ details, on, context }, runner): Promise<CommandResult> {
    const { token, form } = details as OpenedForm;
    const { programmeId, link } = form;
    if (form.closed === 'ended') throw closedForm();
    const { journal } = runner;
    const sheet = await questionnaire(journal, link.questionnaire, link.version);
    const { answers } = await kept(journal, { token, form });
    const person = await aboutPersonOf(journal, programmeId, on);
    const said = { on, sheet, voice: link.voice, how: 'own-device', linkId: link.linkId, answers, ...person } as const;
    return runner.run(sending, programmeId, { type: 'SendOwnForm', ...said }, context);
  },
});

const closedForm = () => refuse('RSG-04', 'This form is closed.', { help: 'Ask the clinic that gave you the link.' });
