/** Commands to other programs within texts: WordPress's `[caption]`, Hugo's `{{< figure >}}`, Liquid's `{% include %}`. */
import type { Remark } from '../foreign-article.ts';

/** WordPress's own and those of its most used plugins; anything else in brackets may be text. */
const WORDPRESS = 'caption|wp_caption|gallery|embed|audio|video|playlist|contact-form-7|contact-form|vc_[a-z_]+|et_pb_[a-z_]+|su_[a-z_]+|fusion_[a-z_]+|youtube|vimeo|tweet|instagram|facebook|soundcloud|dailymotion|slideshow|rev_slider|ads?|adsense|adrotate|toc|button|row|column|columns|one_half|one_third|quote|pullquote|dropcap|spoiler|tabs?|accordion|sidebar|social|share|addtoany|recent_posts|related_posts|elementor-template|ngg[a-z_]*|divider|spacer|highlight|table|poll|quiz';

/** `[my_plugin id=3 class="x"]`, and its end: a Latin name with named values is no text in brackets. */
const WITH_VALUES = /\[[a-z][a-z0-9_-]{1,40}(?:\s+[a-z][\w-]{0,40}=(?:"[^"\]]{0,500}"|'[^'\]]{0,500}'|[^\s"'\]]{1,200}))+\s*\/?\]|\[\/[a-z][a-z0-9_-]{1,40}\]/giu;

/** The command goes, the words between its beginning and end stay; each is listed. */
export function stripShortcodes(text: string, kind: 'wordpress' | 'templates', remarks: Remark[]): string {
  const drop = (match: string): string => {
    remarks.push({ kind: 'removed', code: 'shortcode', text: match.slice(0, 300) });
    return '';
  };
  if (kind === 'wordpress') {
    if (!text.includes('[')) return text;
    // `[embed]address[/embed]` holds an address, which stays as a link's text.
    return text.replace(new RegExp(`\\[/?(?:${WORDPRESS})(?=[\\s\\]/])[^\\[\\]]{0,2000}\\]`, 'giu'), drop).replace(WITH_VALUES, drop);
  }
  if (!text.includes('{')) return text;
  // kramdown's place for a table of contents takes the place of the item above it.
  return text.replace(/^[*+-] .*\n\s*\{:toc[^}\n]*\}\s*$/gmu, drop).replace(/\{#[^{}]{0,2000}#\}|\{\{-?\s*[a-z_][\w.]{0,80}(?:\s*\|[^{}]{0,200})?\s*-?\}\}/giu, drop).replace(/\{\{[<%][^{}]{0,2000}[>%]\}\}|\{%-?[^{}%]{0,2000}-?%\}|\{:[^{}\n]{0,300}\}/gu, drop);
}
