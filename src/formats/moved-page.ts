/** The page at an address that has moved: browsers and search engines follow it where the host itself cannot send them on. */
import type { Language } from '../languages/language.ts';
import { element, htmlDocument } from './xml.ts';

/** @param target the new address as pages link to it: below the base, or in full */
export function renderMovedPage(target: string, { code, direction, texts: { movedText } }: Language): string {
  const address = encodeURI(decodeURI(target));
  return htmlDocument(
    element(
      'html',
      { lang: code, dir: direction },
      element(
        'head',
        {},
        element('meta', { charset: 'utf-8' }),
        element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        element('title', {}, movedText.title),
        element('meta', { name: 'color-scheme', content: 'light dark' }),
        element('meta', { name: 'robots', content: 'noindex' }),
        element('meta', { 'http-equiv': 'refresh', content: `0; url=${address}` }),
      ),
      element('body', {}, element('main', {}, element('h1', {}, movedText.title), element('p', {}, `${movedText.lead} `, element('a', { href: address }, element('bdi', {}, target))))),
    ),
  );
}
