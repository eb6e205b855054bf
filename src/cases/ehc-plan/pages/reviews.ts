// Finds the review that an address means: by its id, `next` for the one nobody has begun, `latest` for whichever is the last.
import { Injectable } from '@nestjs/common';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { notFound } from '../../../kernel/errors.js';
import type { Visit } from '../../../engine/web/visit.js';
import { getEhcPlan } from '../queries/get-ehc-plan.js';
import type { ReviewSubject } from './review-subject.js';

@Injectable()
export class Reviews {
  constructor(private readonly dispatcher: Dispatcher) {}

  async find(planId: string, asked: string, { asked: by }: Pick<Visit, 'asked'>): Promise<ReviewSubject> {
    const plan = await this.dispatcher.ask(getEhcPlan.of({ id: planId }, {}, by));
    const lastBegun = plan.reviews.findLast(({ cycleId }) => cycleId !== 'next') ?? plan.reviews.at(-1);
    const review = asked === 'latest' ? lastBegun : plan.reviews.find(({ cycleId }) => cycleId === asked);
    // The first step of the next review gives it an id: the old link leads to the last one.
    const found = review ?? (asked === 'next' ? lastBegun : undefined);
    if (!found) throw notFound('review', asked);
    return { plan, review: found, cycleId: found.cycleId === 'next' ? undefined : found.cycleId };
  }
}
