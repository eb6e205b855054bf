// The figures of the area by name: which question each asks, through the same door as everybody else; and how each stands before other eyes.
import { Injectable } from '@nestjs/common';
import { listSettings } from '../../../engine/settings/queries/list-settings.js';
import { choicesInUse, settingInUse } from '../../../engine/settings/setting-in-use.js';
import { countReviewLacks } from '../../../cases/ehc-plan/queries/count-review-lacks.js';
import { countLateReviews, type LateReviews } from '../../../cases/ehc-plan/queries/late-reviews.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { Asked } from '../../../engine/access/messages.js';
import { getTransitionCounts } from '../../../cases/camhs-transition/queries/transition-counts.js';
import { getDischargeDestinations } from '../../../cases/camhs-transition/queries/discharge-destinations.js';
import { askWaitsOverTime } from '../../../cases/waiting/queries/waits-over-time.js';
import { figureNames, type FigureName } from '../domain/publication.js';
import type { Profile } from '../publication/profiles.js';
import { getPublication, type PublicationOfDay } from '../queries/get-publication.js';
import type { Figure } from './figure.js';
import { lacksFigure } from './lacks.js';
import { publishedFigure } from './published-figure.js';
import { asRecorded, differsToday } from './recorded-figure.js';
import { phasesFigure, stepsFigure } from './reviews.js';
import { forgottenSinceWords, publishedWords } from './shown-publication.js';
import { destinationsFigure, gatesFigure } from './transitions.js';
import { waitsFigure } from './waits.js';

export interface FiguresOfDay {
  readonly figures: readonly Figure[];
  readonly publication: PublicationOfDay;
  /** Reckoned today, what was published would be otherwise: for those inside, and in no file. */
  readonly differs: boolean;
}

@Injectable()
export class AreaFigures {
  constructor(private readonly dispatcher: Dispatcher) {}

  /** Exact, as known now. One after another: they share one reader of the read models. */
  async reckoned(asked: Asked, names: readonly FigureName[] = figureNames): Promise<Figure[]> {
    const makers = this.makers(asked);
    const figures: Figure[] = [];
    for (const name of names) figures.push(await this.withSettings(await makers[name](), asked));
    return figures;
  }

  /** By a profile: as they were published, else as they would be now. */
  async under(profile: Profile, asked: Asked, names?: readonly FigureName[]): Promise<FiguresOfDay> {
    const publication = await this.dispatcher.ask(getPublication.of({}, { profile: profile.name }, asked));
    const { published, forgottenSince } = publication;
    const forgotten = forgottenSinceWords(forgottenSince);
    const figures: Figure[] = [];
    let differs = false;
    for (const figure of await this.reckoned(asked, names)) {
      const recorded = published?.figures.find((each) => each.figure === figure.name);
      if (!published || !recorded) {
        figures.push({ ...publishedFigure(figure, profile), forgotten });
        continue;
      }
      differs ||= differsToday(figure, recorded, profile);
      const then = { ...asRecorded(figure, recorded, profile), published: publishedWords(published) };
      figures.push(await this.withSettings(then, asked, published.settings));
    }
    return { figures, publication, differs };
  }

  /** Every report says under which readings its dates were reckoned: those in use on its day, or those it was published under. */
  private async withSettings(figure: Figure, asked: Asked, published?: readonly string[]): Promise<Figure> {
    const { settings = [] } = figure;
    if (settings.length === 0) return figure;
    const { items } = await this.dispatcher.ask(listSettings.of({}, {}, asked));
    const lines = items.filter(({ id }) => settings.includes(id));
    const inUse = () => lines.flatMap((line) => choicesInUse(line, asked.asOf)).map(({ eventId }) => eventId);
    const choices = published ?? inUse();
    return { ...figure, choices, settingsUsed: lines.map((line) => settingInUse(line, choices)).join(' ') };
  }

  private makers(asked: Asked): Record<FigureName, () => Promise<Figure>> {
    const { asOf } = asked;
    // Two figures are about late reviews: they are counted once.
    let counted: Promise<LateReviews> | undefined;
    const late = () => (counted ??= this.dispatcher.ask(countLateReviews.of({}, {}, asked)));
    return {
      waits: async () => waitsFigure((await this.dispatcher.ask(askWaitsOverTime.of({}, {}, asked))).days, asOf),
      steps: async () => stepsFigure((await late()).steps, asOf),
      phases: async () => phasesFigure((await late()).phases, asOf),
      lacks: async () => lacksFigure(await this.dispatcher.ask(countReviewLacks.of({}, {}, asked)), asOf),
      destinations: async () =>
        destinationsFigure(await this.dispatcher.ask(getDischargeDestinations.of({}, {}, asked)), asOf),
      gates: async () => gatesFigure((await this.dispatcher.ask(getTransitionCounts.of({}, {}, asked))).gates, asOf),
    };
  }
}
