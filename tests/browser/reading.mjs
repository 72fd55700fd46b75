// SPDX-License-Identifier: GPL-3.0-or-later
// The plan page as a document: without scripts, for screen readers, on paper, on a phone, and in the hands of strangers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { axeSource, begun, closeQuiet, folder, handedIn, hostile, newLibrary, open, pageOf, planIn, saveInBar, skillOn, withPlan } from './browser.mjs';

const pageFile = pageOf(newLibrary('reading'));
const plan = planIn(pageFile);

test('without scripts all of the plan is readable, and no control of the form is seen', async () => {
  const opened = await open(pageFile, { javaScriptEnabled: false });
  const { page } = opened;
  for (const id of [...handedIn, begun]) {
    const skill = plan.skills.find((each) => each.id === id);
    await skillOn(page, id).getByRole('heading', { name: skill.title }).waitFor();
    for (const item of skill.checklist) await skillOn(page, id).getByText(item.text).first().waitFor();
    await skillOn(page, id).getByText(`Drawn on paper for ${id}, photographed.`).waitFor();
  }
  assert.equal(await page.locator('button:visible, input:visible, textarea:visible, select:visible').count(), 0);
  assert.ok(await page.locator('#review-bar').isHidden());
  assert.ok(await page.locator('#review-overall').isHidden());
  await closeQuiet(opened);
});

async function violations(page) {
  await page.evaluate(axeSource);
  const { violations: found } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.map((each) => `${each.id} (${each.impact}): ${each.help}: ${each.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`);
}

/// Everything that can be opened is open, and faults are shown.
async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
  await page.locator('.review-slot').first().getByRole('button', { name: /^Comment: / }).click();
  await page.locator('.review-slot').nth(1).getByRole('button', { name: /^Comment: / }).click();
  await page.keyboard.insertText('A comment');
  await page.locator('.review-slot').nth(1).getByRole('button', { name: 'Done' }).click();
  await saveInBar(page)();
  await page.locator('.error').first().waitFor();
}

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in the ${colorScheme} page with the form`, async () => {
    const opened = await open(pageFile, { colorScheme, bypassCSP: true });
    assert.deepEqual(await violations(opened.page), []);
    await unfold(opened.page);
    assert.deepEqual(await violations(opened.page), []);
    await opened.context.close();
  });

  test(`axe finds nothing in the ${colorScheme} page whose script does not run`, async () => {
    // axe is a script itself, so the page runs scripts, but has lost its own.
    const still = path.join(folder, 'still.html');
    fs.writeFileSync(still, fs.readFileSync(pageFile, 'utf8').replace(/<script>[\s\S]*?<\/script>/, ''));
    const opened = await open(still, { colorScheme, bypassCSP: true });
    assert.ok(await opened.page.locator('#review-bar').isHidden());
    await opened.page.evaluate(() => document.querySelectorAll('details').forEach((each) => { each.open = true; }));
    assert.deepEqual(await violations(opened.page), []);
    await opened.context.close();
  });
}

function inject(page) {
  return page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    return window.injected === true;
  });
}

test('the policy of the page stops a script that is not ours', async () => {
  const opened = await open(pageFile);
  assert.equal(await inject(opened.page), false);
  assert.match(opened.seen.console.splice(0).join('\n'), /Content Security Policy/);
  await closeQuiet(opened);
  const without = await open(pageFile, { bypassCSP: true });
  assert.equal(await inject(without.page), true, 'without the policy it would run');
  await without.context.close();
});

test('the policy of the page lets nothing out', async () => {
  const opened = await open(pageFile);
  const outcome = await opened.page.evaluate(async () => {
    const tried = await Promise.allSettled([fetch('https://example.invalid/'), new Promise((resolve, reject) => {
      const image = Object.assign(new Image(), { onload: resolve, onerror: reject });
      image.src = 'https://example.invalid/x.png';
    })]);
    return tried.map((each) => each.status);
  });
  assert.deepEqual(outcome, ['rejected', 'rejected']);
  assert.match(opened.seen.console.splice(0).join('\n'), /Content Security Policy/);
  opened.seen.requests = opened.seen.requests.filter((address) => !address.startsWith('https://example.invalid/'));
  await closeQuiet(opened);
});

test('hostile texts stay texts', async () => {
  const file = withPlan(pageFile, 'hostile', (changed) => {
    changed.learner = hostile;
    for (const skill of changed.skills) {
      skill.title = hostile;
      for (const item of skill.checklist) item.text = hostile;
      for (const row of skill.rubric ?? []) Object.assign(row, { title: hostile, levels: [hostile, hostile, hostile, hostile] });
    }
    const comment = { id: 'h1', skill: handedIn[0], item: null, kind: 'blocker', text: hostile, resolved: false };
    changed.reviews = [{ reviewer: { name: hostile }, created: hostile, comments: [comment, null, 7, { ...comment, id: 'x', skill: { a: 1 }, item: [], text: {} }] },
      null, 'x', { comments: {} }];
  });
  const opened = await open(file);
  const { page } = opened;
  await page.locator('.comment.earlier').getByText(hostile, { exact: true }).first().waitFor();
  await page.getByLabel('Your name').fill(hostile);
  await page.getByRole('button', { name: /^Comment: / }).first().click();
  await page.keyboard.insertText(hostile);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.locator('.comment-text').getByText(hostile, { exact: true }).first().waitFor();
  await page.reload();
  await page.locator('.comment-text').getByText(hostile, { exact: true }).first().waitFor();
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator('img').count(), 0);
  assert.equal(await page.locator('a[href^="javascript:" i]').count(), 0);
  await closeQuiet(opened);
});

test('a draft that somebody else left in the store does nothing', async () => {
  const opened = await open(pageFile);
  const { page } = opened;
  for (const left of ['{', 'null', '7', '[]', '{"comments":{},"decisions":7,"overall":null,"resolved":{},"saved":7,"name":{}}',
    '{"comments":[{"id":{}},{"id":"a","skill":7,"item":7,"kind":"x","text":7}],"decisions":[{"skill":"none","scores":{"a":9}}]}']) {
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), [`waymark-review:${plan.plan}:${plan.revision}`, left]);
    await page.reload();
    await page.getByLabel('Your name').fill('Grace');
  }
  await closeQuiet(opened);
});

for (const width of [360, 768, 1280]) {
  test(`at ${width} pixels the page does not scroll sideways`, async () => {
    const opened = await open(pageFile, { viewport: { width, height: 740 } });
    const { page } = opened;
    await unfold(page);
    const [needs, has] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(needs <= has, `${needs} pixels needed of ${has}`);
    await closeQuiet(opened);
  });
}

test('on paper stands the plan without the form', async () => {
  const opened = await open(pageFile);
  const pdf = path.join(folder, 'plan.pdf');
  await opened.page.pdf({ path: pdf, format: 'A4' });
  const words = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const id of handedIn) assert.ok(words.replace(/\s+/g, ' ').includes(plan.skills.find((each) => each.id === id).title));
  for (const control of ['Save review', 'Your name', 'No decision yet']) assert.ok(!words.includes(control), control);
  await closeQuiet(opened);
});
