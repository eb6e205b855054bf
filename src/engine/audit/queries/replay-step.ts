// One entry of a person's history with the case just before and just after it, the rules in force then, and the proof of the chain.
import { Controller, Get, Param, ParseIntPipe } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { choicesThen } from '../../settings/choices-then.js';
import type { Envelope } from '../../../store/codec.js';
import { Journal } from '../../../store/journal.js';
import { verifyStreams, type Verified } from '../../../store/verify-chain.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { Policies } from '../../access/policy.js';
import { londonDate } from '../../../kernel/calendar/index.js';
import { parseStream } from '../../../kernel/decider.js';
import { notFound } from '../../../kernel/errors.js';
import { personThen } from '../../person/person-then.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import { underChoices } from '../../../rules/chosen-settings.js';
import { deadlinesOn } from '../../deadlines/deadlines-on.js';
import { eventsAbout, shownTo, streamsAbout } from './person-history.js';
import { ReplayedStep, type DateThen } from './replayed-step.js';

export class ReplayStep extends OnwardQuery<ReplayedStep> {
  readonly shows = () => [this.personId];

  constructor(
    readonly personId: string,
    /** From 1; the last when left out. */
    readonly step: number | undefined,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(ReplayStep)
export class ReplayStepHandler implements IQueryHandler<ReplayStep> {
  constructor(
    private readonly journal: Journal,
    private readonly readSide: ReadSide,
    private readonly policies: Policies,
    private readonly caseTypes: CaseTypes,
  ) {}

  /** Error: `not-found` for a step beyond the history. */
  async execute({ personId, step: wanted, asked }: ReplayStep): Promise<ReplayedStep> {
    const allowed = this.policies.pathways(ReplayStep.name, asked.actor);
    const streams = streamsAbout(this.readSide, this.caseTypes, personId, allowed);
    const all = await eventsAbout(this.journal, personId, streams);
    const step = wanted ?? all.length;
    const event = all[step - 1];
    if (!event) throw notFound('step of the history', String(step));
    return {
      step,
      total: all.length,
      event: shownTo(asked.actor, all)(event),
      events: all.map(shownTo(asked.actor, all)),
      ...(await this.around(event, personId)),
      verified: await this.verify(streams),
    };
  }

  private async around(event: Envelope, personId: string) {
    const { category, id } = parseStream(event.stream);
    const type = this.caseTypes.of(category);
    if (!type) return { before: null, after: null, rulePacks: [], datesBefore: [], datesAfter: [] };
    let before = type.folding.initial;
    let after = before;
    for await (const page of this.journal.read(event.stream)) {
      for (const each of page) {
        if (each.revision > event.revision) break;
        before = after;
        after = type.folding.evolve(before, each);
      }
    }
    // What was known of the person when this was recorded: a birth date that was corrected later moves nothing yet.
    const on = londonDate(event.recordedAt);
    const person = await personThen(this.journal, personId, { knownOn: on });
    const choices = await choicesThen(this.journal, { knownOn: on });
    const subjects = underChoices(type.subjects(id, after, person), choices);
    const dates = (of: typeof subjects): DateThen[] =>
      of.flatMap((subject) =>
        deadlinesOn(subject, on, person).map(({ key, rule, title, dueOn, metOn }) => {
          return { subject: subject.label, subjectId: subject.id, key, rule, title, dueOn, metOn: metOn ?? null };
        }),
      );
    return {
      before: event.revision === 0 ? null : before,
      after,
      rulePacks: [...new Set(subjects.map(({ pack, packVersion }) => `${pack} version ${packVersion}`))],
      datesBefore: event.revision === 0 ? [] : dates(underChoices(type.subjects(id, before, person), choices)),
      datesAfter: dates(subjects),
    };
  }

  /** Every stream of the history, from its first event, over the bytes as stored. */
  private async verify(streams: readonly string[]): Promise<Verified> {
    const { store } = this.journal;
    const all = async function* () {
      for (const stream of streams) yield* store.read(stream);
    };
    return verifyStreams({ readAll: all });
  }
}

@ApiTags('History')
@Controller('api/v1/young-people/:personId/history/steps/:step')
export class ReplayStepController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('One entry of a history: before, after, rules, proof', ReplayedStep, ['REC-20', 'REC-24'])
  get(
    @Param('personId') personId: string,
    @Param('step', ParseIntPipe) step: number,
    @AskedBy() asked: Asked,
  ): Promise<ReplayedStep> {
    return this.dispatcher.ask(new ReplayStep(personId, step, asked));
  }
}
