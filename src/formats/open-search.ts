/** OpenSearch 1.1 description: browsers offer the archive's search in their own search box. */
import type { Site } from '../site/site.ts';
import { absolute, paths } from '../site/urls.ts';
import { element, xmlDocument } from './xml.ts';

export function renderOpenSearch({ settings, address }: Site): string {
  const { name, description } = settings.site;
  return xmlDocument(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      // The specification allows 16 characters for the short name and 1,024 for the description.
      element('ShortName', {}, [...name].slice(0, 16).join('')),
      element('Description', {}, [...description].slice(0, 1024).join('')),
      element('Url', { type: 'text/html', template: `${absolute(address, paths.search)}?q={searchTerms}` }),
      element('Language', {}, 'ar'),
      element('InputEncoding', {}, 'UTF-8'),
    ),
  );
}
