// Which cases stand still because something recorded in them cannot be worked out (docs/adr/0044).
import { question } from '../../use-cases/question.js';
import { ApiProperty } from '../../api/api-property.js';
import { everyoneIn } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import { Clock } from '../../../kernel/clock.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import { marksOf, MarkedPerson } from '../../person/person-marks.js';
import { setAsideOf } from '../set-aside-cases.js';

export class SetAside extends MarkedPerson {
  @ApiProperty() caseId: string;
  @ApiProperty({ description: 'What it is', example: 'EHC plan' }) case: string;
  @ApiProperty({ required: false }) pathway?: string;
  @ApiProperty({ required: false }) personId?: string;
  @ApiProperty() person: string;
  @ApiProperty({ description: 'When the entry was recorded that cannot be worked out' }) since: string;
  @ApiProperty({ description: 'What kind of entry it is' }) entry: string;
  @ApiProperty({ description: 'Its revision in the case' }) revision: number;
}

export class SetAsideList {
  @ApiProperty() count: number;
  @ApiProperty({ type: [SetAside], description: 'The first hundred, the longest first' }) items: readonly SetAside[];
}

const atMost = 100;

export const listSetAside = question({
  name: 'ListSetAside',
  get: 'api/v1/set-aside',
  section: 'Worklist',
  tells: 'Cases that stand still: something recorded in them cannot be worked out',
  rules: [],
  who: {
    roles: ['send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager', 'auditor'],
    because:
      'Whoever relies on a list must know which cases in it stand still; each sees their own pathways (SHARE matrix).',
    byPathway: true,
  },
  answers: SetAsideList,
  uses: [ReadSide, Policies, Clock, CaseTypes],
  answer: ({ asked }, readSide, policies, clock, caseTypes): Promise<SetAsideList> => {
    const { db } = readSide;
    const found = setAsideOf(db, caseTypes, policies.pathways('ListSetAside', asked.actor));
    const shown = found.slice(0, atMost);
    const ids = shown.flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
    const marks = marksOf(db, ids, asked, clock.today());
    const items = shown.map(({ at: { since, type, revision }, ...whose }) => ({
      ...whose,
      ...(whose.personId === undefined ? {} : marks(whose.personId)),
      since,
      entry: type,
      revision,
    }));
    return Promise.resolve({ count: found.length, items });
  },
  shows: everyoneIn,
});
