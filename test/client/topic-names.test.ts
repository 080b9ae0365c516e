import assert from 'node:assert/strict';
import { test } from 'node:test';
import { topicPath } from '../../src/client/offline/topic-names.ts';

test('the page of a topic is told from its address, wherever the site stands, and whatever the topic is called', () => {
  for (const base of ['/', '/tags/', '/أرشيف/people/']) {
    for (const path of ['/tags/مصر/', '/tags/tags/', '/people/tags/']) assert.equal(topicPath(new URL(encodeURI(`${base}${path.slice(1)}`), 'https://archive.example').href), path);
  }
});
