import { paths } from '../../src/site/urls.ts';
import type { DataView } from '../../src/site/views/data.ts';
import type { Link } from '../../src/site/views/common.ts';
import { LinkRow } from '../components/links.tsx';
import { Address, Text } from '../components/text.tsx';
import type { PageContext } from '../context.ts';
import { useWords } from '../components/language.ts';

export function DataPage({ view, context }: { readonly view: DataView; readonly context: PageContext }) {
  const { aboutText, dataText, historyText, siteText, wordsText } = useWords();
  const { href } = context;
  const links = (all: readonly Link[]) => all.map(({ path, text }, index) => <>{index > 0 && ' '}<a href={href(path)}>{text}</a></>);
  return (
    <div class="about-page">
      <h1>{view.heading}</h1>
      <p>{dataText.lead}</p>
      {view.rights !== undefined && <p><Text value={view.rights} /></p>}
      <h2>{dataText.whole}</h2>
      <p>{dataText.wholeNote}</p>
      <LinkRow links={view.whole} context={context} />
      <h2>{dataText.byYear}</h2>
      <div class="scrolling"><table class="gaps files">
        <thead><tr><th scope="col">{dataText.year}</th><th scope="col">{aboutText.articles}</th><th scope="col">{dataText.table}</th><th scope="col">{dataText.texts}</th><th scope="col">{dataText.references}</th></tr></thead>
        <tbody>{view.years.map(({ year, count, table, texts, references }) => <tr><th scope="row">{year}</th><td class="number">{count}</td><td>{links([table])}</td><td>{links(texts)}</td><td>{links(references)}</td></tr>)}</tbody>
      </table></div>
      <LinkRow links={[{ path: paths.words, text: wordsText.title }, { path: paths.history, text: historyText.title }]} context={context} />
      <h2>{dataText.fields}</h2>
      <p>{dataText.encodingNote} {dataText.listsNote}</p>
      <div class="scrolling"><table class="gaps">
        <thead><tr><th scope="col">{dataText.field}</th><th scope="col">{dataText.meaning}</th></tr></thead>
        <tbody>{view.fields.map(({ name, meaning }) => <tr><th scope="row"><Address value={name} /></th><td>{meaning}</td></tr>)}</tbody>
      </table></div>
      <h2>{dataText.precision}</h2>
      <dl class="details">{view.precision.map(({ label, count }) => <><dt>{label}</dt><dd>{count}</dd></>)}</dl>
      <h2>{dataText.faults}</h2>
      <dl class="details">{view.faults.map(({ label, count }) => <><dt>{label}</dt><dd>{count}</dd></>)}</dl>
      <p>{dataText.gapsNote} {siteText.quotes[0]}<a href={href(paths.about)}>{siteText.about}</a>{siteText.quotes[1]}.</p>
      <h2>{dataText.api}</h2>
      <p>{dataText.apiNote}{view.forms && ` ${dataText.formsNote}`}</p>
      <LinkRow links={view.api} context={context} />
    </div>
  );
}
