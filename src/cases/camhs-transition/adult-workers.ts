// The adult worker: named as link worker or care co-ordinator, and met before the transfer (TRN-09, TRN-25, TRN-B2.2).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OneLine } from '../../engine/api/field-checks.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing, type Ask } from '../../engine/use-cases/use-case.js';
import { date, freeText, one, optionsOf } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { workerRoles } from './domain/codes.js';
import { destinationCodes, serviceOf } from './domain/destinations.js';
import { transitionEvents as events } from './domain/events.js';
import { notBefore, opened } from './domain/guards.js';
import { servicesConcerned } from './domain/receiving.js';
import { chosen, services, transitionForm, untilClosed } from './transition-forms.js';
import { bothSides, forService, transitionUseCase } from './transition-use-case.js';

type WorkerRole = (typeof workerRoles)[number];

const who = {
  roles: bothSides,
  because: 'The receiving service names its workers; either side records the meeting (TRN-09, TRN-25).',
};

export class NameAdultWorkerBody extends Dated {
  @ApiProperty({ enum: workerRoles }) @IsIn(workerRoles) role: WorkerRole;
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) name: string;
}

interface Named {
  readonly on: CivilDate;
  readonly role: WorkerRole;
  readonly service: string;
  readonly name: string;
}

export const nameAdultWorker = transitionUseCase({
  name: 'NameAdultWorker',
  asks: 'NameAdultWorker',
  post: 'api/v1/transitions/:transitionId/adult-workers',
  does: 'Name the adult link worker or care co-ordinator',
  rules: ['TRN-09'],
  who,
  input: NameAdultWorkerBody,
  run: forService((_, { input }: Ask<string, NameAdultWorkerBody>) => [input.service]),
  decide({ on, role, service, name }: Named, state) {
    opened(state);
    serviceOf(service, 'service');
    return [events.adultWorkerNamed.fact(on, { role, service, name })];
  },
  forms: [
    transitionForm({
      step: 'adult-worker',
      group: 'case',
      offers: untilClosed('Name the adult worker'),
      title: 'Name the adult worker',
      lead: 'The link worker is the named contact; the care co-ordinator leads the care (TRN-09). Both are dated.',
      button: 'Record the adult worker',
      recorded: 'The adult worker is recorded.',
      questions: () => ({
        on: date({ label: 'When was the worker named?', what: 'The day on which the worker was named' }),
        role: one<WorkerRole>({ label: 'In which role?', options: optionsOf(workerRoles), none: 'Choose the role' }),
        service: one<string>({ label: 'In which service?', options: services, none: 'Choose the service' }),
        name: { ...freeText({ label: 'Name of the worker', hint: 'Kept sealed' }), kind: 'text' as const },
      }),
      prefill: (subject) => chosen(subject, 'service'),
      sends: ({ name = '', ...answers }, { view }) => ({ at: { transitionId: view.id }, input: { ...answers, name } }),
    }),
  ],
});

export class MeetAdultWorkerBody extends Dated {
  @ApiProperty({ required: false, enum: destinationCodes }) @IsOptional() @IsIn(destinationCodes) service?: string;
  @ApiProperty({ description: 'With CAMHS in the room' }) @IsBoolean() together: boolean;
}

interface Met {
  readonly on: CivilDate;
  readonly service?: string;
  readonly together: boolean;
}

export const meetAdultWorker = transitionUseCase({
  name: 'MeetAdultWorker',
  asks: 'MeetAdultWorker',
  post: 'api/v1/transitions/:transitionId/adult-workers/met',
  does: 'Record that an adult worker has met the young person',
  rules: ['TRN-25', 'TRN-B2.2'],
  who,
  input: MeetAdultWorkerBody,
  noForm: missing,
  run: forService((state, { input: { service }, on }: Ask<string, MeetAdultWorkerBody>) =>
    service === undefined ? servicesConcerned(state, on) : [service],
  ),
  decide({ on, service, together }: Met, state) {
    const { referredOn } = opened(state);
    notBefore(on, referredOn, 'the referral to CAMHS');
    if (service !== undefined) serviceOf(service, 'service');
    return [events.adultWorkerMet.fact(on, { service, together })];
  },
});
