// The style sheet, the script and the icons: read once, outside addresses taken out, compressed, under names that change with their content.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { nhsukFolder } from '../render/environment.js';

/** Compressed when the first browser asks for it: a start would wait for it otherwise. */
export class Asset {
  private compressedBr: Promise<Buffer> | undefined;
  private compressedGzip: Promise<Buffer> | undefined;

  constructor(
    readonly type: string,
    readonly plain: Buffer,
  ) {}

  get br(): Promise<Buffer> {
    return (this.compressedBr ??= promisify(brotliCompress)(this.plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
    }));
  }

  get gzip(): Promise<Buffer> {
    return (this.compressedGzip ??= promisify(gzip)(this.plain));
  }
}

const here = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
const nhsuk = (name: string): string => readFileSync(join(nhsukFolder, 'nhsuk', name), 'utf8');

/** The frontend's own font lies on a server of the NHS: nothing may be fetched from outside, and not every reader may use that font. */
export const withoutOutsideFonts = (css: string): string =>
  css
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replace(/Frutiger W01\s*,\s*/g, '')
    .replace(/\/\*# sourceMappingURL=[^*]*\*\//g, '');

@Injectable()
export class Assets {
  private readonly byName = new Map<string, Asset>();
  readonly urls: { readonly css: string; readonly js: string; readonly icon: string };

  constructor() {
    const icons = new Set<string>();
    const css = withoutOutsideFonts(nhsuk('nhsuk-frontend.min.css'));
    for (const [, name = ''] of css.matchAll(/\/assets\/images\/([\w-]+\.svg)/g)) icons.add(name);
    for (const name of icons) this.keep(`images/${name}`, nhsuk(`assets/images/${name}`), 'image/svg+xml');
    const library = this.hashed('nhsuk', 'js', nhsuk('nhsuk-frontend.min.js').replace(/\/\/# sourceMappingURL=.*/, ''));
    this.urls = {
      css: this.hashed('onward', 'css', css + here('onward.css')),
      js: this.hashed('onward', 'js', here('onward.js').replace('nhsuk-frontend', library)),
      icon: this.hashed('icon', 'svg', here('icon.svg')),
    };
  }

  find(name: string): Asset | undefined {
    return this.byName.get(name);
  }

  /** The name is made from the content, so a browser may keep it for ever. */
  private hashed(name: string, kind: 'css' | 'js' | 'svg', text: string): string {
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };
    return this.keep(`${name}.${hash}.${kind}`, text, types[kind]);
  }

  private keep(name: string, text: string, type: string): string {
    this.byName.set(name, new Asset(`${type}; charset=utf-8`, Buffer.from(text)));
    return `/assets/${name}`;
  }
}
