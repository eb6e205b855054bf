// Every term list of an authority for one term, those that nobody has begun included: query, handler and route (EHC-11).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { everyoneIn } from '../../../engine/access/shows.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { schoolNames } from '../../../engine/schools/school-names.js';
import { comingTerm, namesOf, termOf } from '../domain/term-lists/terms.js';
import { institutionsOf } from '../term-lists/institutions-of.js';
import { listAsOf } from '../term-lists/list-as-of.js';
import { TermListsView } from './term-list-view.js';
import { WhoseTerm } from './term-list.js';

export class WhichTerm extends WhoseTerm {
  @ApiProperty({ required: false, description: 'Left out, the coming one', example: '2027-spring' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  term?: string;
}

export const askTermLists = question({
  name: 'AskTermLists',
  get: 'api/v1/term-lists',
  section: 'Term lists',
  tells: 'The lists of reviews that institutions are to have before a term starts',
  rules: ['EHC-11'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because:
      'Those who run reviews, answer for them or audit them; the head, the ICB and social care get the list itself (EHC-11).',
  },
  input: WhichTerm,
  answers: TermListsView,
  uses: [ReadSide],
  answer: ({ query, asked: { asOf, actor } }, readSide): Promise<TermListsView> => {
    const { authority = actor.organisation, term: termId } = query;

    const { db } = readSide;
    const term = termId === undefined ? comingTerm(authority, asOf) : termOf(authority, termId);
    const institutions = institutionsOf(db, authority, term, asOf);
    const names = schoolNames(
      db,
      institutions.map(({ institution }) => institution),
      asOf,
    );
    const items = institutions.map(({ institution, reviews }) => {
      const { sent: _, ...list } = listAsOf(db, authority, term, institution, asOf);
      const schoolName = names.get(institution ?? '') ?? null;
      return { ...list, term: term.id, institution: institution ?? null, schoolName, reviews: reviews.length };
    });
    const { id, name, firstDay, nextFirstDay } = term;
    return Promise.resolve({ authority: namesOf(authority)[0], term: id, name, firstDay, nextFirstDay, items });
  },
  shows: everyoneIn,
});
