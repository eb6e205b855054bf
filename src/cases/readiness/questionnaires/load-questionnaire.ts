// A site loads its licensed text of a questionnaire as the next version of it (RSG-14).
import { IsString, MaxLength, MinLength } from 'class-validator';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { CommandRunner, type CommandResult } from '../../../engine/commands/command-runner.js';
import { Dated } from '../../../engine/use-cases/dated.js';
import { formsAt } from '../../../engine/use-cases/placed-form.js';
import { useCase } from '../../../engine/use-cases/use-case.js';
import { textOf, type Question } from '../../../engine/web/forms/question.js';
import { readQuestionnaireFile } from '../domain/questionnaires/file.js';
import { loadedQuestionnaires, loadedQuestionnairesId } from '../domain/questionnaires/loaded.js';

const longestFile = 100_000;

export class QuestionnaireFile extends Dated {
  @ApiProperty({
    description: 'The text of the file: JSON as docs/files/questionnaire.md says',
    maxLength: longestFile,
  })
  @IsString()
  @MinLength(1)
  @MaxLength(longestFile)
  file: string;
}

/** What a file has wrong is told by its place in it. */
const pastedFile: Question<string> = {
  kind: 'textarea',
  label: 'The file',
  hint: 'Open the file, copy all of it and paste it here',
  read(typed, name) {
    const file = textOf(typed[name]);
    if (file === '') return { problem: 'Paste the file' };
    return file.length > longestFile
      ? { problem: `The file must be ${longestFile} characters or fewer` }
      : { value: file };
  },
  shown: (file) => `${file.length} characters`,
};

export const loadQuestionnaire = useCase({
  name: 'LoadQuestionnaire',
  post: 'api/v1/readiness/questionnaires',
  section: 'Readiness questionnaires',
  does: 'Load the text of a questionnaire as its next version; the same text again adds nothing',
  rules: ['RSG-06', 'RSG-14'],
  who: {
    roles: ['system', 'manager', 'specialist-nurse'],
    because: 'Whoever runs the programme holds the licence of the text (RSG-14).',
  },
  input: QuestionnaireFile,
  uses: [CommandRunner],
  handle({ details, on, context }, runner): Promise<CommandResult> {
    const text = readQuestionnaireFile(details.file);
    const command = { type: 'LoadQuestionnaireText', on, text } as const;
    return runner.run(loadedQuestionnaires, loadedQuestionnairesId(text.id), command, context);
  },
  forms: [
    formsAt<null, null>('questionnaires')({
      step: 'load',
      group: 'load',
      offers: () => [{ about: '', text: 'Load the text of a questionnaire' }],
      title: 'Load the text of a questionnaire',
      lead: 'Load it only if your licence lets you. Forms that are offered from now on ask in the new words. Forms that are open, and all answers, stay with the words they were given to (RSG-05, RSG-14).',
      button: 'Load it',
      recorded: 'The text is loaded. If it says what the newest version says, nothing was added.',
      questions: () => ({ file: pastedFile }),
      sends: (input) => ({ at: {}, input }),
    }),
  ],
});
