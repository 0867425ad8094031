import type { FastifyInstance } from 'fastify';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/rows/:id` */
  readonly path: string;
}

/** Every route, as the server itself lists them, a tree as text with four characters a level; without HEAD. */
export function routesOf(server: FastifyInstance): readonly Route[] {
  const parents: string[] = [];
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = /^([\s│]*)[└├]── (\S+) \((.+)\)$/.exec(line) ?? [];
      if (part === '') return [];
      const depth = indent.length / 4;
      const path = `${parents.slice(0, depth).join('')}${part}`;
      parents.splice(depth, parents.length, part);
      return methods
        .split(', ')
        .flatMap((method) => (method === 'HEAD' ? [] : [{ method: method as Route['method'], path }]));
    });
}
