// The questionnaires that are asked here: every sheet with its versions, and one version whole.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { noOne } from '../../../engine/access/shows.js';
import { question } from '../../../engine/use-cases/question.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { Journal } from '../../../store/journal.js';
import { itemsOf, questionnaireIds, questionnaireStages, voices } from '../domain/questionnaires/questionnaire.js';
import type { QuestionnaireId, QuestionnaireStage, Voice } from '../domain/questionnaires/questionnaire.js';
import { questionnaire, versionsOf } from './known-questionnaires.js';

const section = 'Readiness questionnaires';
const who = {
  roles: ['specialist-nurse', 'camhs-clinician', 'adult-clinician', 'manager', 'auditor'],
  because:
    'What is asked is no secret to those who run the programme, receive from it or audit it. Nothing about a person.',
};

export class QuestionnaireLine {
  @ApiProperty({ enum: questionnaireIds }) id: QuestionnaireId;
  @ApiProperty({ description: 'Up to 100 it ships with Onward, from 101 on the site loaded it' }) version: number;
  @ApiProperty() title: string;
  @ApiProperty({ enum: voices, description: 'Who answers it' }) voice: Voice;
  @ApiProperty({ required: false, enum: questionnaireStages }) stage?: QuestionnaireStage;
  @ApiProperty() source: string;
  @ApiProperty() licence: string;
  @ApiProperty() items: number;
  @ApiProperty({ required: false, description: 'Day on which the site loaded it' }) loadedOn?: CivilDate;
  @ApiProperty({ description: 'Whether it is the one that is asked today' }) newest: boolean;
}

export class QuestionnaireList {
  @ApiProperty({ type: [QuestionnaireLine] }) items: QuestionnaireLine[];
}

export const listQuestionnaires = question({
  name: 'ListQuestionnaires',
  get: 'api/v1/readiness/questionnaires',
  section,
  tells: 'The questionnaires of Ready Steady Go that are asked here, in every version',
  rules: ['RSG-04', 'RSG-14'],
  who,
  answers: QuestionnaireList,
  uses: [Journal],
  answer: async (_, journal): Promise<QuestionnaireList> => {
    const sheets = await Promise.all(questionnaireIds.map((id) => versionsOf(journal, id)));
    const items = sheets.flatMap((versions) =>
      versions.map(({ sections, ...each }, at) => ({
        ...each,
        items: itemsOf({ sections }).length,
        newest: at === versions.length - 1,
      })),
    );
    return { items };
  },
  shows: noOne,
});

export class QuestionnaireItem {
  @ApiProperty() id: string;
  @ApiProperty() label: string;
  @ApiProperty({ required: false, description: 'The same in easier words' }) easyRead?: string;
}

export class QuestionnaireSection {
  @ApiProperty() id: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: [QuestionnaireItem] }) items: readonly QuestionnaireItem[];
}

export class WholeQuestionnaire {
  @ApiProperty({ enum: questionnaireIds }) id: QuestionnaireId;
  @ApiProperty() version: number;
  @ApiProperty() title: string;
  @ApiProperty({ enum: voices }) voice: Voice;
  @ApiProperty({ required: false, enum: questionnaireStages }) stage?: QuestionnaireStage;
  @ApiProperty() source: string;
  @ApiProperty() licence: string;
  @ApiProperty({ type: [QuestionnaireSection] }) sections: readonly QuestionnaireSection[];
}

export const getQuestionnaire = question({
  name: 'GetQuestionnaire',
  get: 'api/v1/readiness/questionnaires/:questionnaire/:version',
  section,
  tells: 'One version of a questionnaire with everything that it asks',
  rules: ['RSG-05', 'RSG-06'],
  who,
  answers: WholeQuestionnaire,
  uses: [Journal],
  answer: ({ at }, journal): Promise<WholeQuestionnaire> =>
    questionnaire(journal, at.questionnaire, Number(at.version)),
  shows: noOne,
});
