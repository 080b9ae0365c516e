import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

/** No request but the test's own: what the browser asks of its maker would slow tests and make them depend on the network. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** A headless browser; whoever launches it closes it. */
export async function launchBrowser(): Promise<Browser> {
  // Chromium's sandbox is not to be had as root, nor in most containers; and the tests open no pages but their own.
  return chromium.launch({ executablePath: await findBrowser(), args: QUIET, chromiumSandbox: false });
}
