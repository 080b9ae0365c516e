import type { PageContext } from '../context.ts';
import { useWords } from './language.ts';
import type { Child } from '../markup/markup.ts';

/** Works as a plain form that leads to the search page; there the script answers. */
export function SearchForm({ context, id }: { readonly context: PageContext; readonly id: string }) {
  const { siteText } = useWords();
  return (
    <form class="search-form" role="search" action={context.href('/search/')} method="get">
      <label class="visually-hidden" for={id}>{siteText.searchInArchive}</label>
      <input id={id} type="search" name="q" placeholder={siteText.searchPlaceholder} autocomplete="off" enterkeyhint="search" />
      <button type="submit">{siteText.search}</button>
    </form>
  );
}

/** Says what a page cannot do without a script, and which ways remain. */
export function NoScript({ children }: { readonly children: Child }) {
  const { searchText } = useWords();
  return <noscript><p>{searchText.needsScript}</p>{children}</noscript>;
}
