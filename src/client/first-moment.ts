/**
 * The one script that stands in the page itself, so that the first thing drawn is as the reader set it and nothing is waited for.
 * A reader who has dates written otherwise sees the page once `reader.ts` is there to write them.
 */
import { applySetting, loadChoices, settingNames, WRITTEN } from './reader-settings.ts';

/** A page whose script does not come is read as it is. */
const PATIENCE_MS = 1_500;

const choices = loadChoices();
const changed = settingNames.filter((setting) => applySetting(setting, choices));

if (changed.some((setting) => WRITTEN.includes(setting))) {
  const { dataset } = document.documentElement;
  dataset['unwritten'] = '';
  setTimeout(() => { delete dataset['unwritten']; }, PATIENCE_MS);
}
