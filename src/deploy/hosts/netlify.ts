/** Netlify: files in the site, and the settings of the project. */
import type { Preset } from '../preset-files.ts';
import type { SiteFacts } from '../site-facts.ts';
import { redirectLines, renderHeaders } from './header-files.ts';

export function renderNetlify(facts: SiteFacts): Preset {
  const gone = facts.gone.map((path) => {
    const address = encodeURI(facts.base + path.slice(1));
    return `${address} ${address}index.html 410!`;
  });
  const build = `npm run build${facts.base === '/' ? '' : ` -- --base ${facts.base}`} && npm run preset -- netlify`;
  const settings = ['# The settings of the project on Netlify: this file belongs into the root of the repository.', '[build]', `command = ${JSON.stringify(build)}`, 'publish = "_site"', '', '[build.environment]', 'NODE_VERSION = "20"', ''];
  return {
    files: [
      { place: 'site', name: '_headers', text: renderHeaders(facts, false) },
      { place: 'site', name: '_redirects', text: [...redirectLines(facts, '!'), ...gone, ''].join('\n') },
      { place: 'beside', name: 'netlify.toml', text: settings.join('\n') },
    ],
    notes: ['The files _headers and _redirects are part of the site now: write them again after each build. netlify.toml does so.', ...(facts.base === '/' ? [] : ['Netlify serves a project at the root of its address: for a path, another project must send requests on to it.'])],
  };
}
