// Says that a term starts, for every institution with a review in it, so that each list stands in the worklist.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { termList } from '../domain/term-lists/term-list.js';
import { termOf } from '../domain/term-lists/terms.js';
import { expectation } from '../term-lists/expectation.js';
import { institutionsOf } from '../term-lists/institutions-of.js';
import { termListId } from '../term-lists/list-as-of.js';

export class TermToExpect {
  @ApiProperty({ example: '2026-11-25' }) @IsCivilDate() on: CivilDate;
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
}

/** One answer for each list, in the order of the institutions; `position` is that of the last. */
export interface ExpectedLists {
  readonly lists: readonly (CommandResult & { readonly institution: string | null })[];
  readonly position: CommandResult['position'];
}

export const expectTermLists = useCase({
  name: 'ExpectTermLists',
  post: 'api/v1/term-lists/:term/expected',
  section: 'Term lists',
  does: 'The lists of a term are expected: they stand in the worklist until they are sent',
  rules: ['EHC-11'],
  who: {
    roles: ['system', 'send-caseworker', 'manager'],
    because: "The local authority sends the list of a term's reviews (EHC-11).",
  },
  input: TermToExpect,
  uses: [CommandRunner, ReadSide],
  handle: async ({ at: { term: termId }, input: details, context }, runner, readSide): Promise<ExpectedLists> => {
    const { on, authority = context.actor.organisation } = details;
    const term = termOf(authority, termId);
    const lists: (CommandResult & { institution: string | null })[] = [];
    // Again after an interruption it goes on: each list is a case of its own, and what is expected already adds nothing.
    for (const { institution } of institutionsOf(readSide.db, authority, term, on)) {
      const id = termListId(authority, term, institution);
      const result = await runner.run(termList, id, expectation(authority, term, institution, on), context);
      lists.push({ ...result, institution: institution ?? null });
    }
    return { lists, position: lists.at(-1)?.position };
  },
});
