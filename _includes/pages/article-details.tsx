import type { ArticleView } from '../../src/site/views/article.ts';
import { DateText } from '../components/date.tsx';
import { Address, Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';
import { useWords } from '../components/language.ts';
import type { Child } from '../markup/markup.ts';

/** The card of an article: what a researcher notes down. */
export function ArticleDetails({ view, context }: { readonly view: ArticleView; readonly context: PageContext }) {
  const { articleText } = useWords();
  return (
    <section class="details-box">
      <h2>{articleText.details}</h2>
      <dl class="details">
        <Row label={articleText.printedDate} value={view.printedDate} />
        {view.updated !== undefined && <Entry label={articleText.updated}><DateText date={view.updated} /></Entry>}
        <Names label={articleText.people} names={view.people} context={context} />
        <Names label={articleText.places} names={view.places} context={context} />
        {view.originalUrl !== undefined && <Entry label={articleText.original}><a rel="external" href={view.originalUrl}><Address value={readableUrl(view.originalUrl)} /></a></Entry>}
        {view.captured !== undefined && <Entry label={articleText.captured}><DateText date={view.captured} /></Entry>}
        <Row label={articleText.precision} value={view.precision} />
        <Entry label={articleText.digest}><Address value={view.sha256} /></Entry>
        <Row label={articleText.rights} value={view.rights} />
        <Entry label={articleText.address}><Address value={readableUrl(view.address)} /></Entry>
      </dl>
    </section>
  );
}

function Entry({ label, children }: { readonly label: string; readonly children: Child }) {
  return <><dt>{label}</dt><dd>{children}</dd></>;
}

function Row({ label, value }: { readonly label: string; readonly value: string | undefined }) {
  return value === undefined ? null : <Entry label={label}><Text value={value} /></Entry>;
}

function Names({ label, names, context }: { readonly label: string; readonly names: ArticleView['people']; readonly context: PageContext }) {
  const { siteText } = useWords();
  if (names.length === 0) return null;
  return <Entry label={label}>{names.map(({ text, path }, index) => <>{index > 0 && siteText.comma}{path === undefined ? <Text value={text} /> : <a href={context.href(path)}><Text value={text} /></a>}</>)}</Entry>;
}

/** Percent-encoded letters are for machines; people read and copy the letters. Ill-formed sequences stay as they are. */
function readableUrl(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
