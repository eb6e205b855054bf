// Help that was asked for: it has an owner, it is looked at again at each stage, and it stays open until somebody says what became of it (RSG-07).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { workersOf } from '../../engine/web/forms/listed.js';
import { one, optionsOf, pickOrNone, reason } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { idFrom } from '../../kernel/ids.js';
import { requireWords } from './domain/checks.js';
import { helpOutcomes, type HelpOutcome } from './domain/codes.js';
import { demands } from './domain/demands.js';
import { readinessEvents as events } from './domain/events.js';
import { voices, type Voice } from './domain/questionnaires/questionnaire.js';
import type { HelpView, ReadinessView } from './queries/readiness-view.js';
import { clinic, dayOf, ofProgramme, readinessForm, readinessUseCase, today } from './readiness-use-case.js';

export class RaisedHelp extends Dated {
  @ApiProperty({ enum: voices }) @IsIn(voices) askedBy: Voice;
  @ApiProperty({ required: false, description: 'Default: the worker of the programme' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  owner?: string;
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) what: string;
}

interface Raised {
  readonly on: CivilDate;
  readonly helpId: string;
  readonly askedBy: Voice;
  readonly owner?: string;
  readonly what: string;
}

export const raiseHelp = readinessUseCase({
  name: 'RaiseReadinessHelp',
  asks: 'RaiseHelp',
  post: 'api/v1/readiness/:programmeId/helps',
  does: 'Record help that was asked for at a visit; what a form asks for is there by itself',
  rules: ['RSG-07'],
  input: RaisedHelp,
  command: ({ details, on, context }) => ({ on, ...details, helpId: idFrom(context.commandId, 'readiness-help') }),
  decide({ on, helpId, askedBy, owner, what }: Raised, state) {
    demands.helpRaised.require(state, { on });
    requireWords(what, 'what', 'RSG-07');
    return [events.helpRaised.fact(on, { helpId, askedBy, owner, what })];
  },
  forms: [
    readinessForm({
      step: 'ask-for-help',
      group: 'help',
      offers: ofProgramme('Record help that was asked for'),
      title: 'Help that was asked for',
      lead: 'It stays open until somebody says what became of it, and goes with the young person into the next stage (RSG-07).',
      button: 'Record it',
      recorded: 'The help that was asked for is recorded.',
      questions: ({ today: day }) => ({
        on: dayOf('When was it asked for?', 'The day'),
        askedBy: one<Voice>({ label: 'Who asked?', options: optionsOf(voices), none: 'Choose who asked' }),
        what: reason({ label: 'What help is wanted?', hint: 'Kept sealed', none: 'Enter what help is wanted' }),
        owner: pickOrNone<string>({
          label: 'Who sees to it? (optional)',
          hint: 'The worker of the programme, if nobody is chosen',
          options: workersOf(clinic, day),
        }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});

export class RecheckedHelp extends Dated {
  @ApiProperty({ required: false, description: 'Who sees to it from now on' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  owner?: string;
}

export const recheckHelp = readinessUseCase({
  name: 'RecheckReadinessHelp',
  asks: 'RecheckHelp',
  post: 'api/v1/readiness/:programmeId/helps/:helpId/rechecks',
  does: 'Look at open help again: it is still wanted',
  rules: ['RSG-07'],
  input: RecheckedHelp,
  decide({ on, helpId, owner }: { on: CivilDate; helpId: string; owner?: string }, state) {
    demands.helpRechecked.require(state, { on, helpId });
    return [events.helpRechecked.fact(on, { helpId, owner })];
  },
  forms: [
    readinessForm({
      step: 'help-still-wanted',
      group: 'help',
      offers: (view) => ofHelp(view, 'It is still wanted'),
      title: 'The help is still wanted',
      lead: 'Every open one is looked at again at each stage (RSG-07).',
      button: 'Record that it is still wanted',
      recorded: 'It is recorded that the help is still wanted.',
      questions: ({ today: day }) => ({
        on: dayOf('When was it looked at?', 'The day'),
        owner: pickOrNone<string>({
          label: 'Who sees to it from now on? (optional)',
          hint: 'As before, if nobody is chosen',
          options: workersOf(clinic, day),
        }),
      }),
      prefill: today,
      sends: (input, { view, about }) => ({ at: { programmeId: view.id, helpId: about }, input }),
    }),
  ],
});

export class AddressedHelp extends Dated {
  @ApiProperty({ enum: helpOutcomes }) @IsIn(helpOutcomes) outcome: HelpOutcome;
  @ApiProperty({ description: 'What was done with it; free text, kept sealed' })
  @IsString()
  @Length(1, 4000)
  how: string;
}

interface Addressed {
  readonly on: CivilDate;
  readonly helpId: string;
  readonly outcome: HelpOutcome;
  readonly how: string;
}

export const addressHelp = readinessUseCase({
  name: 'AddressReadinessHelp',
  asks: 'AddressHelp',
  post: 'api/v1/readiness/:programmeId/helps/:helpId/addressed',
  does: 'Say what became of help that was asked for: you said, we did',
  rules: ['RSG-07'],
  input: AddressedHelp,
  decide({ on, helpId, outcome, how }: Addressed, state) {
    demands.helpAddressed.require(state, { on, helpId });
    requireWords(how, 'how', 'RSG-07');
    return [events.helpAddressed.fact(on, { helpId, outcome, how })];
  },
  forms: [
    readinessForm({
      step: 'help-given',
      group: 'help',
      offers: (view) => ofHelp(view, 'Say what became of it'),
      title: 'What became of the help',
      lead: ({ view, about }) =>
        `Asked for: ${view.helps.find(({ helpId }) => helpId === about)?.what ?? 'what stands in the form'} (RSG-07).`,
      button: 'Record what became of it',
      recorded: 'What became of the help is recorded.',
      questions: () => ({
        on: dayOf('When?', 'The day'),
        outcome: one<HelpOutcome>({
          label: 'What became of it?',
          options: optionsOf(helpOutcomes),
          none: 'Choose what became of it',
        }),
        how: reason({ label: 'What was done?', hint: 'Kept sealed', none: 'Enter what was done' }),
      }),
      prefill: today,
      sends: (input, { view, about }) => ({ at: { programmeId: view.id, helpId: about }, input }),
    }),
  ],
});

const isOpen = ({ addressedOn }: HelpView): boolean => addressedOn === undefined;

const ofHelp = ({ helps }: ReadinessView, text: string) =>
  helps.filter(isOpen).map(({ helpId, what }) => ({ about: helpId, text: what ? `${text}: ${what}` : text }));
