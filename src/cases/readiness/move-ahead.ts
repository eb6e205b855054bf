// The move to the adult service that lies ahead: its day, and the CAMHS transition beside it (RSG-09, RSG-E3).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { date } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { notFound } from '../../kernel/errors.js';
import { requireStarted } from './domain/checks.js';
import { demands } from './domain/demands.js';
import { readinessEvents as events } from './domain/events.js';
import { readinessKind } from './domain/readiness-kind.js';
import { plannedTransfer } from './domain/state.js';
import { openTransitionOf } from './programmes-beside.js';
import { dayOf, ofProgramme, readinessForm, readinessUseCase, today } from './readiness-use-case.js';

export class PlannedTransfer extends Dated {
  @ApiProperty({ example: '2031-05-15' }) @IsCivilDate() transferOn: CivilDate;
}

export const planTransfer = readinessUseCase({
  name: 'PlanReadinessTransfer',
  asks: 'PlanTransfer',
  post: 'api/v1/readiness/:programmeId/planned-transfers',
  does: 'Plan the day of the move to the adult service; the introduction is due a year before it',
  rules: ['RSG-09', 'RSG-E3'],
  input: PlannedTransfer,
  decide({ on, transferOn }: { on: CivilDate; transferOn: CivilDate }, state) {
    demands.transferPlanned.require(state, { on, transferOn });
    if (plannedTransfer(state, on)?.transferOn === transferOn) return [];
    return [events.transferPlanned.fact(on, { transferOn })];
  },
  forms: [
    readinessForm({
      step: 'plan-transfer',
      group: 'adult',
      offers: ofProgramme('Plan the transfer'),
      title: 'Plan the move to the adult service',
      lead: 'The introduction to the adult service is due twelve months before (RSG-09).',
      button: 'Plan the transfer',
      recorded: 'The transfer is planned. What is due is reckoned from it.',
      questions: () => ({
        on: dayOf('When was it agreed?', 'The day on which it was agreed'),
        transferOn: date({ label: 'When are they to move?', what: 'The day of the transfer', mayBeAhead: true }),
      }),
      prefill: today,
      sends: (input, { view }) => ({ at: { programmeId: view.id }, input }),
    }),
  ],
});

export class TransitionBeside extends Dated {
  @ApiProperty({ description: 'Id of the CAMHS transition' }) @IsString() @Length(1, 120) transitionId: string;
}

export const noteTransition = readinessUseCase({
  name: 'NoteCamhsTransition',
  asks: 'NoteTransition',
  post: 'api/v1/readiness/:programmeId/camhs-transition',
  does: 'Note that a CAMHS transition runs beside: the earlier date of the introduction wins',
  rules: ['RSG-E3'],
  input: TransitionBeside,
  elsewhere: ['transitionId'],
  async command({ at, input: { transitionId }, on }, { journal }, { db }) {
    const { state } = await journal.load(readinessKind, at.programmeId);
    if (openTransitionOf(db, requireStarted(state).personId) !== transitionId)
      throw notFound('open CAMHS transition of this young person', transitionId);
    return { on, transitionId };
  },
  decide({ on, transitionId }: { on: CivilDate; transitionId: string }, state) {
    demands.camhsTransitionNoted.require(state, { on });
    return state.camhsTransition?.transitionId === transitionId
      ? []
      : [events.camhsTransitionNoted.fact(on, { transitionId })];
  },
  forms: [
    readinessForm({
      step: 'camhs',
      group: 'adult',
      offers: ({ openTransitionId, besideCamhsTransition }) =>
        openTransitionId !== undefined && !besideCamhsTransition
          ? [{ about: 'programme', text: 'Note the CAMHS transition beside it' }]
          : [],
      title: 'A CAMHS transition runs beside this programme',
      lead: 'The introduction to adult services is due on the earlier of both dates (RSG-E3).',
      button: 'Note it',
      recorded: 'The CAMHS transition is noted.',
      questions: () => ({ on: dayOf('From which day is it known?', 'The day') }),
      prefill: today,
      sends: ({ on }, { view }) => ({
        at: { programmeId: view.id },
        input: { on, transitionId: view.openTransitionId ?? '' },
      }),
    }),
  ],
});
