// The clinic's figures, service by service: how many of whom something is so. Small numbers are withheld, and nothing is told from which one follows.
import { ApiProperty } from '../../../engine/api/api-property.js';
import { noOne } from '../../../engine/access/shows.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Row } from '../../../engine/processing/statements.js';
import { question } from '../../../engine/use-cases/question.js';
import { clinic } from '../readiness-use-case.js';
import { lookFor, looks, runningThen, stageThen, type LookedFor } from './programmes-then.js';

export class FigureOfService {
  @ApiProperty({ description: 'ready, steady, go, or what is looked for' }) of: string;
  @ApiProperty({
    required: false,
    description: 'To the nearest 5; absent where it is withheld, nought among them (REC-40)',
  })
  programmes?: number;
}

export class ReadinessFiguresOfService {
  @ApiProperty() service: string;
  @ApiProperty({ required: false, description: 'Absent where it is withheld' }) programmes?: number;
  @ApiProperty({ type: [FigureOfService] }) figures: FigureOfService[];
}

export class ReadinessFigures {
  @ApiProperty({ type: [ReadinessFiguresOfService] }) items: ReadinessFiguresOfService[];
  @ApiProperty({ description: 'How they were made' }) method: string;
}

const stagesAnd = ['ready', 'steady', 'go', ...looks] as const;

export const countReadiness = question({
  name: 'CountReadiness',
  get: 'api/v1/readiness/figures',
  section: 'Readiness',
  tells: 'The figures of each service, small numbers withheld',
  rules: ['RSG-03', 'RSG-05', 'RSG-07', 'RSG-08', 'RSG-09', 'REC-40', 'REC-42'],
  who: {
    roles: [...clinic, 'manager', 'auditor'],
    because: 'Figures, nobody by name, and small numbers withheld from everybody (SHARE-07, REC-40)',
  },
  answers: ReadinessFigures,
  uses: [ReadSide],
  answer({ asked }, { db }): ReadinessFigures {
    const sums = looks.map((look) => `sum(${lookFor[look]}) AS "${look}"`);
    const rows = db.all(
      `SELECT c.service, count(*) AS programmes, ${['ready', 'steady', 'go'].map((stage) => `sum(${stageThen} = '${stage}') AS "${stage}"`).join(', ')},
         ${sums.join(', ')}
       FROM readiness_programme c WHERE ${runningThen} GROUP BY c.service ORDER BY c.service`,
      asked.asOf,
    );
    return { items: rows.map(figuresOf), method };
  },
  shows: noOne,
});

const method = 'Counts under 5, nought among them, are withheld; all others are to the nearest 5 (REC-40).';

function figuresOf(row: Row): ReadinessFiguresOfService {
  const figures = stagesAnd.map((of: LookedFor | 'ready' | 'steady' | 'go') => ({
    of,
    programmes: told(Number(row[of])),
  }));
  return { service: String(row['service']), programmes: told(Number(row['programmes'])), figures };
}

/** REC-40: under 5 nothing is told; of a rounded total no withheld part follows. */
export const told = (count: number): number | undefined => (count < 5 ? undefined : Math.round(count / 5) * 5);
