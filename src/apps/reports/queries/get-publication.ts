// What was published of the area by a profile of a day, and how many people were forgotten since.
import { question } from '../../../engine/use-cases/question.js';
import { ApiProperty } from '../../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { noOne } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import { Clock } from '../../../kernel/clock.js';
import { readState } from '../../../engine/processing/case-projection.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Statements } from '../../../engine/processing/statements.js';
import { figureNames, publicProfiles, type PublicationState } from '../domain/publication.js';
import { profileNames, profileOf, type ProfileName } from '../publication/profiles.js';
import { publish, star, type Shown } from '../publication/publish.js';

/** One stream for each profile and day. */
export const publicationId = (profile: ProfileName, asOf: CivilDate): string =>
  idFrom('publication', 'area', profile, asOf);

class PublicationQuery {
  @ApiProperty({ enum: profileNames }) @IsIn(profileNames) profile: ProfileName;
  @ApiProperty({ required: false, description: 'Day of the figures (default: today)' })
  @IsOptional()
  @IsString()
  asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

class PublishedCount {
  @ApiProperty() column: string;
  @ApiProperty() count: number;
}

class PublishedFigureRow {
  @ApiProperty() row: string;
  @ApiProperty({ type: [PublishedCount], description: 'A column that is not there was a star' })
  counts: readonly PublishedCount[];
}

class PublishedFigure {
  @ApiProperty({ enum: figureNames }) figure: string;
  @ApiProperty({ description: 'Version of its definition' }) definition: number;
  @ApiProperty({ description: 'No star made it safe: nothing of it was shown (REC-42)' }) withheld: boolean;
  @ApiProperty({ type: [String], description: 'Columns that it had' }) columns: readonly string[];
  @ApiProperty({ type: [PublishedFigureRow] }) rows: readonly PublishedFigureRow[];
}

class PublishedFigures {
  @ApiProperty({ enum: publicProfiles }) profile: string;
  @ApiProperty({ description: 'Day of the figures' }) asOf: string;
  @ApiProperty({ description: 'Day on which they were published' }) on: string;
  @ApiProperty({ description: 'Instant at which that was recorded' }) at: string;
  @ApiProperty({ description: 'Who published them' }) by: string;
  @ApiProperty() eventId: string;
  @ApiProperty({ type: [PublishedFigure] }) figures: readonly PublishedFigure[];
  @ApiProperty({ type: [String], description: 'Events of the choices of settings that they were reckoned under' })
  settings: readonly string[];
  @ApiProperty({ required: false, description: 'Position up to which everything recorded counted' }) position?: string;
}

class PublicationAnswer {
  @ApiProperty({ type: PublishedFigures, nullable: true, description: 'null: nothing was published' })
  published: PublishedFigures | null;
  @ApiProperty({
    oneOf: [{ type: 'integer' }, { type: 'string', enum: [star] }],
    nullable: true,
    description:
      'How many people were forgotten on that day or since, as the profile shows counts; null of a day that has not passed',
  })
  forgottenSince: Shown | null;
}

export interface PublicationOfDay {
  readonly published: NonNullable<PublicationState['published']> | null;
  readonly forgottenSince: Shown | null;
}

/** From the index of those who are gone, which is all it reads. */
export const forgottenSinceDay = (db: Statements, day: CivilDate): number =>
  db.get<{ people: number }>(
    `SELECT count(*) AS people FROM young_person gone
     WHERE (gone.died_on IS NOT NULL OR gone.forgotten_on IS NOT NULL) AND gone.forgotten_on >= ?`,
    day,
  )?.people ?? 0;

export const getPublication = question({
  name: 'GetPublication',
  get: 'api/v1/reports/publications/area',
  section: 'Reports',
  tells: 'The figures of the area as they were published by a profile of a day',
  rules: ['REC-12', 'REC-40', 'REC-41'],
  who: {
    roles: ['manager', 'auditor'],
    because: "What was published is no secret; who looks at the area's figures sees it beside them.",
  },
  input: PublicationQuery,
  answers: PublicationAnswer,
  uses: [ReadSide, Clock],
  answer: ({ query: { profile }, asked: { asOf } }, readSide, clock): Promise<PublicationOfDay> => {
    const { db } = readSide;
    const { published = null } = readState<PublicationState>(db, 'publication', publicationId(profile, asOf)) ?? {};
    if (asOf >= clock.today()) return Promise.resolve({ published, forgottenSince: null });
    const [forgottenSince = star] = publish([{ value: forgottenSinceDay(db, asOf) }], [], profileOf(profile));
    return Promise.resolve({ published, forgottenSince });
  },
  shows: noOne,
});
