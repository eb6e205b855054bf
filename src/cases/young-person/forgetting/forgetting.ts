// Forgetting a person: who decided it and why is recorded, their key destroyed, and every list forgets them (REC-05, REC-10, REC-12).
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { CommandRunner } from '../../../engine/commands/command-runner.js';
import { formatDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { notFound, refuse } from '../../../kernel/errors.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import {
  forgettingGrounds,
  youngPersonEvents as events,
  type DataOf,
  type ForgettingGround,
} from '../../../engine/person/domain/events.js';
import { openCasesOf } from '../../../engine/deadlines/queries/list-departed.js';
import { hasRunOut, type Until } from '../../../engine/retention/kept-until.js';
import { retentionOfPerson } from '../../../engine/retention/retention-of-person.js';
import { straight } from '../../../engine/use-cases/case-use-case.js';
import { paths } from '../paths.js';
import { youngPersonKind } from '../domain/person-kind.js';
import { personUseCase } from '../person-use-case.js';

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

interface Forgotten {
  readonly on: CivilDate;
  readonly details: DataOf<'forgotten'>;
}

/** The fact first, then the key: after a crash between them the same command finishes what was begun. */
export const forgetPerson = personUseCase({
  name: 'ForgetPerson',
  asks: 'Forget',
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
  async command({ at: { personId }, input, today: on }, runner, readSide) {
    const { ground, decision } = input;
    const { state } = await runner.journal.load(youngPersonKind, personId);
    if (state.registeredOn === undefined) throw notFound('young person', personId);
    if (state.forgottenOn !== undefined) return { on, details: { ground, decision } };
    const kept = await keptUntil(runner, readSide, personId, ground, on);
    nothingOpen(readSide, personId, input, on);
    return { on, details: { ground, decision, rule: kept?.rule, keptUntil: kept?.until } };
  },
  decide: ({ on, details }: Forgotten, { forgottenOn }) =>
    forgottenOn === undefined ? [events.forgotten.fact(on, details)] : [],
  async run(what, runner) {
    const result = await straight(what, runner);
    await runner.journal.keys.destroy(what.id);
    return result;
  },
  page: paths.forgetting.forget.pattern,
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
