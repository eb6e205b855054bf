// Records how somebody took part in a step, what was done with it, and takes back what was recorded in error (GOV-12).
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { ApiProperty } from '../api/api-property.js';
import type { AccessRow } from '../access/policy.js';
import { Policies } from '../access/policy.js';
import { CommandRunner, type CommandResult } from '../commands/command-runner.js';
import { birthDateOf } from '../person/person-then.js';
import { CaseTypes } from '../processing/case-types.js';
import { Dated } from '../use-cases/dated.js';
import { useCase } from '../use-cases/use-case.js';
import { paths } from '../web/paths.js';
import { addMonths, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { correctionFacts } from '../../kernel/corrections.js';
import { caseType, parseStream } from '../../kernel/decider.js';
import { invalid, notFound, OnwardError, refuse } from '../../kernel/errors.js';
import type { CommandContext } from '../../kernel/envelope.js';
import { stepsIn, voiceIdOf, type Step } from './steps.js';
import {
  reasonsNotAsked,
  rungs,
  voiceEvents as events,
  voiceKind,
  voices,
  waysOfTakingPart,
  type ReasonNotAsked,
  type Rung,
  type Voice,
  type VoiceFact,
  type VoiceState,
  type WayOfTakingPart,
} from './domain/voice.js';

const who: AccessRow = {
  roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
  because: 'GOV-12: whoever works on the case says how the young person and the family took part in it.',
  byPathway: true,
};

interface TookPart {
  readonly on: CivilDate;
  readonly bornOn?: CivilDate;
  readonly step: Pick<Step, 'caseStream' | 'eventId' | 'on'> & { readonly personId: string };
  readonly voice: Voice;
  readonly how: WayOfTakingPart;
  readonly whyNot?: ReasonNotAsked;
  readonly rung?: Rung;
  readonly said?: string;
}

/** Whether there is something to answer: they were there, or sent what they think. */
export const tookPart = (how: WayOfTakingPart): boolean => how === 'present' || how === 'views-sent';

/** `bornOn`: unknown of whom no birth date is recorded. */
function requireDay({ on, step, how, bornOn }: Pick<TookPart, 'on' | 'step' | 'how' | 'bornOn'>): void {
  if (bornOn !== undefined && on < bornOn) throw invalid('on', 'is before the young person was born', 'GOV-12');
  if (how === 'present' && on !== step.on)
    throw invalid(
      'on',
      `must be ${formatDate(step.on)}, the day of the step: whoever was there was there then`,
      'GOV-12',
    );
  if (on < addMonths(step.on, -12))
    throw invalid('on', `is more than a year before the step on ${formatDate(step.on)}`, 'GOV-12');
}

function record(took: TookPart, { recorded }: VoiceState): VoiceFact[] {
  const { on, step, voice, how, whyNot, rung, said } = took;
  if (recorded)
    throw new OnwardError('already-exists', {
      rule: 'GOV-12',
      detail: 'How they took part in this step is recorded already.',
      help: 'Take the record back first if it is wrong.',
    });
  if (how === 'not-asked' && whyNot === undefined)
    throw invalid('whyNot', 'must say why they were not asked', 'GOV-12');
  if (how !== 'not-asked' && whyNot !== undefined)
    throw invalid('whyNot', 'is for somebody who was not asked', 'GOV-12');
  if (!tookPart(how) && (rung !== undefined || said !== undefined))
    throw invalid(rung === undefined ? 'said' : 'rung', 'is for somebody who took part', 'GOV-12');
  requireDay(took);
  const { caseStream, eventId: stepEventId, personId } = step;
  return [events.recorded.fact(on, { personId, caseStream, stepEventId, voice, how, whyNot, rung, said })];
}

function answer({ on, did }: { on: CivilDate; did: string }, { recorded, answeredOn }: VoiceState): VoiceFact[] {
  if (!recorded) throw notFound('record of how somebody took part', 'of this step');
  if (!tookPart(recorded.how))
    throw refuse('GOV-12', 'They did not take part in this step, so there is nothing to answer.');
  if (answeredOn !== undefined)
    throw new OnwardError('already-exists', { rule: 'GOV-12', detail: 'What was done with it is recorded already.' });
  if (on < recorded.on) throw invalid('on', 'is before the day on which they took part', 'GOV-12');
  return [events.answered.fact(on, { did })];
}

function withdraw({ on, reason }: { on: CivilDate; reason: string }, { recorded }: VoiceState): VoiceFact[] {
  if (!recorded) throw notFound('record of how somebody took part', 'of this step');
  return [correctionFacts.withdrawn.fact(on, { correctsEventId: recorded.eventId, reason })];
}

export const voiceOf = (pathway: string) =>
  caseType(voiceKind(pathway), { Record: record, Answer: answer, Withdraw: withdraw });

export class VoiceOfStep extends Dated {
  @ApiProperty({ enum: waysOfTakingPart }) @IsIn(waysOfTakingPart) how: WayOfTakingPart;
  @ApiProperty({ enum: reasonsNotAsked, required: false }) @IsOptional() @IsIn(reasonsNotAsked) whyNot?: ReasonNotAsked;
  @ApiProperty({ enum: rungs, required: false, description: 'Rung of the ladder of co-production (GOV-12)' })
  @IsOptional()
  @IsIn(rungs)
  rung?: Rung;
  @ApiProperty({ required: false, description: 'In their own words; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  said?: string;
}

export class VoiceAnswer extends Dated {
  @ApiProperty({ description: 'What was done with what they said, or why nothing could be; kept sealed' })
  @IsString()
  @Length(1, 4000)
  did: string;
}

export class VoiceWithdrawal extends Dated {
  @ApiProperty({ description: 'Free text; kept sealed' }) @IsString() @Length(1, 4000) reason: string;
}

type At = Readonly<Record<'caseStream' | 'stepEventId' | 'voice', string>>;

/** The record that is meant, for whoever may see its pathway. Errors: `invalid-input`, `not-permitted`, `not-found`. */
function recordAt(
  action: string,
  { caseStream, stepEventId, voice: said }: At,
  { actor }: CommandContext,
  { policies, types }: { readonly policies: Policies; readonly types: CaseTypes },
) {
  const voice = voices.find((each) => each === said);
  if (!voice) throw invalid('voice', `must be one of the following values: ${voices.join(', ')}`);
  const pathway = types.of(parseStream(caseStream).category)?.of?.pathway;
  if (pathway === undefined) throw notFound('case', caseStream);
  policies.pathways(action, actor, pathway);
  return { voice, id: voiceIdOf(stepEventId, voice), type: voiceOf(pathway) };
}

/** With the step, which stands. Errors: as of `recordAt`. */
async function asked(
  action: string,
  at: At,
  context: CommandContext,
  runner: CommandRunner,
  { policies, types }: { readonly policies: Policies; readonly types: CaseTypes },
) {
  const record = recordAt(action, at, context, { policies, types });
  const { caseStream, stepEventId } = at;
  const step = (await stepsIn(runner.journal, types, caseStream)).find(({ eventId }) => eventId === stepEventId);
  if (step?.personId === undefined) throw notFound('step in which somebody takes part', stepEventId);
  return { ...record, step: { ...step, personId: step.personId } };
}

const services = [CommandRunner, Policies, CaseTypes] as const;
const post = 'api/v1/cases/:caseStream/steps/:stepEventId/voices/:voice';

export const recordVoice = useCase({
  name: 'RecordVoice',
  post,
  section: 'Taking part',
  does: 'Record how the young person or the family took part in a step of a case',
  rules: ['GOV-12'],
  who,
  input: VoiceOfStep,
  page: paths.voice.record.pattern,
  uses: services,
  async handle({ at, details, on, context }, runner, policies, types): Promise<CommandResult> {
    const { type, id, voice, step } = await asked('RecordVoice', at, context, runner, { policies, types });
    const bornOn = (await birthDateOf(runner.journal, step.personId))?.on;
    return runner.run(type, id, { type: 'Record', on, step, voice, bornOn, ...details }, context);
  },
});

export const answerVoice = useCase({
  name: 'AnswerVoice',
  post: `${post}/answer`,
  section: 'Taking part',
  does: 'Say what was done with what they said: “you said, we did”',
  rules: ['GOV-12'],
  who,
  input: VoiceAnswer,
  page: paths.voice.record.pattern,
  uses: services,
  async handle({ at, details, on, context }, runner, policies, types): Promise<CommandResult> {
    const { type, id } = await asked('AnswerVoice', at, context, runner, { policies, types });
    return runner.run(type, id, { type: 'Answer', on, ...details }, context);
  },
});

export const withdrawVoice = useCase({
  name: 'WithdrawVoice',
  post: `${post}/withdrawal`,
  section: 'Taking part',
  does: 'Take back what was recorded in error of how somebody took part',
  rules: ['GOV-12', 'REC-11'],
  who,
  input: VoiceWithdrawal,
  page: paths.voice.record.pattern,
  uses: services,
  // The step may be gone: then the record of taking part in it is all the more in error.
  handle({ at, details, on, context }, runner, policies, types): Promise<CommandResult> {
    const { type, id } = recordAt('WithdrawVoice', at, context, { policies, types });
    return runner.run(type, id, { type: 'Withdraw', on, ...details }, context);
  },
});
