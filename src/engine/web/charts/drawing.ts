// A chart as the shapes that an SVG template draws: reckoned here, so that a test can hold them against the figures.
export interface Series {
  readonly name: string;
  readonly fill: string;
}

/** One bar or column; `parts` has a value for each series, in their order. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly number[];
  /** Of whom it is not known where they belong: shown, in grey, never left out. */
  readonly unknown?: boolean;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

export interface Line {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

export interface Text {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly rects: readonly Rect[];
  readonly lines: readonly Line[];
  readonly texts: readonly Text[];
}

/** Narrow, so that its letters can still be read on a screen of 320 pixels. */
export const width = 420;
export const lineHeight = 24;

export const fills = { blue: '#005eb8', red: '#d5281b', dark: '#330072', grey: '#768692' } as const;

export const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);
export const round = (value: number): number => Math.round(value * 10) / 10;

/** Which colour is what; nothing for a single series, which the title names. */
export function legend(series: readonly Series[]): Pick<Drawing, 'rects' | 'texts' | 'height'> {
  if (series.length < 2) return { rects: [], texts: [], height: 0 };
  return {
    rects: series.map(({ fill }, index) => ({ x: 0, y: index * lineHeight + 4, width: 16, height: 16, fill })),
    texts: series.map(({ name }, index) => ({ x: 24, y: index * lineHeight + 18, text: name, anchor: 'start' })),
    height: series.length * lineHeight + 10,
  };
}
