/** What the search index shows of each article. */
import { gunzipSync } from 'node:zlib';
import { bytesOf, filesEnding, type BuiltSite } from './built-site.ts';

export interface SearchFragment {
  readonly file: string;
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

export function readFragments(site: BuiltSite): readonly SearchFragment[] {
  return filesEnding(site, '.pf_fragment').map((file) => {
    const text = gunzipSync(bytesOf(site, file)).toString('utf8');
    return { ...(JSON.parse(text.slice(text.indexOf('{'))) as Omit<SearchFragment, 'file'>), file };
  });
}
