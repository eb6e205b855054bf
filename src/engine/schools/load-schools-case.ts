// A manager loads the list of schools by pasting an extract of their own area; the whole register is loaded by the command line.
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ApiProperty } from '../api/api-property.js';
import { CommandRunner, type CommandResult } from '../commands/command-runner.js';
import { Dated } from '../use-cases/dated.js';
import { formsAt } from '../use-cases/placed-form.js';
import { useCase } from '../use-cases/use-case.js';
import { textOf, type Question } from '../web/forms/question.js';
import { streamOf } from '../../kernel/decider.js';
import { loadSchools as load, readSchools } from './load-schools.js';
import { school, schoolId } from './domain/school.js';

/** A page takes some hundred schools. */
export const longestPaste = 90_000;

export class SchoolsFile extends Dated {
  @ApiProperty({ description: 'The extract as CSV (docs/files/schools.md)', maxLength: longestPaste })
  @IsString()
  @MinLength(1)
  @MaxLength(longestPaste)
  schools: string;
  @ApiProperty({
    required: false,
    description: 'The extract of links; left out, those that are known stay',
    maxLength: longestPaste,
  })
  @IsOptional()
  @IsString()
  @MaxLength(longestPaste)
  links?: string;
}

const tooLong = `The file must be ${longestPaste} characters or fewer: leave the schools of your area and those around it in it, or load it by the command line`;
const hint = 'Open the file as text, copy all of it and paste it here';
const read = (text: string, none?: string) =>
  text === '' && none !== undefined
    ? { problem: none }
    : text.length > longestPaste
      ? { problem: tooLong }
      : { value: text };

const pastedSchools: Question<string> = {
  kind: 'textarea',
  label: 'The list of schools and colleges',
  hint,
  read: (typed, name) => read(textOf(typed[name]), 'Paste the list'),
  shown: (file) => `${file.length} characters`,
};

const pastedLinks: Question<string | undefined> = {
  kind: 'textarea',
  label: 'The list of links (optional)',
  hint: 'Which school followed which. Without it, the links that are known stay',
  read(typed, name) {
    const text = textOf(typed[name]);
    return text === '' ? { value: undefined } : read(text);
  },
  shown: (file) => (file === undefined ? 'None' : `${file.length} characters`),
};

export const loadSchoolList = useCase({
  name: 'LoadSchools',
  post: 'api/v1/schools',
  section: 'Schools and colleges',
  does: 'Load the list of schools and colleges, whole or not at all; what it says already adds nothing',
  rules: ['SHARE-05'],
  who: {
    roles: ['system', 'manager'],
    because: 'Who runs the area answers for the lists that its cases are read by.',
  },
  input: SchoolsFile,
  uses: [CommandRunner],
  async handle({ details, on, context }, runner): Promise<CommandResult> {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const { schools, links } = details;
    const list = readSchools({ schools: bytes(schools), links: links === undefined ? undefined : bytes(links) });
    const { position } = await load(runner, list, on, context);
    const id = schoolId(list[0]?.urn ?? '');
    const { revision } = await runner.journal.load(school, id);
    return { id, stream: streamOf(school.category, id), revision, position, events: [] };
  },
  forms: [
    formsAt<null, null>('schools')({
      step: 'load',
      group: 'load',
      offers: () => [{ about: '', text: 'Load the list of schools' }],
      title: 'Load the list of schools and colleges',
      lead: 'It is an extract of the national register (Get Information about Schools) with its own column names. Nothing is loaded if a line is wrong. Schools that are not in the file stay as they are.',
      button: 'Load it',
      recorded: 'The list is loaded. What it says already was not recorded again.',
      questions: () => ({ schools: pastedSchools, links: pastedLinks }),
      sends: (input) => ({ at: {}, input }),
    }),
  ],
});
