// "Why this date?": the rule, the arithmetic, the event that started the clock, and where that event came from.
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { choicesThen } from '../../settings/choices-then.js';
import { CaseTypes } from '../../processing/case-types.js';
import type { Envelope } from '../../../store/codec.js';
import { Journal } from '../../../store/journal.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { Policies } from '../../access/policy.js';
import { streamOf } from '../../../kernel/decider.js';
import { notFound } from '../../../kernel/errors.js';
import { personThen } from '../../person/person-then.js';
import { replay } from '../../processing/replay.js';
import type { Replayable } from '../../processing/slice.js';
import { underChoices } from '../../../rules/chosen-settings.js';
import { metAsOf, statusOn, type Deadline } from '../../../rules/deadline.js';
import { deadlinesOn } from '../deadlines-on.js';
import { Explanation } from './explanation.js';

class WhichDeadline {
  @ApiProperty({ description: 'The step: `key` of the worklist row' }) @IsString() key: string;
  @ApiProperty({ description: '`subjectId` of the worklist row' }) @IsString() subjectId: string;
  @ApiProperty({ required: false, description: 'Date for which the answer holds (default: today)' })
  @IsOptional()
  @IsString()
  asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class ExplainDeadline extends OnwardQuery<Explanation> {
  readonly shows = () => [this.caseId];

  constructor(
    readonly pathway: string,
    readonly caseId: string,
    readonly which: { readonly key: string; readonly subjectId: string },
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(ExplainDeadline)
export class ExplainDeadlineHandler implements IQueryHandler<ExplainDeadline> {
  constructor(
    private readonly journal: Journal,
    private readonly policies: Policies,
    private readonly caseTypes: CaseTypes,
  ) {}

  async execute({ pathway, caseId, which, asked }: ExplainDeadline): Promise<Explanation> {
    this.policies.pathways(ExplainDeadline.name, asked.actor, pathway);
    const { asOf } = asked;
    const type = await this.typeOf(pathway, caseId);
    const { state, events } = await replay(this.journal, type, caseId, { asOf });
    const personId = events[0]?.metadata.subjectIds[0] ?? '';
    const find = async (eventId: string | undefined) =>
      events.find(({ id }) => id === eventId) ??
      (await this.inStreams([`youngPerson-${personId}`, ...this.aboutStreams(type, state)], eventId));
    const person = await personThen(this.journal, personId, { asOf });
    const subjects = events.length === 0 ? [] : type.subjects(caseId, state, person);
    for (const subject of underChoices(subjects, await choicesThen(this.journal))) {
      if (subject.id !== which.subjectId) continue;
      const deadline = deadlinesOn(subject, asOf, person).find((row) => row.key === which.key);
      if (!deadline) continue;
      const trigger = await find(deadline.trigger.eventId);
      const met = metAsOf(deadline, asOf);
      const metByEvent = met && (await find(met.by));
      return {
        ...described(deadline),
        metOn: met?.on ?? null,
        notEvidenced: met?.notEvidenced ?? false,
        subject: subject.label,
        status: statusOn(deadline, asOf),
        event: trigger && traced(trigger),
        metByEvent: metByEvent && traced(metByEvent),
      };
    }
    throw notFound('deadline', `${which.key} of ${which.subjectId} on ${asked.asOf}`);
  }

  /** A pathway has its cases and the tasks about them. Errors: `not-found`. */
  private async typeOf(pathway: string, caseId: string): Promise<Replayable> {
    const types = this.caseTypes.ofPathway(pathway);
    for (const type of types)
      for await (const page of this.journal.store.read(streamOf(type.category, caseId), { limit: 1 }))
        if (page.length > 0) return type;
    const [first] = types;
    throw first ? notFound(first.noun, caseId) : notFound('pathway', pathway);
  }

  /**
   * A birth, or a named worker: facts of the person's own history, which may have been recorded long after the case's. Or a fact of
   * the case that a task is about.
   */
  private async inStreams(streams: readonly string[], eventId: string | undefined): Promise<Envelope | undefined> {
    if (eventId === undefined) return undefined;
    for (const stream of streams) {
      for await (const page of this.journal.read(stream)) {
        const found = page.find(({ id }) => id === eventId);
        if (found) return found;
      }
    }
    return undefined;
  }

  private aboutStreams(type: Replayable, state: unknown): string[] {
    const caseId = type.aboutCase(state);
    if (caseId === undefined) return [];
    const others = this.caseTypes.ofPathway(type.pathway).filter((other) => other !== type);
    return others.map(({ category }) => streamOf(category, caseId));
  }
}

const described = (deadline: Deadline) => ({
  rule: deadline.rule,
  title: deadline.title,
  kind: deadline.kind,
  force: deadline.force,
  source: deadline.source,
  pack: `${deadline.pack} version ${deadline.packVersion}`,
  dueOn: deadline.dueOn,
  arithmetic: [...deadline.basis()],
  trigger: { fact: deadline.trigger.fact, on: deadline.trigger.on, event: deadline.trigger.eventId },
  missedSince: deadline.missed ? deadline.validFrom : null,
  otherReading: deadline.comparison ? { label: deadline.comparison.label, dueOn: deadline.comparison.dueOn } : null,
});

/** What an event tells of itself: no personal field. */
const traced = ({ id, type, stream, revision, occurredOn, recordedAt, metadata, hash }: Envelope) => ({
  id,
  type,
  stream,
  revision,
  occurredOn,
  recordedAt,
  actor: metadata.actor,
  source: metadata.source ?? null,
  hash,
});

@ApiTags('Worklist')
@Controller('api/v1/deadlines')
export class ExplainDeadlineController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(':pathway/:caseId')
  @QueryRoute('Why this date? Its rule, its arithmetic, its event and its source', Explanation)
  get(
    @Param('pathway') pathway: string,
    @Param('caseId') caseId: string,
    @Query() which: WhichDeadline,
    @AskedBy() asked: Asked,
  ): Promise<Explanation> {
    return this.dispatcher.ask(
      new ExplainDeadline(pathway, caseId, { key: which.key, subjectId: which.subjectId }, asked),
    );
  }
}
