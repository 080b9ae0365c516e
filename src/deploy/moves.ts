/** Redirects and withdrawn articles as the paths of requests. */
import type { SiteFacts } from './site-facts.ts';

export interface RequestMove {
  /** As hosts see it: decoded, base included. */
  readonly from: string;
  /** For the `Location` header: percent-encoded, base included. */
  readonly location: string;
}

/** Every move for its address with and without the slash at its end. */
export function requestMoves({ base, moves }: Pick<SiteFacts, 'base' | 'moves'>): readonly RequestMove[] {
  return moves.flatMap(({ from, to }) => {
    const path = base + from.slice(1);
    const location = to.startsWith('/') ? encodeURI(base + to.slice(1)) : to;
    const isFile = /\.[^/]*$/u.test(from);
    return (isFile ? [path] : [path.replace(/\/$/u, ''), `${path.replace(/\/$/u, '')}/`]).map((each) => ({ from: each, location }));
  });
}

/** Paths of withdrawn articles, decoded, base included. */
export function requestGone({ base, gone }: Pick<SiteFacts, 'base' | 'gone'>): readonly string[] {
  return gone.map((path) => base + path.slice(1));
}
