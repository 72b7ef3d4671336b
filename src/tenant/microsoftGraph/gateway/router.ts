import type { Method, Route } from './call.ts';
import { GraphError, malformed } from './graphError.ts';
import { segmentsOf } from './path.ts';

interface Node {
  literals: Map<string, Node>;
  parameter: { name: string; node: Node } | undefined;
  routes: Map<Method, Route>;
}

const emptyNode = (): Node => ({ literals: new Map(), parameter: undefined, routes: new Map() });

/** Finds the route of a path. Literal segments are matched in any case and before parameters; `/me/…` is `/users/{user}/…` with `user` = `me`. */
export class Router {
  readonly #root = emptyNode();

  constructor(routes: readonly Route[]) {
    for (const route of routes) this.#add(route);
  }

  #add(route: Route): void {
    let node = this.#root;
    for (const segment of route.path.split('/').filter(Boolean)) {
      const parameter = /^\{(.+)\}$/.exec(segment)?.[1];
      if (parameter !== undefined) {
        node.parameter ??= { name: parameter, node: emptyNode() };
        if (node.parameter.name !== parameter) throw new Error(`Two names for one place in the table of routes: ${route.path}`);
        node = node.parameter.node;
      } else {
        const key = segment.toLowerCase();
        const next = node.literals.get(key) ?? emptyNode();
        node.literals.set(key, next);
        node = next;
      }
    }
    if (node.routes.has(route.method)) throw new Error(`Two routes for ${route.method} ${route.path}`);
    node.routes.set(route.method, route);
  }

  /**
   * @param path without version and query, e.g. `/me/events`
   * @throws GraphError 400 for a segment nobody knows, 405 for a verb the place does not take
   */
  find(method: Method, path: string): { route: Route; params: Record<string, string> } {
    const segments = segmentsOf(path);
    const places = segments[0]?.toLowerCase() === 'me' ? ['users', 'me', ...segments.slice(1)] : segments;
    const found = this.#descend(this.#root, places, 0, {});
    if (!found) throw malformed(`Resource not found for the segment '${this.#firstUnknown(places, segments)}'.`);
    const route = found.node.routes.get(method);
    if (!route) {
      throw new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', {
        headers: { Allow: [...found.node.routes.keys()].join(', ') },
      });
    }
    return { route, params: found.params };
  }

  #descend(node: Node, places: string[], at: number, params: Record<string, string>): { node: Node; params: Record<string, string> } | undefined {
    const place = places[at];
    if (place === undefined) return node.routes.size > 0 ? { node, params } : undefined;
    const literal = node.literals.get(place.toLowerCase());
    const byLiteral = literal && this.#descend(literal, places, at + 1, params);
    if (byLiteral) return byLiteral;
    if (!node.parameter) return undefined;
    return this.#descend(node.parameter.node, places, at + 1, { ...params, [node.parameter.name]: place });
  }

  #firstUnknown(places: string[], segments: string[]): string {
    let node: Node | undefined = this.#root;
    for (const place of places) {
      const next: Node | undefined = node.literals.get(place.toLowerCase()) ?? node.parameter?.node;
      if (!next) return place;
      node = next;
    }
    return segments.at(-1) ?? '';
  }
}
