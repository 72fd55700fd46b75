// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests share: the program's command line, a library with a learner in the middle, and the pages that Chromium opens.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';

export const program = process.env.WAYMARK;
export const source = process.env.WAYMARK_SOURCE;
const modules = createRequire(path.join(process.env.WAYMARK_BROWSER_MODULES, 'package.json'));
const { chromium } = modules('playwright-core');
export const Ajv = modules('ajv/dist/2020').default;
export const addFormats = modules('ajv-formats').default;
export const jose = await import(pathToFileURL(modules.resolve('jose')).href);
export const axeSource = fs.readFileSync(modules.resolve('axe-core/axe.min.js'), 'utf8');

export const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'waymark-browser-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
export const launched = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  chromiumSandbox: process.getuid() !== 0,
  env: { ...process.env, TMPDIR: folder, HOME: folder },
  args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'],
});

after(() => launched.close());

// ---- The program

const environment = { ...process.env, QT_QPA_PLATFORM: 'offscreen', TZ: 'UTC', LC_ALL: 'C.UTF-8', HOME: folder, XDG_RUNTIME_DIR: folder,
  XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, WAYMARK_PASSPHRASE: 'four words for one key' };

export function waymark(...words) {
  return waymarkWith({}, ...words);
}

/// The same with more in its environment.
export function waymarkWith(more, ...words) {
  return execFileSync(program, words, { env: { ...environment, ...more }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/// The skills of the library, in the order in which they were begun.
export const handedIn = ['found-role-of-backend', 'found-dev-environment'];
export const begun = 'found-how-computers-work';
export const hostile = '</script><script>window.hacked = true</script><img src=x onerror="window.hacked = true">"\'& \u202etxt.exe';

/// A learner with two skills handed in, one begun, evidence of several kinds, and a goal.
export function newLibrary(name) {
  const library = path.join(folder, `${name}.waymark`);
  waymark('new', library);
  const run = (...words) => waymark(...words, '--library', library);
  for (const skill of [...handedIn, begun]) {
    run('start', skill);
    const items = itemsOf(library, skill);
    run('check', skill, items[0], '--evidence', `Drawn on paper for ${skill}, photographed.\nSecond line.`);
    run('check', skill, items[1], '--evidence', hostile);
  }
  const [first, second] = itemsOf(library, begun).slice(2);
  run('check', begun, first, '--evidence', 'javascript:window.hacked=true', '--kind', 'link');
  run('check', begun, second, '--evidence', 'https://example.invalid/a?b=1&c=<2>', '--kind', 'link');
  for (const skill of handedIn) run('finish', skill);
  const [works, understood] = planOf(library).skills.find((each) => each.id === handedIn[0]).rubric;
  run('score', handedIn[0], works.criterion, '2');
  run('score', handedIn[0], understood.criterion, '0');
  run('ask', handedIn[0], hostile);
  run('note', handedIn[0], hostile);
  run('goal', '--hours', '10');
  return library;
}

function itemsOf(library, skill) {
  return planOf(library).skills.find((each) => each.id === skill).checklist.map((item) => item.id);
}

export function planOf(library) {
  return JSON.parse(waymark('export', '--as', 'json', '--library', library));
}

/// The plan page of a library, as a file.
export function pageOf(library) {
  const file = library.replace(/\.waymark$/, '.html');
  waymark('export', '--as', 'plan', '-o', file, '--force', '--library', library);
  return file;
}

// ---- The page

const dataBlock = /(<script type="application\/json" id="waymark-plan">)([\s\S]*?)(<\/script>)/;

export function planIn(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8').match(dataBlock)[2]);
}

/// A copy of a page whose plan is changed; what stands outside of the data stays.
export function withPlan(file, name, change) {
  const plan = planIn(file);
  change(plan);
  const json = JSON.stringify(plan).replaceAll('<', '\\u003c');
  const copy = path.join(folder, `${name}.html`);
  fs.writeFileSync(copy, fs.readFileSync(file, 'utf8').replace(dataBlock, (all, before, old, after) => before + json + after));
  return copy;
}

/// Opens a page in a context of its own and watches it: what it asks for, what it says, and whether it breaks.
export async function open(file, options = {}) {
  const { refuseStorage, ...contextOptions } = options;
  const context = await launched.newContext({ locale: 'en-GB', timezoneId: 'UTC', viewport: { width: 1280, height: 900 }, ...contextOptions });
  if (refuseStorage) {
    await context.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('refused', 'SecurityError'); } }));
  }
  const page = await context.newPage();
  const seen = { requests: [], dialogs: [], errors: [], console: [] };
  context.on('request', (request) => seen.requests.push(request.url()));
  page.on('dialog', async (dialog) => {
    seen.dialogs.push(dialog.type());
    await dialog.accept();
  });
  page.on('pageerror', (error) => seen.errors.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') seen.console.push(message.text()); });
  await page.goto(pathToFileURL(file).href);
  return { page, context, seen };
}

/// Closes a page of open(), and checks that it kept to itself.
export async function closeQuiet({ context, seen }) {
  await context.close();
  assert.deepEqual(seen.requests.filter((address) => !/^(file|blob|data):/.test(address)), [], 'no request leaves the page');
  assert.deepEqual(seen.dialogs, []);
  assert.deepEqual(seen.errors, []);
  assert.deepEqual(seen.console, []);
}

export function skillOn(page, skill) {
  return page.locator(`section.skill[data-skill="${skill}"]`);
}

/// Presses a button that saves, and gives back the file: its name and its JSON.
export async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const file = path.join(folder, `${Math.random().toString(36).slice(2)}-${download.suggestedFilename()}`);
  await download.saveAs(file);
  return { name: download.suggestedFilename(), file, review: JSON.parse(fs.readFileSync(file, 'utf8')) };
}

export const saveInBar = (page) => () => page.locator('#review-bar').getByRole('button', { name: 'Save review' }).click();
