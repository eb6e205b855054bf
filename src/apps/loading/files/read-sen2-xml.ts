// Reads a SEN2 return in XML as it streams in: the header, then person after person, with memory that does not grow with the file.
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { decodeUtf8, NotUtf8 } from './decode-utf8.js';
import type { Sen2Item } from './sen2-record.js';
import { Sen2XmlBuilder } from './sen2-xml-builder.js';
import { cutOff, entityTrouble, xmlTrouble } from './xml-trouble.js';

const LONGEST_TOKEN = 1_000_000;

export async function* readSen2Xml(stream: Readable): AsyncGenerator<Sen2Item> {
  const builder = new Sen2XmlBuilder();
  const feed = xmlFeed(builder);
  try {
    for await (const text of decodeUtf8(stream)) {
      feed.write(text);
      yield* builder.take();
      if (builder.failed) return;
    }
    feed.end();
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    builder.fail({ line: feed.line(), code: 'malformed', message: error.message });
  }
  yield* builder.take();
}

function xmlFeed(builder: Sen2XmlBuilder) {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let empty = true;
  let ending = false;
  // How much was fed since a piece of XML was last whole: a piece that never ends would fill the memory.
  let pending = 0;
  // Seven handlers and no more: with eight, saxes runs five times slower (its object turns into a dictionary).
  parser.on('opentag', ({ name }) => {
    pending = 0;
    builder.open(name, parser.line);
  });
  parser.on('closetag', () => builder.close());
  parser.on('attribute', ({ name }) => builder.attribute(name, parser.line));
  const text = (found: string) => {
    pending = 0;
    builder.text(found, parser.line);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('doctype', () => builder.fail(entityTrouble(parser.line)));
  parser.on('error', ({ message }) => {
    if (builder.failed) return;
    if (message.startsWith('unexpected close tag')) builder.retractPerson();
    if (empty && ending) builder.fail({ line: 1, code: 'malformed', message: 'The file is empty.' });
    else if (ending) builder.fail(cutOff(parser.line, builder.unfinishedPerson));
    else builder.fail(xmlTrouble(message, parser.line));
  });
  return {
    line: () => parser.line,
    write(text: string): void {
      empty &&= text.trim() === '';
      pending += text.length;
      parser.write(text);
      if (pending <= LONGEST_TOKEN) return;
      const message = `A piece of the file is longer than ${LONGEST_TOKEN} characters. Nothing from here on was read.`;
      builder.fail({ line: parser.line, code: 'out-of-range', message });
    },
    end(): void {
      ending = true;
      parser.close();
      builder.end();
    },
  };
}
