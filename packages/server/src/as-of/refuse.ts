import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';

/**
 * Who asks for the past is never answered with the present: a route whose schema does not name `asof` refuses it, in
 * whatever room it stands.
 */
export function refuseUnknownAsOf(server: FastifyInstance): void {
  server.addHook('preHandler', async (request) => {
    const isAsked = typeof request.query === 'object' && request.query !== null && 'asof' in request.query;
    if (isAsked && !request.is404 && !knowsAsOf(request)) throw noPastHere();
  });
}

function knowsAsOf({ routeOptions }: FastifyRequest): boolean {
  const asked = routeOptions.schema?.querystring as { readonly properties?: object } | undefined;
  return asked?.properties !== undefined && 'asof' in asked.properties;
}

function noPastHere(): Refusal {
  return new Refusal('asof-not-here', 400, {
    'zh-Hant':
      '這個網址不能查過去某一天的內容（asof），為免把現在的內容當成當時的，沒有回答。請拿掉網址中的 asof，查看現在的內容。',
    en: 'this address cannot be asked as of an earlier day (asof); it was not answered, lest the present be taken for the past. Leave asof out of the address to see the present.',
  });
}
