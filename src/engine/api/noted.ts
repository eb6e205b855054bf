// What the API's document tells of fields and routes, noted beside them. The library that makes the document brings five hundred modules along: it
// is loaded by who asks for the document first, and not by each start of the server, each command of the command line and each test.
import 'reflect-metadata';

export type Library = typeof import('@nestjs/swagger');

let noted: ((library: Library) => void)[] = [];

export function note(say: (library: Library) => void): void {
  noted.push(say);
}

/** Before a document is made: says what was noted since the last time, in that order. */
export function sayNoted(library: Library): void {
  for (const say of noted) say(library);
  noted = [];
}
