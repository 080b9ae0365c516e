/** What stands over a page that came from the store: that it is a copy, and of when. */
import { formatNumber } from '../../arabic/digits.ts';
import { offlineSentence } from '../../arabic/strings.ts';
import { pad2 } from '../../calendar/day.ts';
import { formatDayWithWeekday, type DateStyle } from '../../calendar/format-date.ts';
import { shapeDigits } from '../../arabic/digits.ts';
import { KEPT_AT } from './stores.ts';

export type Reason = 'offline' | 'slow' | 'fault';

const SENTENCES = { offline: offlineSentence.copyOffline, slow: offlineSentence.copySlow, fault: offlineSentence.copyFault } as const;

/** `الثلاثاء 4 مايو 2021، الساعة 14:05`, on the reader's own clock */
export function formatMoment(at: Date, style: DateStyle): string {
  const day = formatDayWithWeekday({ year: at.getFullYear(), month: at.getMonth() + 1, day: at.getDate() }, style);
  return offlineSentence.moment(day, `${formatNumber(at.getHours(), style.digits)}:${shapeDigits(pad2(at.getMinutes()), style.digits)}`);
}

/** A kept page with the notice at its top. */
export async function withCopyNotice(kept: Response, reason: Reason, style: DateStyle): Promise<Response> {
  const at = new Date(kept.headers.get(KEPT_AT) ?? 0);
  return withNotice(kept, SENTENCES[reason](formatMoment(at, style)), 200);
}

/** @param sentence one of ours: it goes into the page as it is */
export async function withNotice(page: Response, sentence: string, status: number): Promise<Response> {
  const html = (await page.text()).replace(/<body[^>]*>/u, (body) => `${body}<p class="kept-copy" role="status">${sentence}</p>`);
  return new Response(html, { status, headers: page.headers });
}
