import type { CountedLink, Link } from '../../src/site/views/common.ts';
import type { Neighbours as NeighboursView } from '../../src/site/views/periods.ts';
import type { PageContext } from '../context.ts';
import { Text } from './text.tsx';
import { useArrows, useWords } from './language.ts';

/** Links in a row, wrapped where the line ends. */
export function LinkRow({ links, context }: { readonly links: readonly Link[]; readonly context: PageContext }) {
  return <ul class="chips">{links.map((link) => <li><a href={context.href(link.path)}><Text value={link.text} /></a></li>)}</ul>;
}

/** Links with the number of articles behind them. */
export function CountedLinks({ links, context }: { readonly links: readonly CountedLink[]; readonly context: PageContext }) {
  return (
    <ul class="counted">
      {links.map((link) => <li><a href={context.href(link.path)}><Text value={link.text} /></a> <small>{link.count}</small></li>)}
    </ul>
  );
}

/** Where the reader is. */
export function Breadcrumbs({ crumbs, label, context }: { readonly crumbs: readonly Link[]; readonly label: string; readonly context: PageContext }) {
  if (crumbs.length === 0) return null;
  return (
    <nav class="crumbs" aria-label={label}>
      <ol>{crumbs.map((crumb) => <li><a href={context.href(crumb.path)}><Text value={crumb.text} /></a></li>)}</ol>
    </nav>
  );
}

/** To the nearest earlier and later period. */
export function Neighbours({ neighbours: { earlier, later }, context }: { readonly neighbours: NeighboursView; readonly context: PageContext }) {
  const { periodText } = useWords();
  const { back, on } = useArrows();
  if (earlier === undefined && later === undefined) return null;
  return (
    <nav class="neighbours" aria-label={periodText.neighbours}>
      {earlier !== undefined && <a class="earlier" rel="prev" href={context.href(earlier.path)}><span aria-hidden="true">{back} </span><span class="visually-hidden">{periodText.earlier}: </span><Text value={earlier.text} /></a>}
      {later !== undefined && <a class="later" rel="next" href={context.href(later.path)}><span class="visually-hidden">{periodText.later}: </span><Text value={later.text} /><span aria-hidden="true"> {on}</span></a>}
    </nav>
  );
}
