// The names in a route, as a type: `api/v1/plans/:id/appeals/:appealId` has `id` and `appealId`.

export type RouteNames<Route extends string> = Route extends `${string}:${infer Name}/${infer Rest}`
  ? Name | RouteNames<`/${Rest}`>
  : Route extends `${string}:${infer Name}`
    ? Name
    : never;

/** What stands at each name of a route. */
export type At<Route extends string> = Readonly<Record<RouteNames<Route>, string>>;

/** In the order in which they stand in the route. */
export const namesIn = (route: string): string[] => [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
