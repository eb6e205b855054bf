// The figures of the area by name: which question each asks, through the same door as everybody else.
import { Injectable } from '@nestjs/common';
import { ListSettings } from '../../area-settings/queries/list-settings.js';
import { settingInUse } from '../../area-settings/setting-in-use.js';
import { CountReviewLacks } from '../../ehc/queries/count-review-lacks.js';
import { CountLateReviews, type LateReviews } from '../../ehc/queries/late-reviews.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import type { Asked } from '../../identity/messages.js';
import { GetTransitionCounts } from '../../transition/queries/transition-counts.js';
import { GetDischargeDestinations } from '../../transition/queries/discharge-destinations.js';
import { AskWaitsOverTime } from '../../waiting/queries/waits-over-time.js';
import type { Figure } from './figure.js';
import { lacksFigure } from './lacks.js';
import { phasesFigure, stepsFigure } from './reviews.js';
import { destinationsFigure, gatesFigure } from './transitions.js';
import { waitsFigure } from './waits.js';

export const figureNames = ['waits', 'steps', 'phases', 'lacks', 'destinations', 'gates'] as const;
export type FigureName = (typeof figureNames)[number];

@Injectable()
export class AreaFigures {
  constructor(private readonly dispatcher: Dispatcher) {}

  async one(name: FigureName, asked: Asked): Promise<Figure> {
    return this.withSettings(await this.makers(asked)[name](), asked);
  }

  /** One after another: they share one reader of the read models. */
  async all(asked: Asked): Promise<Figure[]> {
    const makers = this.makers(asked);
    const figures: Figure[] = [];
    for (const name of figureNames) figures.push(await this.withSettings(await makers[name](), asked));
    return figures;
  }

  /** Every report says under which readings its dates were reckoned. */
  private async withSettings(figure: Figure, asked: Asked): Promise<Figure> {
    const { settings = [] } = figure;
    if (settings.length === 0) return figure;
    const { items } = await this.dispatcher.ask(new ListSettings(asked));
    const used = items.filter(({ id }) => settings.includes(id)).map((line) => settingInUse(line, asked.asOf));
    return { ...figure, settingsUsed: used.join(' ') };
  }

  private makers(asked: Asked): Record<FigureName, () => Promise<Figure>> {
    const { asOf } = asked;
    // Two figures are about late reviews: they are counted once.
    let counted: Promise<LateReviews> | undefined;
    const late = () => (counted ??= this.dispatcher.ask(new CountLateReviews(asked)));
    return {
      waits: async () => waitsFigure((await this.dispatcher.ask(new AskWaitsOverTime({}, asked))).days, asOf),
      steps: async () => stepsFigure((await late()).steps, asOf),
      phases: async () => phasesFigure((await late()).phases, asOf),
      lacks: async () => lacksFigure(await this.dispatcher.ask(new CountReviewLacks(asked)), asOf),
      destinations: async () =>
        destinationsFigure(await this.dispatcher.ask(new GetDischargeDestinations({}, asked)), asOf),
      gates: async () => gatesFigure((await this.dispatcher.ask(new GetTransitionCounts(asked))).gates, asOf),
    };
  }
}
