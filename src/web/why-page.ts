// Why a date is what it is: rule, arithmetic, event, source.
import { formatDate, type CivilDate } from '../kernel/calendar/index.js';
import type { Explanation } from '../worklist/queries/explanation.js';
import { html, type Html } from './html.js';
import { forceWords } from './worklist-table.js';

const day = (date: string) => formatDate(date as CivilDate);

export const whyPage = (why: Explanation): Html =>
  html`<dl>
    <dt>What</dt>
    <dd>${why.title}, ${why.subject}</dd>
    <dt>Due</dt>
    <dd>${day(why.dueOn)} (${why.status})${why.metOn === null ? undefined : html`, done on ${day(why.metOn)}`}</dd>
    <dt>Rule</dt>
    <dd>${why.rule}: ${forceWords[why.force]}. ${why.source}. Rule pack ${why.pack}.</dd>
    <dt>Arithmetic</dt>
    <dd>${why.arithmetic.map((sentence) => html`${sentence}<br />`)}</dd>
    ${
      why.otherReading
        ? html`<dt>Other reading</dt>
            <dd>${why.otherReading.label}: ${day(why.otherReading.dueOn)}</dd>`
        : undefined
    }
    <dt>What started the clock</dt>
    <dd>${why.trigger.fact}, ${day(why.trigger.on)}</dd>
    ${why.event ? event(why.event) : undefined}
  </dl>`;

const event = (traced: NonNullable<Explanation['event']>): Html =>
  html`<dt>Recorded as</dt>
    <dd>
      ${traced.type}, revision ${traced.revision} of ${traced.stream}; it happened on ${day(traced.occurredOn)} and was
      recorded at ${traced.recordedAt} by ${traced.actor.id} (${traced.actor.role}, ${traced.actor.organisation})
    </dd>
    ${
      traced.source
        ? html`<dt>Source</dt>
            <dd>
              ${traced.source.kind} file with SHA-256 ${traced.source.file}, line ${traced.source.line}, load
              ${traced.source.load}
            </dd>`
        : undefined
    }
    <dt>Hash of the event in its chain</dt>
    <dd><code>${traced.hash}</code></dd>`;
