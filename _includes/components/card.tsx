import { RECENT_CARDS, type Card as CardView, type CardGroup } from '../../src/site/views/common.ts';
import type { PageContext } from '../context.ts';
import { DateText } from './date.tsx';
import { rememberParts } from './kept.ts';
import { languageAttributes, Text } from './text.tsx';
import type { Markup } from '../markup/markup.ts';

interface CardProps {
  readonly card: CardView;
  readonly context: PageContext;
  /** Level of the headline below the page's heading. */
  readonly level?: 2 | 3;
  /** Under a heading that is the date, the date is not said again. */
  readonly dated?: boolean;
  readonly lead?: boolean;
}

/** Cards as most lists show them. */
const usualCard = rememberParts(RECENT_CARDS, (card: CardView, context) => writeCard({ card, context, level: 3, dated: true, lead: false }));

/** An article in a list: headline, and what helps to choose it. */
export function Card({ card, context, level = 3, dated = true, lead = false }: CardProps) {
  return level === 3 && dated && !lead ? usualCard(card, context) : writeCard({ card, context, level, dated, lead });
}

function writeCard({ card, context, level, dated, lead }: Required<CardProps>): Markup {
  const Heading = level === 2 ? 'h2' : 'h3';
  const foreign = languageAttributes(card.language);
  return (
    <article class={lead ? 'card lead' : 'card'}>
      {card.kicker !== undefined && <p class="kicker" {...foreign}><Text value={card.kicker} language={card.language} /></p>}
      <Heading {...foreign}><a href={context.href(card.path)}><Text value={card.text} language={card.language} /></a></Heading>
      {card.summary !== undefined && <p class="summary" {...foreign}><Text value={card.summary} language={card.language} /></p>}
      <p class="meta">
        {dated && <DateText date={card.date} short={!lead} />}
        {card.section !== undefined && <a href={context.href(card.section.path)}><Text value={card.section.text} /></a>}
        {card.source !== undefined && <span><Text value={card.source} /></span>}
      </p>
      <span class="Z3988" title={card.coins} />
    </article>
  );
}

/** Lists of articles under headings that are dates. */
export function CardGroups({ groups, context, dated = false }: { readonly groups: readonly CardGroup[]; readonly context: PageContext; readonly dated?: boolean }) {
  return (
    <>
      {groups.map((group) => (
        <section class="group" id={group.id}>
          <h2 class="group-title">
            {group.path === undefined ? group.heading : <a href={context.href(group.path)}>{group.heading}</a>}
            {group.note !== undefined && <small> {group.note}</small>}
          </h2>
          <div class="cards">
            {/* A heading that is no date leaves it to each card. */}
            {group.cards.map((card) => <Card card={card} context={context} dated={dated || group.path === undefined} />)}
          </div>
          {group.more !== undefined && <p class="more"><a href={context.href(group.more.path)}>{group.more.text}</a></p>}
        </section>
      ))}
    </>
  );
}
