// Forgets a person: records who decided it and why, destroys their key, and every list forgets them (REC-05, REC-10, REC-12).
import { useCase } from '../../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { CommandRunner, type CommandResult } from '../../../../engine/commands/command-runner.js';
import { formatDate, type CivilDate } from '../../../../kernel/calendar/index.js';
import { notFound, refuse } from '../../../../kernel/errors.js';
import { ReadSide } from '../../../../engine/processing/read-side.js';
import { youngPerson } from '../../domain/decide.js';
import { forgettingGrounds, type ForgettingGround } from '../../../../engine/person/domain/events.js';
import { openCasesOf } from '../../../../engine/deadlines/queries/list-departed.js';
import { hasRunOut, type Until } from '../../../../engine/retention/kept-until.js';
import { retentionOfPerson } from '../../../../engine/retention/retention-of-person.js';

/** A number, and no words: what stands in this fact stays for ever. */
export const decisionNumber = /^[A-Za-z]{1,8}[-/][0-9][0-9/-]{0,30}$/;

/** Said by whoever knows that cases are open and forgets the person all the same. */
export const openCasesStop = ['stop-with-it'] as const;
export type OpenCasesStop = (typeof openCasesStop)[number];

export class Forgetting {
  @ApiProperty({ enum: forgettingGrounds }) @IsIn(forgettingGrounds) ground: ForgettingGround;
  @ApiProperty({
    example: 'RM-2046-0017',
    description: 'Number of the decision in the records manager’s register. No words: they would stay for ever',
  })
  @Matches(decisionNumber, { message: 'must be a number of a register, like RM-2046-0017' })
  decision: string;

  @ApiProperty({
    enum: openCasesStop,
    required: false,
    description: 'Needed while cases of the person are open: nobody follows them any more afterwards',
  })
  @IsOptional()
  @IsIn(openCasesStop)
  openCases?: OpenCasesStop;
}

/** The fact first, then the key: after a crash between them the same command finishes what was begun. */
export const forgetPerson = useCase({
  name: 'ForgetPerson',
  post: 'api/v1/young-people/:personId/forgetting',
  section: 'Privacy',
  does: 'Forget a person for ever: their key is destroyed',
  rules: ['REC-03', 'REC-05', 'REC-10', 'REC-12'],
  who: {
    roles: ['records-manager'],
    because:
      'Forgetting is decided by whoever answers for the records, never by those who hold the case (REC-05, REC-12).',
  },
  input: Forgetting,
  uses: [CommandRunner, ReadSide],
  handle: async ({ at: { personId }, input: details, today, context }, runner, readSide): Promise<CommandResult> => {
    const { journal } = runner;
    const { state } = await journal.load(youngPerson, personId);
    if (state.registeredOn === undefined) throw notFound('young person', personId);
    const kept =
      state.forgottenOn === undefined ? await keptUntil(runner, readSide, personId, details.ground, today) : undefined;
    if (state.forgottenOn === undefined) nothingOpen(readSide, personId, details, today);
    const { ground, decision } = details;
    const command = { ground, decision, rule: kept?.rule, keptUntil: kept?.until };
    const result = await runner.run(youngPerson, personId, { type: 'Forget', on: today, details: command }, context);
    await journal.keys.destroy(personId);
    return result;
  },
});

/** Nobody stops being followed by the way: a case is ended by whoever holds it, or it is said that it stops with the record. */
function nothingOpen(readSide: ReadSide, personId: string, { openCases }: Forgetting, today: CivilDate): void {
  const open = openCasesOf(readSide.db, personId, today);
  if (open.length === 0 || openCases === 'stop-with-it') return;
  throw refuse('REC-05', `Cases of this person are still open: ${open.map(({ pathway }) => pathway).join(', ')}.`, {
    help: 'Ask those who hold them to end them first, or say that they stop with the record.',
    fields: [{ field: 'openCases', problem: 'must say that the open cases stop with the record' }],
  });
}

/** REC-03: what is to be kept is not forgotten because its time was mistaken. Other grounds are weighed by a person (REC-10). */
async function keptUntil(
  runner: CommandRunner,
  readSide: ReadSide,
  personId: string,
  ground: ForgettingGround,
  today: CivilDate,
): Promise<Until | undefined> {
  if (ground !== 'retention-ended') return undefined;
  const { journal } = runner;
  const { until } = await retentionOfPerson(journal, readSide.db, personId);
  if (until && hasRunOut(until, today)) return until;
  throw refuse(
    'REC-03',
    until
      ? `This record is kept until ${formatDate(until.until)} (${until.rule}).`
      : 'No rule of keeping applies to this record, so none has run out.',
    { help: 'Another ground needs a decision of its own: an erasure that was granted, or a court order.' },
  );
}
