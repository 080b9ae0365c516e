import type { CitationPart } from '../../src/site/citation/styles.ts';
import type { CitationBox as CitationBoxView } from '../../src/site/views/citation-box.ts';
import { Address, languageAttributes } from '../components/text.tsx';
import { useWords } from '../components/language.ts';

/** References ready to be copied, and files for citation programs. Buttons are added by the script: without it they would do nothing. */
export function CitationBox({ box }: { readonly box: CitationBoxView }) {
  const { citeText } = useWords();
  return (
    <section class="cite-box">
      <h2>{citeText.title}</h2>
      <dl>
        {box.styles.map(({ style, label, parts }) => (
          <>
            <dt>{label}</dt>
            <dd class="citation" {...(style === 'arabic' ? languageAttributes('ar') : { lang: 'en', dir: 'ltr' as const })}>{parts.map((part) => <Part part={part} />)}</dd>
          </>
        ))}
      </dl>
      <p>{citeText.files}:</p>
      <ul class="chips">{box.files.map(({ label, name, address }) => <li><a download={name} href={address}>{label}</a></li>)}</ul>
    </section>
  );
}

function Part({ part: { kind, text } }: { readonly part: CitationPart }) {
  if (kind === 'text') return <>{text}</>;
  if (kind === 'work') return <cite><bdi>{text}</bdi></cite>;
  return kind === 'address' ? <Address value={text} /> : <bdi>{text}</bdi>;
}
