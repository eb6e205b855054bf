// "Why this date?": the rule, the arithmetic, the event that started the clock, and where that event came from.
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { IsOptional, IsString } from 'class-validator';
import { choicesThen } from '../../settings/choices-then.js';
import { CaseTypes } from '../../processing/case-types.js';
import type { Envelope } from '../../../store/codec.js';
import { Journal } from '../../../store/journal.js';
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

export const explainDeadline = question({
  name: 'ExplainDeadline',
  get: 'api/v1/deadlines/:pathway/:caseId',
  section: 'Worklist',
  tells: 'Why this date? Its rule, its arithmetic, its event and its source',
  rules: [],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because: 'Every date can be explained to whoever may see it.',
    byPathway: true,
  },
  input: WhichDeadline,
  answers: Explanation,
  uses: [Journal, Policies, CaseTypes],
  answer: async ({ at: { pathway, caseId }, query, asked }, journal, policies, caseTypes): Promise<Explanation> => {
    const which = { key: query.key, subjectId: query.subjectId };

    policies.pathways('ExplainDeadline', asked.actor, pathway);
    const { asOf } = asked;
    const type = await typeOf(journal, caseTypes, pathway, caseId);
    const { state, events } = await replay(journal, type, caseId, { asOf });
    const personId = events[0]?.metadata.subjectIds[0] ?? '';
    const find = async (eventId: string | undefined) =>
      events.find(({ id }) => id === eventId) ??
      (await inStreams(journal, [`youngPerson-${personId}`, ...aboutStreams(caseTypes, type, state)], eventId));
    const person = await personThen(journal, personId, { asOf });
    const subjects = events.length === 0 ? [] : type.subjects(caseId, state, person);
    for (const subject of underChoices(subjects, await choicesThen(journal))) {
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
  },
  shows: (_, { at: { caseId } }) => [caseId],
});

/** A pathway has its cases and the tasks about them. Errors: `not-found`. */
async function typeOf(journal: Journal, caseTypes: CaseTypes, pathway: string, caseId: string): Promise<Replayable> {
  const types = caseTypes.ofPathway(pathway);
  for (const type of types)
    for await (const page of journal.store.read(streamOf(type.category, caseId), { limit: 1 }))
      if (page.length > 0) return type;
  const [first] = types;
  throw first ? notFound(first.noun, caseId) : notFound('pathway', pathway);
}

/**
 * A birth, or a named worker: facts of the person's own history, which may have been recorded long after the case's. Or a fact of
 * the case that a task is about.
 */
async function inStreams(
  journal: Journal,
  streams: readonly string[],
  eventId: string | undefined,
): Promise<Envelope | undefined> {
  if (eventId === undefined) return undefined;
  for (const stream of streams) {
    for await (const page of journal.read(stream)) {
      const found = page.find(({ id }) => id === eventId);
      if (found) return found;
    }
  }
  return undefined;
}

function aboutStreams(caseTypes: CaseTypes, type: Replayable, state: unknown): string[] {
  const caseId = type.aboutCase(state);
  if (caseId === undefined) return [];
  const others = caseTypes.ofPathway(type.pathway).filter((other) => other !== type);
  return others.map(({ category }) => streamOf(category, caseId));
}
