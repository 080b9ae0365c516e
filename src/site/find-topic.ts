/** From a name in an article to its topic. */
import { TOPIC_KINDS, type TopicKind } from '../archive/settings.ts';
import { topicKeys, type Topic } from '../archive/topics.ts';
import type { Site } from './site.ts';

type Finder = (name: string) => Topic | undefined;

const finders = new WeakMap<Site, ReadonlyMap<TopicKind, Finder>>();

/** Finds the topic that a spelling belongs to. */
export function findTopic(site: Site, kind: TopicKind, name: string): Topic | undefined {
  let known = finders.get(site);
  if (known === undefined) finders.set(site, (known = new Map(TOPIC_KINDS.map((each) => [each, topicFinder(site, each)]))));
  return known.get(kind)?.(name);
}

function topicFinder(site: Site, kind: TopicKind): Finder {
  const keyOf = topicKeys(site.settings.names[kind]);
  const byKey = new Map(site.archive.topics[kind].map((topic) => [keyOf(topic.name), topic]));
  const found = new Map<string, Topic | undefined>();
  return (name) => {
    const known = found.get(name);
    if (known !== undefined || found.has(name)) return known;
    const topic = byKey.get(keyOf(name));
    found.set(name, topic);
    return topic;
  };
}
