// The term list of one institution as of a date: who is on it and why, who has it: query, handler and route (EHC-11).
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsOptional, IsString, Length } from 'class-validator';
import { everyoneIn } from '../../../engine/access/shows.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { schoolNames } from '../../../engine/schools/school-names.js';
import { termOf } from '../domain/term-lists/terms.js';
import { listAsOf } from '../term-lists/list-as-of.js';
import { reviewsOfTerm } from '../term-lists/reviews-of-term.js';
import { TermListView } from './term-list-view.js';

export class WhoseTerm {
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

/** In an address: those who attend no institution. */
export const institutionOf = (given: string): string | undefined => (given === 'none' ? undefined : given);

export const getTermList = question({
  name: 'GetTermList',
  get: 'api/v1/term-lists/:term/:institution',
  section: 'Term lists',
  tells: 'The reviews of a term at one institution (`none`: at no institution)',
  rules: ['EHC-09', 'EHC-11', 'EHC-44', 'EHC-45'],
  who: {
    roles: ['system', 'send-caseworker', 'manager', 'auditor'],
    because:
      'Those who run reviews, answer for them or audit them; the head, the ICB and social care get the list itself (EHC-11).',
  },
  input: WhoseTerm,
  answers: TermListView,
  uses: [ReadSide],
  answer: ({ at: { term: termId, institution: sentInstitution }, query, asked }, readSide): Promise<TermListView> => {
    const { asOf, actor } = asked;
    const { authority = actor.organisation } = query;
    const institution = institutionOf(sentInstitution);

    const { db } = readSide;
    const term = termOf(authority, termId);
    const list = listAsOf(db, authority, term, institution, asOf);
    const latest = new Set(list.sent.at(-1)?.planIds);
    const items = reviewsOfTerm(db, authority, term, asOf)
      .filter((review) => review.institution === institution)
      .map(({ institution: _, ...review }) => ({ ...review, wasSent: latest.has(review.planId) }));
    const sql = 'SELECT revision FROM term_list_state WHERE id = ?';
    const revision = db.get<{ revision: number }>(sql, list.id)?.revision;
    const schoolName = schoolNames(db, [institution], asOf).get(institution ?? '') ?? null;
    const place = { institution: institution ?? null, schoolName };
    const view = { ...list, term: term.id, ...place, reviews: items.length, items, revision };
    return Promise.resolve(view);
  },
  shows: everyoneIn,
});
