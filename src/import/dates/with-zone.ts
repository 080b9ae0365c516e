/** The zone of a time, from what the clock showed there and in Greenwich. */

/** `2021-05-04 10:30:00` beside `2021-05-04 07:30:00` → `2021-05-04T10:30:00+03:00`; the day alone where they do not fit. */
export function withZone(local: string, universal: string): string {
  const minutes = (Date.parse(`${local.replace(' ', 'T')}Z`) - Date.parse(`${universal.replace(' ', 'T')}Z`)) / 60_000;
  if (!Number.isInteger(minutes) || Math.abs(minutes) > 14 * 60 || minutes % 15 !== 0) return local.slice(0, 10);
  const zone = `${minutes < 0 ? '-' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
  return `${local.replace(' ', 'T')}${zone}`;
}
