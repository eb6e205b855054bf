// A figure of the area as a file: the same value of which the page is made, as CSV or XLSX.
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../engine/api/api-routes.js';
import { forecastNote } from '../../../engine/api/asked-day.js';
import { notFound, refuse } from '../../../kernel/errors.js';
import type { PageReply } from '../../../engine/web/http.js';
import { paths } from '../../paths.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { AreaFigures } from '../area/area-figures.js';
import { toCsv } from '../area/csv.js';
import { notForWords } from '../area/published-figure.js';
import { toXlsx } from '../area/xlsx.js';
import { figureNames, type FigureName } from '../domain/publication.js';
import { isFor, isInternal, profileOf } from '../publication/profiles.js';
import { AreaQuery } from './area-query.js';

const kinds = {
  csv: { type: 'text/csv; charset=utf-8', write: toCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: toXlsx },
} as const;

@ApiExcludeController()
@Controller()
export class AreaFileController {
  constructor(private readonly figures: AreaFigures) {}

  @Get(paths.reports.file.pattern)
  async file(
    @VisitOf() { asked, today }: Visit,
    @Param('file') file: string,
    @Query() raw: Readonly<Record<string, unknown>>,
    @Res({ passthrough: true }) reply: PageReply,
  ): Promise<string | Buffer> {
    const [name = '', ending = ''] = file.split('.');
    if (!isFigure(name) || !isKind(ending)) throw notFound('file of a figure', file);
    const { profile = 'INTERNAL' } = await readQuery(AreaQuery, withoutBlanks(raw).given);
    const eyesOf = profileOf(profile);
    const [figure] = (await this.figures.under(eyesOf, asked, [name])).figures;
    if (!figure) throw notFound('file of a figure', file);
    if (!isFor(figure.kind, eyesOf)) throw refuse('REC-41', `${notForWords(figure, eyesOf)}.`);
    if (!isInternal(eyesOf) && figure.published === undefined)
      throw refuse('REC-41', 'These figures are not published yet, so there is no file of them.', {
        help: 'Publish them first, on the page of the area.',
      });
    const written = await kinds[ending].write({ ...figure, forecast: forecastNote(asked.asOf, today) });
    const eyes = profile === 'INTERNAL' ? '' : `-${profile.toLowerCase().replaceAll('_', '-')}`;
    reply
      .header('content-type', kinds[ending].type)
      .header('content-disposition', `attachment; filename="onward-${name}-${asked.asOf}${eyes}.${ending}"`)
      .header('cache-control', 'no-store');
    return written;
  }
}

const isFigure = (name: string): name is FigureName => (figureNames as readonly string[]).includes(name);
const isKind = (ending: string): ending is keyof typeof kinds => Object.hasOwn(kinds, ending);
