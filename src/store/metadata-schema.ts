// What may go with an event (REC-24): nothing of it is sealed, so nothing of it is free text.
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { field } from '../kernel/events.js';
import { invalid } from '../kernel/errors.js';
import type { CommandContext } from '../kernel/envelope.js';
import './formats.js';

const said = {
  actor: field.object({ id: field.account(), role: field.account(), organisation: field.account() }),
  /** Whose wish it was: an organisation or worker of the lists, or the id of a young person or of a contact of theirs. */
  onBehalfOf: field.optional(field.behalf()),
  correlationId: field.id(),
  causationId: field.optional(field.id()),
  commandId: field.id(),
  commandDigest: field.optional(field.keyedDigest()),
  source: field.optional(
    field.object({
      kind: field.code(['sen2', 'camhs', 'waiting', 'readiness', 'demo']),
      load: field.id(),
      file: field.digest(),
      line: field.whole(),
    }),
  ),
};

export const metadataSchema = field.object({
  subjectIds: field.list(field.id()),
  occurredOn: field.date(),
  recordedAt: field.instant(),
  ...said,
});

const check = TypeCompiler.Compile(field.object(said));

/** Error: `invalid-input` naming what is wrong, never its value. */
export function checkSaid(context: CommandContext): void {
  const { actor, onBehalfOf, correlationId, causationId, commandId, commandDigest, source } = context;
  const given = { actor, onBehalfOf, correlationId, causationId, commandId, commandDigest, source };
  const defined = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  if (check.Check(defined)) return;
  const where = check.Errors(defined).First()?.path.slice(1).replaceAll('/', '.') ?? 'metadata';
  if (where === 'onBehalfOf')
    throw invalid(
      'Onward-On-Behalf-Of',
      'must be a code of the lists of organisations and workers (GET /api/v1/directory), or the id of a young person or of a contact',
    );
  throw invalid(where, 'is not a code or an id');
}
