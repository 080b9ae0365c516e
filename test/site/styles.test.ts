/** The styles as a theme author edits them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join } from 'node:path';
import { PROJECT } from '../support/build-once.ts';
import { readTree } from '../support/site-checks/built-site.ts';
import { findPhysicalCss } from '../support/site-checks/check-logical-css.ts';

const styles = [...readTree(join(PROJECT, '_includes/styles'))].filter(([path]) => path.endsWith('.css'));

test('the styles of the theme name no left and no right', () => {
  assert.ok(styles.length > 5);
  assert.deepEqual(styles.flatMap(([path, bytes]) => findPhysicalCss(path, bytes.toString('utf8'))), []);
});

test('the styles of the theme use no sizes or sides of the screen where logical ones exist', () => {
  const physical = /(?<![\w-])(?:(?:max-|min-)?(?:width|height)|(?:margin|padding|border)-(?:top|bottom)|top|bottom)\s*:/gu;
  // Conditions of media queries are written in parentheses and know physical sizes only.
  const found = styles.flatMap(([path, bytes]) => [...bytes.toString('utf8').replace(/@media[^{]*\{/gu, '{').matchAll(physical)].map(([property]) => `${path}: ${property}`));
  assert.deepEqual(found, []);
});

test('the two places that hold the dark colours hold the same ones', () => {
  for (const file of ['tokens.css', 'shades.css']) {
    const text = styles.find(([path]) => path === file)?.[1].toString('utf8') ?? '';
    const colours = (form: RegExp): readonly string[] => [...(form.exec(text)?.[1] ?? '').matchAll(/--[\w-]+: [^;]+/gu)].map(([line]) => line);
    const device = colours(/prefers-color-scheme: dark\) \{\s*:root:not\(\[data-theme=light\]\) \{([^}]*)\}/u);
    const chosen = colours(/\n:root\[data-theme=dark\] \{([^}]*)\}/u);
    assert.ok(device.length > 8, file);
    assert.deepEqual(chosen, device);
  }
});
