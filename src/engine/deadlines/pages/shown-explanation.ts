// An explained date in words for anybody: a parent reads the first lines, an auditor the last.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Status } from '../../../rules/deadline.js';
import { statusTag } from '../../web/present/deadline.js';
import type { NameOf } from '../../web/present/history.js';
import { words } from '../../web/present/words.js';
import type { Explanation } from '../queries/explanation.js';

/** What a force means to somebody who never heard of it. */
const forceMeans: Readonly<Record<string, string>> = {
  law: 'The law says so.',
  national: 'National guidance says so. It is not law.',
  local: 'The local protocol says so. It is not law.',
  practice: 'Good practice. Missing it breaks no rule.',
};

const traced = (event: NonNullable<Explanation['event']>, nameOf: NameOf) => ({
  title: words(event.type),
  on: event.occurredOn,
  recordedAt: event.recordedAt,
  by: nameOf(event.actor.id),
  role: words(event.actor.role),
  organisation: words(event.actor.organisation),
  source: event.source && {
    kind: words(event.source.kind),
    line: event.source.line,
    load: event.source.load,
    file: event.source.file,
  },
  hash: event.hash,
  revision: event.revision,
});

export const shownExplanation = (why: Explanation, asOf: CivilDate, nameOf: NameOf) => ({
  what: why.title,
  subject: why.subject,
  dueOn: why.dueOn,
  kind: why.kind,
  status: statusTag(
    { dueOn: why.dueOn as CivilDate, metOn: why.metOn as CivilDate | null, status: why.status as Status },
    asOf,
  ),
  metOn: why.metOn,
  missedSince: why.metOn === null ? why.missedSince : null,
  notEvidenced: why.notEvidenced,
  force: words(why.force),
  forceMeans: forceMeans[why.force],
  rule: why.rule,
  source: why.source,
  pack: why.pack,
  arithmetic: why.arithmetic,
  otherReading: why.otherReading,
  trigger: { fact: words(why.trigger.fact), on: why.trigger.on },
  started: why.event && traced(why.event, nameOf),
  met: why.metByEvent && traced(why.metByEvent, nameOf),
});
