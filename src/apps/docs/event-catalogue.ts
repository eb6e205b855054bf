// The catalogue of events as a page: made from the definitions, committed, so that review sees it change.
import type { TSchema } from '@sinclair/typebox';
import { slices } from '../cases.js';
import { correctionFacts } from '../../kernel/corrections.js';
import { clearFormats, type EventDefinition } from '../../kernel/events.js';
import { processManagerEvents } from '../../engine/processing/process-managers/events.js';

export function eventCatalogue(): string {
  const parts = [
    { name: 'any kind of case', events: correctionFacts },
    ...slices,
    { name: 'process managers', events: processManagerEvents },
  ]
    .filter((slice) => Object.keys(slice.events).length > 0)
    .map(({ name, events }) => {
      const rows = Object.values(events).sort((a, b) => a.type.localeCompare(b.type));
      return [`## ${name}`, '', ...rows.flatMap(described)].join('\n');
    });
  return [
    '# Events',
    '',
    'Every event type, with the fields of its newest version. **Bold** fields are personal: sealed with the key of the young person.',
    'Made by `npm run docs` from the definitions; a test fails when it is out of date.',
    '',
    ...parts,
  ].join('\n');
}

function described({ type, version, schema, personal, readAs }: EventDefinition): string[] {
  const { properties = {}, required = [] } = schema as { properties?: Record<string, TSchema>; required?: string[] };
  const fields = Object.entries(properties).map(([name, field]) => {
    const title = personal.includes(name) ? `**${name}**` : name;
    return `- ${title}${required.includes(name) ? '' : ' (may be missing)'}: ${kindOf(field)}`;
  });
  return [
    `### ${type}, version ${version}`,
    '',
    ...(readAs ? [`Written no more; read as ${readAs.definition.type}.`, ''] : []),
    ...(fields.length > 0 ? fields : ['- nothing beside who, when and why']),
    '',
  ];
}

function kindOf(field: TSchema): string {
  const {
    type,
    format,
    enum: values,
    items,
    anyOf,
    properties,
  } = field as {
    type?: string;
    format?: string;
    enum?: string[];
    items?: TSchema;
    anyOf?: TSchema[];
    properties?: Record<string, TSchema>;
  };
  if (values)
    return values.length > 8
      ? `one of ${values.slice(0, 8).join(', ')}, … (${values.length} codes)`
      : `one of ${values.join(', ')}`;
  if (format !== undefined && format in clearFormats) return clearFormats[format as keyof typeof clearFormats];
  if (anyOf) return anyOf.map(kindOf).join(', or ');
  if (items) return `list of ${kindOf(items)}`;
  if (properties)
    return `{ ${Object.entries(properties)
      .map(([name, inner]) => `${name}: ${kindOf(inner)}`)
      .join('; ')} }`;
  return type === 'string' ? 'text' : type === 'boolean' ? 'yes or no' : type === 'integer' ? 'whole number' : 'value';
}
