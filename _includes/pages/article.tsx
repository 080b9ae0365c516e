import type { ArticleView } from '../../src/site/views/article.ts';
import { DateText } from '../components/date.tsx';
import { LinkRow } from '../components/links.tsx';
import { Address, Headline, languageAttributes, Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';
import { ArticleDetails } from './article-details.tsx';
import { CitationBox } from './citation-box.tsx';
import { useArrows, useWords } from '../components/language.ts';

export function ArticlePage({ view, context }: { readonly view: ArticleView; readonly context: PageContext }) {
  const { articleText, siteText } = useWords();
  if (view.withdrawn !== undefined) return <Withdrawn view={view} />;
  const { back, on } = useArrows();
  const foreign = languageAttributes(view.language);
  return (
    <article class="article">
      <header>
        {view.kicker !== undefined && <p class="kicker" {...foreign}><Text value={view.kicker} language={view.language} /></p>}
        <h1 {...foreign}><Text value={view.heading} language={view.language} /></h1>
        {view.subtitle !== undefined && <p class="subtitle" {...foreign}><Text value={view.subtitle} language={view.language} /></p>}
        <p class="byline">
          <DateText date={view.date} />
          {view.section !== undefined && <a href={context.href(view.section.path)}><Text value={view.section.text} /></a>}
          {view.source !== undefined && <a href={context.href(view.source.path)}><Text value={view.source.text} /></a>}
          {view.originalUrl !== undefined && <a rel="external" href={view.originalUrl}>{articleText.original}</a>}
          {view.authors.map((author) => <a rel="author" href={context.href(author.path)}><Text value={author.text} /></a>)}
          {view.reading !== undefined && <span>{view.reading}</span>}
        </p>
      </header>
      {view.image !== undefined && (
        <figure>
          <img src={view.image.src} alt={view.image.alt} {...view.image.size} decoding="async" />
          {view.image.credit !== undefined && <figcaption>{articleText.credit} <Text value={view.image.credit} /></figcaption>}
        </figure>
      )}
      <div class="body" {...foreign} dangerouslySetInnerHTML={{ __html: view.bodyHtml }} />
      {view.corrections.length > 0 && (
        <section class="corrections">
          <h2>{articleText.corrections}</h2>
          <dl>{view.corrections.map(({ date, text }) => <><dt><DateText date={date} /></dt><dd><Text value={text} /></dd></>)}</dl>
        </section>
      )}
      {view.tags.length > 0 && <nav class="tags" aria-label={articleText.tags}><LinkRow links={view.tags} context={context} /></nav>}
      {view.related.length > 0 && (
        <section class="related">
          <h2>{articleText.related}</h2>
          <ul>
            {view.related.map((other) => (
              <li>
                <a href={context.href(other.path)}><Headline text={other.text} language={other.language} /></a>
                <p class="meta"><DateText date={other.date} short /><span>{articleText.shared}: {other.shared.map((name, index) => <>{index > 0 && siteText.comma}<Text value={name} /></>)}</span></p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ArticleDetails view={view} context={context} />
      <CitationBox box={view.citation} />
      {(view.previous !== undefined || view.next !== undefined) && (
        <nav class="story-links" aria-label={articleText.neighbours}>
          {view.previous !== undefined && <a rel="prev" href={context.href(view.previous.path)}><small><span aria-hidden="true">{back} </span>{articleText.previous}</small><span><Headline text={view.previous.text} language={view.previous.language} /></span></a>}
          {view.next !== undefined && <a rel="next" class="later" href={context.href(view.next.path)}><small>{articleText.next}<span aria-hidden="true"> {on}</span></small><span><Headline text={view.next.text} language={view.next.language} /></span></a>}
        </nav>
      )}
    </article>
  );
}

/** The address stays and says what happened; the text does not. */
function Withdrawn({ view }: { readonly view: ArticleView }) {
  const { articleText } = useWords();
  if (view.withdrawn === undefined) return null;
  return (
    <article class="article">
      <h1>{view.heading}</h1>
      <p>{articleText.withdrawnNotice}</p>
      <dl class="details">
        <dt>{articleText.withdrawnOn}</dt><dd><DateText date={view.withdrawn.date} /></dd>
        <dt>{articleText.withdrawnReason}</dt><dd><Text value={view.withdrawn.reason} /></dd>
        <dt>{articleText.address}</dt><dd><Address value={view.address} /></dd>
      </dl>
    </article>
  );
}
