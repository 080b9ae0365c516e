/** Feeds and linked data as other programs read them: what they take out is what the site put in. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseAtomFeed, parseFeed, parseJsonFeed } from 'feedsmith';
import { loadArchive } from '../../src/build/load-archive.ts';
import { listFiles } from '../../src/formats/files.ts';
import { buildSite } from '../../src/site/site.ts';
import { absolute } from '../../src/site/urls.ts';
import { FIXTURE_SOURCES } from '../support/build-once.ts';

const { archive, settings } = await loadArchive(FIXTURE_SOURCES);
const site = buildSite(archive, settings, { origin: 'https://archive.example', base: '/some/' });
const feeds = listFiles(site).filter(({ path }) => /\/feed\.(?:xml|json)$/u.test(path));
const textOf = (feed: (typeof feeds)[number]): string => feed.render();
const titles = new Map([...archive.articles, ...archive.withdrawn].map(({ id, title }) => [id as string, title]));

/** RFC 3339, which both forms ask for; the reader below leaves dates as they are written. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u;
const isMoment = (text: string | undefined): boolean => text !== undefined && MOMENT.test(text) && !Number.isNaN(Date.parse(text));

describe('another reader of feeds', () => {
  const atom = feeds.filter(({ path }) => path.endsWith('.xml'));
  const json = feeds.filter(({ path }) => path.endsWith('.json'));

  test('takes every Atom feed, with all that it needs', () => {
    assert.ok(atom.length > 5, String(atom.length));
    for (const file of atom) {
      const { id, title, updated, links, entries } = parseAtomFeed(textOf(file));
      assert.ok(id !== undefined && URL.canParse(id) && title?.value !== undefined && isMoment(updated), file.path);
      assert.equal(links?.find(({ rel }) => rel === 'self')?.href, absolute(site.address, file.path));
      for (const entry of entries ?? assert.fail(file.path)) {
        assert.ok(entry.id !== undefined && URL.canParse(entry.id) && isMoment(entry.updated) && isMoment(entry.published) && (entry.content?.value ?? '') !== '', `${file.path} ${String(entry.id)}`);
        const known = titles.get(entry.id.split('/').at(-2) ?? '');
        if (known !== undefined && !file.path.includes('/history/')) assert.ok(entry.title?.value.includes(known), entry.id);
      }
    }
  });

  test('takes every JSON feed, with all that it needs', () => {
    assert.equal(json.length, atom.length);
    for (const file of json) {
      const { title, feed_url: own, items } = parseJsonFeed(textOf(file));
      assert.equal(own, absolute(site.address, file.path));
      assert.ok((title ?? '') !== '', file.path);
      for (const { id, url, content_html: html, content_text: plain, date_published: published } of items ?? assert.fail(file.path)) {
        assert.ok(id !== undefined && url !== undefined && URL.canParse(url) && (html ?? plain ?? '') !== '' && isMoment(published), `${file.path} ${String(id)}`);
      }
    }
  });

  test('takes nothing that is no feed', () => {
    const whole = atom[0] === undefined ? '' : textOf(atom[0]);
    assert.throws(() => parseFeed(whole.replace('<feed', '<food').replace('</feed', '</food')));
    assert.throws(() => parseJsonFeed('{"version": "1"}'));
  });
});
