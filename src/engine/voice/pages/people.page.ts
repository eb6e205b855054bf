// Whom a count of taking part counts: each with the step, how they took part, and the way to their page.
import { Get, Query } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { CaseTypes } from '../../processing/case-types.js';
import { PageController } from '../../web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { personMarks } from '../../web/present/person-marks.js';
import { inWords, words } from '../../web/present/words.js';
import { readQuery, withoutBlanks } from '../../web/read-query.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { listVoices, VoicesAsked, type VoiceLine } from '../queries/list-voices.js';

@PageController()
export class VoicePeoplePage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly types: CaseTypes,
  ) {}

  @Get(paths.voice.people.pattern)
  async show(@VisitOf() { asked }: Visit, @Query() raw: Readonly<Record<string, unknown>>): Promise<Page | Redirect> {
    const { given, hadBlanks } = withoutBlanks(raw);
    if (hadBlanks) return redirect(paths.voice.people({}, given));
    const query = await readQuery(VoicesAsked, given);
    const { from, to, items, next } = await this.dispatcher.ask(listVoices.of({}, query, asked));
    const { pathway, voice, how, rung, answered } = query;
    const only = [
      pathway && (this.types.nounOf(pathway) ?? pathway),
      ...[voice, how, rung].map((code) => code && inWords(code)),
      answered && 'told what was done with it',
    ];
    return page('engine/voice/pages/people.njk', 'Who took part, and how', {
      back: { text: 'Taking part', href: paths.voice.area({}, { asOf: given['asOf'] }) },
      data: {
        ...{ from, to, only: only.filter(Boolean).join(', ') },
        rows: items.map((line) => this.shown(line)),
        next: next && paths.voice.people({}, { ...given, cursor: next }),
      },
    });
  }

  private shown(line: VoiceLine) {
    const { personId, person, pathway, step, stepOn, voice, how, whyNot, rung, on, answeredOn } = line;
    return {
      person: person === '' ? 'Name not on record' : person,
      href: paths.voice.person({ personId }),
      marks: [...personMarks(line)],
      noun: words(this.types.nounOf(pathway) ?? pathway),
      step: words(step),
      stepOn,
      voice: words(voice),
      how: `${words(how)}${whyNot === undefined ? '' : `: ${inWords(whyNot)}`}`,
      rung: rung && words(rung),
      on,
      answeredOn,
    };
  }
}
