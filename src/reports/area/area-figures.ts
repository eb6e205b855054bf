// The figures of the area by name: which question each asks, through the same door as everybody else.
import { Injectable } from '@nestjs/common';
import { CountLateReviews } from '../../ehc/queries/late-reviews.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import type { Asked } from '../../identity/messages.js';
import { CountGates } from '../../transition/queries/count-gates.js';
import { GetDischargeDestinations } from '../../transition/queries/discharge-destinations.js';
import { AskWaitsOverTime } from '../../waiting/queries/waits-over-time.js';
import type { Figure } from './figure.js';
import { phasesFigure, stepsFigure } from './reviews.js';
import { destinationsFigure, gatesFigure } from './transitions.js';
import { waitsFigure } from './waits.js';

export const figureNames = ['waits', 'steps', 'phases', 'destinations', 'gates'] as const;
export type FigureName = (typeof figureNames)[number];

@Injectable()
export class AreaFigures {
  constructor(private readonly dispatcher: Dispatcher) {}

  async one(name: FigureName, asked: Asked): Promise<Figure> {
    const { asOf } = asked;
    switch (name) {
      case 'waits':
        return waitsFigure((await this.dispatcher.ask(new AskWaitsOverTime({}, asked))).days, asOf);
      case 'steps':
        return stepsFigure((await this.dispatcher.ask(new CountLateReviews(asked))).steps, asOf);
      case 'phases':
        return phasesFigure((await this.dispatcher.ask(new CountLateReviews(asked))).phases, asOf);
      case 'destinations':
        return destinationsFigure(await this.dispatcher.ask(new GetDischargeDestinations({}, asked)), asOf);
      case 'gates':
        return gatesFigure((await this.dispatcher.ask(new CountGates(asked))).gates, asOf);
    }
  }

  /** One after another: they share one reader of the read models. */
  async all(asked: Asked): Promise<Figure[]> {
    const figures: Figure[] = [];
    for (const name of figureNames) figures.push(await this.one(name, asked));
    return figures;
  }
}
