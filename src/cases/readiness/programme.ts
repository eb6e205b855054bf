// A programme goes from stage to stage, and ends: by readiness, never by age alone (RSG-03).
import { ApiProperty } from '../../engine/api/api-property.js';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { workersOf } from '../../engine/web/forms/listed.js';
import { one, optionsOf, pick, several } from '../../engine/web/forms/questions.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import { requireNotBeforeStart, requireRunning } from './domain/checks.js';
import { endings, judges, stages, type Ending, type Judge, type Stage } from './domain/codes.js';
import { demands } from './domain/demands.js';
import { readinessEvents as events } from './domain/events.js';
import { latestAfter } from './sound.js';
import { inWords } from '../../engine/web/present/words.js';
import { workerOn } from './domain/state.js';
import { clinic, dayOf, ofProgramme, readinessForm, readinessUseCase, today } from './readiness-use-case.js';

export class StageEntry extends Dated {
  @ApiProperty({ enum: stages }) @IsIn(stages) stage: Stage;
  @ApiProperty({ enum: judges, isArray: true, description: 'Who judged that it is time' })
  @IsIn(judges, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(judges.length)
  judgedBy: readonly Judge[];
}

export const enterStage = readinessUseCase({
  name: 'EnterReadinessStage',
  asks: 'EnterStage',
  post: 'api/v1/readiness/:programmeId/stages',
  does: 'The young person is ready for the next stage; open help goes with them',
  rules: ['RSG-03', 'RSG-07'],
  input: StageEntry,
  decide({ on, stage, judgedBy }: { on: CivilDate; stage: Stage; judgedBy: readonly Judge[] }, state) {
    demands.stageEntered.require(state, { on, stage });
    return [events.stageEntered.fact(on, { stage, judgedBy: [...judgedBy] })];
  },
  forms: [
    readinessForm({
      step: 'stage',
      group: 'stage',
      offers: ({ stage }) =>
        stages.slice(stages.indexOf(stage as Stage) + 1).length > 0
          ? [{ about: 'programme', text: 'Enter the next stage' }]
          : [],
      title: 'Enter the next stage',
      lead: 'By readiness, whatever the age (RSG-03). Help that is still open goes with them and is looked at again (RSG-07).',
      button: 'Enter the stage',
      recorded: 'The stage is entered. Its questionnaires are due at the next appointment.',
      questions: ({ view }) => ({
        on: dayOf('When?', 'The day'),
        stage: one<Stage>({
          label: 'Which stage?',
          options: optionsOf(stages.slice(stages.indexOf(view.stage as Stage) + 1)),
          none: 'Choose the stage',
        }),
        judgedBy: several<Judge>({
          label: 'Who judged that it is time?',
          options: optionsOf(judges),
          none: 'Choose who judged it',
        }),
      }),
      prefill: today,
      sends: ({ on, stage, judgedBy }, { view }) => ({
        at: { programmeId: view.id },
        input: { on, stage, judgedBy },
      }),
    }),
  ],
});

export class ReadinessWorker extends Dated {
  @ApiProperty({ example: 'dev.nurse' }) @IsString() @Length(1, 60) worker: string;
}

export const nameWorker = readinessUseCase({
  name: 'NameReadinessWorker',
  asks: 'NameWorker',
  post: 'api/v1/readiness/:programmeId/worker',
  does: 'Name who sees to it that help is given',
  rules: ['RSG-07'],
  input: ReadinessWorker,
  decide({ on, worker }: { on: CivilDate; worker: string }, state) {
    demands.workerNamed.require(state, { on });
    return workerOn(state, on) === worker ? [] : [events.workerNamed.fact(on, { worker })];
  },
  forms: [
    readinessForm({
      step: 'worker',
      group: 'stage',
      offers: ofProgramme('Name the worker'),
      title: 'Name who sees to it that help is given',
      button: 'Name the worker',
      recorded: 'The worker is named.',
      questions: ({ today: day }) => ({
        on: dayOf('From which day?', 'The day'),
        worker: pick<string>({ label: 'Who?', options: workersOf(clinic, day), none: 'Choose the worker' }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});

export class ReadinessEnd extends Dated {
  @ApiProperty({ enum: endings }) @IsIn(endings) reason: Ending;
}

export const endReadiness = readinessUseCase({
  name: 'EndReadiness',
  asks: 'End',
  post: 'api/v1/readiness/:programmeId/end',
  does: 'End the programme',
  rules: ['RSG-07', 'RSG-11'],
  input: ReadinessEnd,
  decide({ on, reason }: { on: CivilDate; reason: Ending }, state, { standing }) {
    requireRunning(state);
    requireNotBeforeStart(state, on, 'on', 'RSG-03');
    const later = latestAfter(standing, on);
    if (later)
      throw refuse('RSG-03', `This would end it before ${inWords(later.type)} (${formatDate(later.occurredOn)}).`, {
        help: 'End the programme on that day or later; or correct what is recorded of later days first.',
      });
    demands.ended.require(state, { on, reason });
    return [events.ended.fact(on, { reason })];
  },
  forms: [
    readinessForm({
      step: 'end',
      group: 'record',
      offers: ofProgramme('End the programme'),
      title: 'End the programme',
      lead: 'Nothing is asked for any more. What is on record stays.',
      button: 'End the programme',
      recorded: 'The programme has ended.',
      questions: () => ({
        on: dayOf('When did it end?', 'The day on which it ended'),
        reason: one<Ending>({ label: 'Why?', options: optionsOf(endings), none: 'Choose why' }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});
