// A young person starts on Ready Steady Go in one clinic: from 11, at the stage that fits them (RSG-01, RSG-03).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { birthDateOf } from '../../engine/person/person-then.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { listedOptions, workersOf } from '../../engine/web/forms/listed.js';
import { formsAt } from '../../engine/use-cases/placed-form.js';
import { one, optionalDate, optionsOf, pick, pickOrNone, yesOrNo } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { notFound, refuse } from '../../kernel/errors.js';
import { directory } from '../../rules/directory/current.js';
import { bandSources, stages, type BandSource, type Stage } from './domain/codes.js';
import { demands } from './domain/demands.js';
import { readinessEvents as events } from './domain/events.js';
import { packOfSource } from './pack.js';
import { alreadyRuns, firstPlace, isRunning, openTransitionOf, placesFrom } from './programmes-beside.js';
import { clinic, dayOf, readinessUseCase } from './readiness-use-case.js';

export class ReadinessStart extends Dated {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ example: 'community-paediatrics' }) @IsString() @Length(1, 60) service: string;
  @ApiProperty({ required: false, description: 'Default: your organisation' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  organisation?: string;
  @ApiProperty({ description: 'They have a long-term health condition (RSG-01)' })
  @IsBoolean()
  longTermCondition: boolean;
  @ApiProperty({ description: 'They are likely to need adult services for life (RSG-01)' })
  @IsBoolean()
  likelyAdultServices: boolean;
  @ApiProperty({ enum: stages, required: false, default: 'ready', description: 'A late entrant starts later (RSG-03)' })
  @IsOptional()
  @IsIn(stages)
  entersAt?: Stage;
  @ApiProperty({ required: false, description: 'Who sees to it that help is given; default: you' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  worker?: string;
  @ApiProperty({ required: false, example: '2031-05-15' }) @IsOptional() @IsCivilDate() plannedTransferOn?: CivilDate;
  @ApiProperty({ enum: bandSources, required: false, default: 'slides', description: 'Whose ages prompt (AMB-10)' })
  @IsOptional()
  @IsIn(bandSources)
  bands?: BandSource;
}

interface Starting {
  readonly on: CivilDate;
  readonly personId: string;
  readonly service: string;
  readonly organisation: string;
  readonly longTermCondition: boolean;
  readonly likelyAdultServices: boolean;
  readonly entersAt: Stage;
  readonly worker?: string;
  readonly plannedTransferOn?: CivilDate;
  readonly bands: BandSource;
  readonly birthDate?: CivilDate;
  /** A programme that the young person has already in this clinic. */
  readonly running?: boolean;
  /** The CAMHS transition that is open beside it (RSG-E3). */
  readonly transitionId?: string;
}

/** What a form on the young person's page knows. */
export interface ReadinessStartSubject {
  readonly personId: string;
  readonly today: CivilDate;
}

const startForm = formsAt<ReadinessStartSubject, never, 'begin'>('readiness-begin');

export const startReadiness = readinessUseCase({
  name: 'StartReadiness',
  asks: 'Start',
  post: 'api/v1/readiness',
  does: 'Start a young person on Ready Steady Go in one clinic',
  rules: ['RSG-01', 'RSG-02', 'RSG-03', 'AMB-10'],
  input: ReadinessStart,
  newId: ({ details, context: { actor } }) =>
    firstPlace({ ...details, organisation: details.organisation ?? actor.organisation }),
  async command({ details, on, context }, { journal }, readSide): Promise<Omit<Starting, 'type'>> {
    const { actor } = context;
    const { organisation = actor.organisation, entersAt = 'ready', bands = 'slides', ...said } = details;
    const worker = said.worker ?? (directory().knows('workers', actor.id) ? actor.id : undefined);
    const birthDate = await birthDateOf(journal, said.personId);
    if (!birthDate) throw notFound('young person', said.personId);
    const { db } = readSide;
    const running = isRunning(db, { ...said, organisation });
    const transitionId = openTransitionOf(db, said.personId);
    return { ...said, on, organisation, entersAt, bands, worker, birthDate: birthDate.on, running, transitionId };
  },
  async run({ type, id: first, command, ask: { context } }, runner) {
    const places = await placesFrom(runner.journal, first, context.commandId);
    const place =
      places.find(({ again }) => again) ?? places.find(({ state: { started, ended } }) => !(started && ended));
    return runner.run(type, place?.id ?? first, command, context);
  },
  decide(said: Starting, state) {
    const { on, bands, birthDate, running, transitionId } = said;
    if (state.started || running === true) throw alreadyRuns();
    if (!said.longTermCondition || !said.likelyAdultServices)
      throw refuse(
        'RSG-01',
        'The programme is for young people with a long-term health condition who are likely to need adult services for life.',
        { help: 'If one of the two is not so, another way of preparing them fits better.' },
      );
    demands.started.require(state, said, { birthDate });
    const { personId, service, organisation, longTermCondition, likelyAdultServices, entersAt } = said;
    const { worker, plannedTransferOn } = said;
    const start = events.started.fact(on, {
      ...{
        personId,
        service,
        organisation,
        longTermCondition,
        likelyAdultServices,
        entersAt,
        worker,
        plannedTransferOn,
      },
      ...packOfSource(bands),
    });
    return transitionId === undefined ? [start] : [start, events.camhsTransitionNoted.fact(on, { transitionId })];
  },
  forms: [
    startForm({
      step: 'start',
      group: 'begin',
      offers: () => [],
      title: 'Start Ready Steady Go',
      lead: 'For young people from 11 with a long-term health condition who are likely to need adult services for life (RSG-01). The stage follows their readiness; ages only prompt (RSG-03).',
      button: 'Start the programme',
      recorded: 'The programme has started.',
      questions: ({ today: day }) => ({
        on: dayOf('When did it start?', 'The day on which it started'),
        service: pick<string>({
          label: 'Which service?',
          options: listedOptions(['services'], day),
          none: 'Choose the service',
        }),
        longTermCondition: yesOrNo({
          label: 'Do they have a long-term health condition?',
          none: 'Choose whether they have a long-term condition',
        }),
        likelyAdultServices: yesOrNo({
          label: 'Are they likely to need adult services for life?',
          none: 'Choose whether they are likely to need adult services',
        }),
        entersAt: one<Stage>({
          label: 'At which stage do they start?',
          hint: 'Ready, unless they join later and are further on',
          options: optionsOf(stages),
          none: 'Choose the stage',
        }),
        worker: pickOrNone<string>({
          label: 'Who sees to it that help is given? (optional)',
          hint: 'You, if nobody is chosen',
          options: workersOf(clinic, day),
        }),
        plannedTransferOn: optionalDate({
          label: 'When are they to move to the adult service?',
          hint: 'Left out, the 18th birthday counts',
          what: 'The day of the transfer',
          mayBeAhead: true,
        }),
        bands: one<BandSource>({
          label: 'Whose ages are to prompt?',
          options: optionsOf(bandSources, {
            slides: '11, 13 and 16',
            table: '11 to 13, 14 to 16, 16 to 18',
            'other-trust': '12, 13 to 14, 15 to 16',
          }),
          none: 'Choose whose ages prompt',
        }),
      }),
      prefill: () => ({ entersAt: 'ready', bands: 'slides' }),
      sends: (input, { personId }) => ({ at: {}, input: { ...input, personId } }),
    }),
  ],
});
