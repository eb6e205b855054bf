// Makes the header of a return from its fields, or says why this is not a return that can be read.
import type { Node } from './sen2-fields.js';
import { tableNamed } from './sen2-fields.js';
import type { Sen2Item, Sen2Header } from './sen2-record.js';
import { problemItem } from './record.js';

export function headerItem(node: Node): Sen2Item {
  const at = { line: node.line, table: 'sen2', severity: 'refused', stops: true } as const;
  if (typeof node.collection === 'string' && node.collection.toUpperCase() !== 'SEN2')
    return problemItem({
      ...at,
      field: 'Collection',
      code: 'malformed',
      message: 'This is the file of another collection, not of SEN2.',
    });
  const blank = tableNamed('sen2').fields.find(({ name, required }) => required && node[name] === undefined);
  if (blank)
    return problemItem({
      ...at,
      field: blank.element,
      code: 'missing',
      message: `The header of the return gives no ${blank.element} that can be read, so it does not say whose return of which day it is.`,
    });
  return { kind: 'header', header: node as unknown as Sen2Header };
}
