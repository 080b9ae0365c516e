/** What each host needs beside the site itself. */
import { renderApache } from './hosts/apache.ts';
import { renderCaddy } from './hosts/caddy.ts';
import { renderCloudflare } from './hosts/cloudflare.ts';
import { renderGithubPages } from './hosts/github-pages.ts';
import { renderNetlify } from './hosts/netlify.ts';
import { renderNginx } from './hosts/nginx.ts';
import { renderS3 } from './hosts/s3.ts';
import type { Preset } from './preset-files.ts';
import type { SiteFacts } from './site-facts.ts';

export const HOSTS = ['netlify', 'cloudflare', 'github-pages', 's3', 'nginx', 'caddy', 'apache'] as const;
export type Host = (typeof HOSTS)[number];

/** @param root folder on the host in which the site's files lie */
export function buildPreset(host: Host, facts: SiteFacts, root: string): Preset {
  switch (host) {
    case 'netlify':
      return renderNetlify(facts);
    case 'cloudflare':
      return renderCloudflare(facts);
    case 'github-pages':
      return renderGithubPages(facts);
    case 's3':
      return renderS3(facts);
    case 'nginx':
      return renderNginx(facts, root);
    case 'caddy':
      return renderCaddy(facts, root);
    case 'apache':
      return renderApache(facts);
  }
}
