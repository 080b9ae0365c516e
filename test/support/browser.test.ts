import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchBrowser } from './browser.ts';

test('the browser opens a page and runs its scripts', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<title>ورّاق</title><script>document.title += "!"</script>');
    assert.equal(await page.title(), 'ورّاق!');
  } finally {
    await browser.close();
  }
});
