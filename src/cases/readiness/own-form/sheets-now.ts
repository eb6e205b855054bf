// Which sheets could be given or typed in as a programme stands today: the decision run dry with each of them (RSG-04, RSG-12, TRN-42).
import { Injectable } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { CasesNow } from '../../../engine/use-cases/cases-now.js';
import type { CaseNow, No } from '../../../engine/use-cases/case-now.js';
import type { CaseUseCase } from '../../../engine/use-cases/case-use-case.js';
import { whyNot, type Ways } from '../../../engine/use-cases/dry-run.js';
import { unsaid } from '../../../engine/use-cases/unsaid.js';
import type { Visit } from '../../../engine/web/visit.js';
import { Journal } from '../../../store/journal.js';
import { recordAnswers } from '../answers.js';
import { readinessKind } from '../domain/readiness-kind.js';
import { offerForm } from '../form-links.js';
import { listQuestionnaires, type QuestionnaireLine } from '../questionnaires/ask-questionnaires.js';
import { aboutPersonOf } from '../readiness-use-case.js';

export interface SheetNow {
  readonly sheet: QuestionnaireLine;
  /** Why it would be refused, whatever else is said; none where it is not. */
  readonly no?: No;
}

interface OfProgramme {
  readonly id: string;
  readonly personId: string;
}

@Injectable()
export class SheetsNow {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly journal: Journal,
    private readonly casesNow: CasesNow,
  ) {}

  /** How the programme stands, with what its decisions look up of the person and of whoever asks. */
  async now({ id, personId }: OfProgramme, { actor, today }: Visit): Promise<CaseNow> {
    const now = await this.casesNow.of(readinessKind, id, personId, actor);
    if (now.closed) return now;
    const { adultLetsParent } = await aboutPersonOf(this.journal, id, today);
    const adultSide = actor.role === 'adult-clinician';
    return { ...now, beside: { ...now.beside, adultLetsParent, adultSide } };
  }

  /** To be given as a link: the newest text of each, and today. */
  async toGive(now: CaseNow, { id }: OfProgramme, visit: Visit): Promise<readonly SheetNow[]> {
    const newest = (await this.sheets(visit)).filter((sheet) => sheet.newest);
    return tried(newest, offerForm, id, now).map(({ sheet, no }) => ({ sheet, no }));
  }

  /** To be typed in from paper, which may be of an earlier day and an older version. */
  async toTypeIn(now: CaseNow, { id }: OfProgramme, visit: Visit): Promise<readonly SheetNow[]> {
    return tried(await this.sheets(visit), recordAnswers, id, now).map(({ sheet, no }) =>
      no?.ofEarlierDay && now.beside['diedOn'] === undefined ? { sheet } : { sheet, no },
    );
  }

  private async sheets({ asked }: Visit): Promise<readonly QuestionnaireLine[]> {
    return (await this.dispatcher.ask(listQuestionnaires.of({}, {}, asked))).items;
  }
}

const tried = (sheets: readonly QuestionnaireLine[], useCase: CaseUseCase, programmeId: string, now: CaseNow) =>
  sheets.map((sheet): SheetNow => {
    const { id: questionnaire, version, voice } = sheet;
    // What is answered to it is still to be said; it comes by no link, and may be used until any day.
    const beside = { ...now.beside, sheet: { ...sheet, sections: [] }, linkId: undefined, validUntil: undefined };
    const input = { questionnaire, version, voice, how: 'paper', answers: unsaid };
    const no = whyNot(useCase, inOneWay({ programmeId }, input), { ...now, beside });
    return { sheet, no };
  });

/** For whoever looks for one that is not offered: each reason once, with the sheets that it is against. */
export function notNowLines(sheets: readonly SheetNow[]): string[] {
  const against = new Map<string, string[]>();
  for (const { sheet, no } of sheets) {
    if (!no) continue;
    const { detail, help = '', rule } = no.error.parts;
    const reason = `${detail}${rule === undefined ? '' : ` (${rule})`} ${help}`.trim();
    against.set(reason, [...(against.get(reason) ?? []), sheet.title]);
  }
  return [...against].map(([reason, titles]) => `${titles.join(', ')}: ${reason}`);
}

function* inOneWay(at: Readonly<Record<string, string>>, input: object): Ways {
  yield { said: (on) => ({ at, input: { ...input, on } }) };
}
