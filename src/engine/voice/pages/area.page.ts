// How young people and families take part across the area, exact, for those inside.
import { Get } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { CaseTypes } from '../../processing/case-types.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { inWords, words } from '../../web/present/words.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { rungs, waysOfTakingPart } from '../domain/voice.js';
import { countVoices } from '../queries/voice-counts.js';

@PageController()
export class VoiceAreaPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly types: CaseTypes,
  ) {}

  @Get(paths.voice.area.pattern)
  async show(@VisitOf() { asked, today }: Visit): Promise<Page> {
    const { from, to, items } = await this.dispatcher.ask(countVoices.of({}, {}, asked));
    const then = asked.asOf === today ? undefined : asked.asOf;
    const listed = (count: number, of: Readonly<Record<string, string>>) => ({
      count,
      href: count === 0 ? undefined : paths.voice.people({}, { ...of, asOf: then }),
    });
    const column = (
      by: 'how' | 'rung',
      codes: readonly string[],
      counts: Readonly<Record<string, number>>,
      of: Readonly<Record<string, string>>,
    ) => codes.map((code) => ({ name: words(code), ...listed(counts[code] ?? 0, { ...of, [by]: code }) }));
    return page('engine/voice/pages/area.njk', 'Taking part', {
      data: {
        ...{ from, to },
        ways: waysOfTakingPart.map(words),
        rungs: rungs.map(words),
        rows: items.map(({ pathway, voice, ways, rungs: byRung, answered }) => ({
          who: `${words(this.types.nounOf(pathway) ?? pathway)}: ${inWords(voice)}`,
          ways: column('how', waysOfTakingPart, ways, { pathway, voice }),
          rungs: column('rung', rungs, byRung, { pathway, voice }),
          answered: listed(answered, { pathway, voice, answered: 'yes' }),
        })),
      },
    });
  }
}
