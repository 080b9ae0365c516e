import { loadSiteFacts } from '../../src/deploy/site-facts.ts';
import { headerPolicy } from '../../src/formats/content-policy.ts';

/** The header with the policy that a preset would send for a built site: for `openSample`. */
export async function ownPolicy(folder: string): Promise<Readonly<Record<string, string>>> {
  return { 'Content-Security-Policy': headerPolicy((await loadSiteFacts(folder)).inlineScripts) };
}
