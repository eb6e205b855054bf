// The extract of links: which school came before which, told from both sides, and never round in a circle.
import type { SchoolLink } from './school.js';
import { dateHere } from './school.js';
import { dayOf, type ExtractRow, type Problems } from './extract.js';

export const linkColumns = ['URN', 'LinkURN', 'LinkType', 'LinkEstablishedDate'] as const;

type Links = ReadonlyMap<string, readonly SchoolLink[]>;

/** The register has other kinds too ("Sixth Form Centre Link"): they say nothing of what followed what. */
export function linksOf(rows: readonly ExtractRow[], problems: Problems): Links {
  const found = new Map<string, SchoolLink[]>();
  const lineOf = new Map<string, number>();
  const put = (urn: string, link: SchoolLink) => {
    const known = found.get(urn) ?? [];
    if (!known.some(({ kind, urn: other }) => kind === link.kind && other === link.urn)) known.push(link);
    found.set(urn, known);
  };
  for (const { line, cells } of rows) {
    const [urn = '', other = '', type = ''] = ['URN', 'LinkURN', 'LinkType'].map((name) => (cells[name] ?? '').trim());
    const kind = /^predecessor/i.test(type) ? 'predecessor' : /^successor/i.test(type) ? 'successor' : undefined;
    if (kind === undefined) continue;
    const { on: given, problem } = dayOf((cells['LinkEstablishedDate'] ?? '').trim());
    if (problem !== undefined) problems.at(line, 'LinkEstablishedDate', problem, 'links');
    if (!/^\d{6}$/.test(urn)) problems.at(line, 'URN', 'must be six digits', 'links');
    if (!/^\d{6}$/.test(other)) problems.at(line, 'LinkURN', 'must be six digits', 'links');
    if (urn === other) problems.at(line, 'LinkURN', 'is the school itself', 'links');
    const on = dateHere(given);
    put(urn, { kind, urn: other, on });
    put(other, { kind: kind === 'predecessor' ? 'successor' : 'predecessor', urn, on });
    lineOf.set(kind === 'successor' ? `${urn} ${other}` : `${other} ${urn}`, line);
  }
  const circle = circleIn(found);
  if (circle)
    problems.at(
      lineOf.get(`${circle[0]} ${circle[1]}`) ?? 0,
      'LinkURN',
      `makes a circle: ${circle.join(' is followed by ')}. Take out the link that is wrong`,
      'links',
    );
  return new Map(
    [...found].map(([urn, links]) => [
      urn,
      links.sort((a, b) => `${a.kind}${a.urn}`.localeCompare(`${b.kind}${b.urn}`)),
    ]),
  );
}

/** The first that is followed, over any number of others, by itself. Walked without recursion: chains may be long. */
function circleIn(links: Links): readonly string[] | undefined {
  const done = new Set<string>();
  const after = (urn: string) => (links.get(urn) ?? []).filter(({ kind }) => kind === 'successor').map((to) => to.urn);
  for (const start of links.keys()) {
    const way: { urn: string; left: string[] }[] = done.has(start) ? [] : [{ urn: start, left: after(start) }];
    const on = new Set(way.map(({ urn }) => urn));
    while (way.length > 0) {
      const last = way[way.length - 1]!;
      const next = last.left.pop();
      if (next === undefined) {
        done.add(last.urn);
        on.delete(last.urn);
        way.pop();
      } else if (on.has(next)) {
        return [...way.slice(way.findIndex(({ urn }) => urn === next)).map(({ urn }) => urn), next];
      } else if (!done.has(next)) {
        way.push({ urn: next, left: after(next) });
        on.add(next);
      }
    }
  }
  return undefined;
}
