// SPDX-License-Identifier: GPL-3.0-or-later
// The review form of the plan page: writing a review with mouse and with keys, keeping it, saving it, and bringing it to the learner.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { addFormats, Ajv, begun, closeQuiet, handedIn, hostile, newLibrary, open, pageOf, planIn, planOf, saved, saveInBar, skillOn, source, waymark,
  withPlan } from './browser.mjs';

const library = newLibrary('form');
const pageFile = pageOf(library);
const plan = planIn(pageFile);
const skillOf = (id) => plan.skills.find((skill) => skill.id === id);
const hashesOf = (id) => [...new Set(skillOf(id).checklist.flatMap((item) => item.evidence.map((each) => each.hash)))].sort();

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/// A review as the agreement has it: by our own reading, and by the schema.
function assertIsReview(review) {
  assert.deepEqual(Object.keys(review), ['schema', 'review', 'plan', 'revision', 'reviewer', 'created', 'comments', 'decisions', 'overall', 'signature']);
  assert.equal(review.schema, 'urn:waymark:review:1');
  assert.match(review.review, uuid);
  assert.match(review.created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.equal(review.signature, null);
  assert.equal(review.reviewer.fingerprint, null);
  const schema = path.join(source, 'resources/schemas/review.schema.json');
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const isValid = ajv.compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
  assert.ok(isValid(review), JSON.stringify(isValid.errors));
}

async function comment(place, words, kind) {
  await place.getByRole('button', { name: /^Comment/ }).last().click();
  await place.page().keyboard.insertText(words);
  if (kind) await place.getByRole('radio', { name: kind }).check();
  await place.getByRole('button', { name: 'Done' }).click();
}

/// The radio group with this name in a place.
const group = (place, name) => place.getByRole('group', { name });

test('a review is written with the mouse, saved, and says what the agreement asks', async () => {
  const opened = await open(pageFile);
  const { page } = opened;
  await page.getByLabel('Your name').fill('Grace Hopper');
  const skill = skillOn(page, handedIn[0]);
  await comment(skill.locator('li[data-item]').first(), 'The arrows lack their names', 'Blocker');
  await comment(skill.locator('.review-slot[data-for="skill"]'), 'Well drawn', 'Praise');
  const [row] = skillOf(handedIn[0]).rubric;
  await group(skill, row.title).getByRole('radio', { name: /^3: / }).check();
  await group(skill, 'Your decision').getByRole('radio', { name: 'Request changes' }).check();
  await skill.getByLabel('Reason or notes').fill('Name the arrows.');
  await group(skillOn(page, handedIn[1]), 'Your decision').getByRole('radio', { name: 'Approve', exact: true }).check();
  const overall = page.locator('#review-overall');
  await group(overall, 'Overall decision').getByRole('radio', { name: 'Approve with notes' }).check();
  await overall.getByLabel('Your answer in a few sentences').fill('A good start.');
  await page.getByText('0 decisions open, 2 comments').waitFor();

  const { name, review } = await saved(page, saveInBar(page));
  assert.equal(name, 'plan.wayreview');
  assertIsReview(review);
  assert.equal(review.plan, plan.plan);
  assert.equal(review.revision, plan.revision);
  assert.deepEqual(review.reviewer, { name: 'Grace Hopper', role: 'mentor', fingerprint: null });
  assert.deepEqual(review.comments.map(({ id, ...rest }) => rest), [
    { skill: handedIn[0], item: skillOf(handedIn[0]).checklist[0].id, kind: 'blocker', text: 'The arrows lack their names', resolved: false },
    { skill: handedIn[0], item: null, kind: 'praise', text: 'Well drawn', resolved: false },
  ]);
  assert.equal(new Set(review.comments.map((each) => each.id)).size, 2);
  const decisions = Object.fromEntries(review.decisions.map((each) => [each.skill, each]));
  assert.deepEqual(decisions[handedIn[0]], { skill: handedIn[0], decision: 'request-changes', text: 'Name the arrows.',
    rubric: [{ criterion: row.criterion, level: 3 }], seen: hashesOf(handedIn[0]), endorsement: null });
  assert.equal(decisions[handedIn[0]].seen.length, 2);
  assert.deepEqual(decisions[handedIn[1]], { skill: handedIn[1], decision: 'approve', text: '', rubric: [], seen: hashesOf(handedIn[1]), endorsement: null });
  assert.deepEqual(review.overall, { decision: 'approve-with-notes', text: 'A good start.' });
  await page.getByText('Saved as plan.wayreview').waitFor();

  const again = await saved(page, saveInBar(page));
  assert.deepEqual(again.review, review, 'an unchanged review keeps its id');
  await overall.getByLabel('Your answer in a few sentences').fill('A very good start.');
  const changed = await saved(page, saveInBar(page));
  assert.notEqual(changed.review.review, review.review);
  await closeQuiet(opened);
});

test('a skill that is begun but not handed in can be scored and decided', async () => {
  const opened = await open(pageFile);
  const { page } = opened;
  await page.getByLabel('Your name').fill('Ada');
  await page.getByRole('radio', { name: 'a fellow learner' }).check();
  const skill = skillOn(page, begun);
  await skill.getByText('Score or decide on this skill').click();
  const rows = skillOf(begun).rubric;
  assert.ok(rows.length > 0);
  for (const [index, row] of rows.entries()) await group(skill, row.title).getByRole('radio', { name: new RegExp(`^${index % 4}: `) }).check();
  await saveInBar(page)();
  await skill.getByText('Scores and notes travel with a decision').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.type), 'radio');
  await group(skill, 'Your decision').getByRole('radio', { name: 'Approve with notes' }).check();
  assert.equal(await skill.getByText('Scores and notes travel with a decision').count(), 0);
  const { review } = await saved(page, saveInBar(page));
  assertIsReview(review);
  assert.equal(review.reviewer.role, 'peer');
  assert.deepEqual(review.decisions[0].rubric, rows.map((row, index) => ({ criterion: row.criterion, level: index % 4 })));
  await closeQuiet(opened);
});

test('the learner’s own scores stand beside those of the reviewer', async () => {
  const opened = await open(pageFile);
  const skill = skillOn(opened.page, handedIn[0]);
  const [first, second, third] = skillOf(handedIn[0]).rubric;
  await group(skill, first.title).getByRole('radio', { name: `2: ${first.levels[2]} (the learner’s own score)`, exact: true }).waitFor();
  await group(skill, second.title).getByRole('radio', { name: `0: ${second.levels[0]} (the learner’s own score)`, exact: true }).waitFor();
  await group(skill, `${third.title} (not scored by the learner)`).getByRole('radio', { name: `1: ${third.levels[1]}`, exact: true }).waitFor();
  await closeQuiet(opened);
});

test('what is missing is said beside its field, and the first of it has the focus', async () => {
  const opened = await open(pageFile);
  const { page } = opened;
  const focused = () => page.evaluate(() => {
    const field = document.activeElement;
    const line = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    return { label: field.labels?.[0]?.textContent ?? field.textContent, invalid: field.getAttribute('aria-invalid'), line: line?.textContent ?? null };
  });
  await saveInBar(page)();
  assert.deepEqual(await focused(), { label: 'Your name', invalid: 'true', line: 'Write your name, so that the learner knows who answers.' });
  await page.keyboard.insertText('Grace');
  assert.deepEqual(await focused(), { label: 'Your name', invalid: null, line: null });
  await saveInBar(page)();
  assert.match((await focused()).line, /nothing to save yet/);

  const skill = skillOn(page, handedIn[1]);
  await group(skill, 'Your decision').getByRole('radio', { name: 'Request changes' }).check();
  await skill.locator('li[data-item]').nth(1).getByRole('button', { name: /^Comment: / }).click();
  await saveInBar(page)();
  assert.deepEqual(await focused(), { label: 'Your comment', invalid: 'true', line: 'Write the comment, or delete it.' });
  await page.getByText('Not saved: 2 things are missing').waitFor();
  await skill.getByRole('button', { name: 'Delete' }).click();
  await saveInBar(page)();
  assert.equal((await focused()).line, 'Say what has to change, or name it in a blocker on this skill.');
  await page.keyboard.insertText('é'.repeat(9000));
  await saveInBar(page)();
  assert.match((await focused()).line, /at most 16 KiB/);
  await skill.getByLabel('Reason or notes').fill('Order the records.');
  assertIsReview((await saved(page, saveInBar(page))).review);
  await closeQuiet(opened);
});

test('a draft survives a reload, and is discarded only after the page has asked', async () => {
  const opened = await open(pageFile);
  const { page } = opened;
  await page.getByLabel('Your name').fill('Grace');
  await page.getByText('Draft kept', { exact: true }).waitFor();
  const skill = skillOn(page, handedIn[0]);
  await comment(skill.locator('li[data-item]').first(), 'One <b>finished</b> comment');
  await skill.locator('li[data-item]').nth(1).getByRole('button', { name: /^Comment: / }).click();
  await page.keyboard.insertText('One that is still being wri');
  await group(skill, 'Your decision').getByRole('radio', { name: 'Reject' }).check();
  await page.reload();
  await page.getByText('Draft kept from your last visit').waitFor();
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Grace');
  await skill.getByText('One <b>finished</b> comment', { exact: true }).waitFor();
  assert.equal(await skill.getByLabel('Your comment').inputValue(), 'One that is still being wri');
  assert.ok(await group(skill, 'Your decision').getByRole('radio', { name: 'Reject' }).isChecked());

  await skill.getByRole('button', { name: /^Delete comment: One/ }).click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Undo');
  await page.keyboard.press('Enter');
  await skill.getByText('One <b>finished</b> comment', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Discard draft' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Keep it');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Discard draft');
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Grace');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Discard it' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.labels[0].textContent), 'Your name');
  await page.reload();
  assert.equal(await page.getByLabel('Your name').inputValue(), '');
  await page.getByText('2 decisions open, 0 comments').waitFor();
  await closeQuiet(opened);
});

test('without storage the form works, says so, and warns before what is written is lost', async () => {
  const opened = await open(pageFile, { refuseStorage: true });
  const { page, seen } = opened;
  await page.getByText('This browser keeps no drafts').waitFor();
  await page.getByLabel('Your name').fill('Grace');
  await page.reload();
  assert.deepEqual(seen.dialogs, [], 'a name alone is no loss');
  await page.getByLabel('Your name').fill('Grace');
  await comment(skillOn(page, handedIn[0]).locator('li[data-item]').first(), 'Unsaved');
  await page.reload();
  assert.deepEqual(seen.dialogs.splice(0), ['beforeunload']);
  await page.getByLabel('Your name').fill('Grace');
  await comment(skillOn(page, handedIn[0]).locator('li[data-item]').first(), 'Saved');
  await saved(page, saveInBar(page));
  await page.reload();
  await closeQuiet(opened);
});

test('open comments of earlier reviews stand at their place and can be closed', async () => {
  const item = skillOf(handedIn[0]).checklist[0].id;
  const earlier = (id, place, rest = {}) => ({ id, skill: handedIn[0], item, kind: 'blocker', text: `Words of ${id}`, resolved: false, ...place, ...rest });
  const review = (created, comments, name = 'Barbara', signature = null) => ({ schema: 'urn:waymark:review:1', review: created, plan: plan.plan,
    revision: plan.revision, reviewer: { name, role: 'mentor', fingerprint: null }, created, comments, decisions: [],
    overall: { decision: null, text: '' }, signature });
  const file = withPlan(pageFile, 'earlier', (changed) => {
    changed.reviews = [
      review('2026-11-20T09:00:00.000Z', [earlier('c2', {}, { resolved: true })], ' BARBARA'),
      review('2026-11-20T10:00:00.000Z', [earlier('c1', {}, { resolved: true })], 'Somebody else'),
      review('2026-11-20T11:00:00.000Z', [earlier('c6')], 'Edsger', { algorithm: 'ed25519', key: 'k'.repeat(43), value: 'v'.repeat(86) }),
      review('2026-11-20T12:00:00.000Z', [earlier('c6', {}, { resolved: true })], 'Edsger'),
      review('2026-11-18T09:00:00.000Z', [earlier('c1'), earlier('c2'), earlier('c3', { item: null }), earlier('c4', {}, { kind: 'praise' }),
        earlier('c5', { skill: 'gone', item: 'gone' })]),
    ];
  });
  const opened = await open(file);
  const { page } = opened;
  const line = skillOn(page, handedIn[0]).locator(`li[data-item="${item}"] .review-slot`);
  await line.getByText('Words of c1').waitFor();
  await line.getByText(/^Blocker by Barbara, .*18.*2026/).waitFor();
  assert.equal(await page.locator('.comment.earlier').count(), 4);
  assert.equal(await page.getByRole('checkbox', { name: 'Resolved: Words of c6' }).count(), 0, 'a page cannot close what is signed');
  await line.getByText('Edsger signed this').waitFor();
  assert.equal(await page.locator('#review-overall .comment.earlier').count(), 1, 'a comment whose place is gone stands at the end');
  await page.getByRole('checkbox', { name: 'Resolved: Words of c1' }).check();
  await page.getByLabel('Your name').fill('Grace');
  const { review: answer } = await saved(page, saveInBar(page));
  assertIsReview(answer);
  assert.deepEqual(answer.comments, [earlier('c1', {}, { resolved: true })]);
  await closeQuiet(opened);
});

test('the file is named after the learner, by letters, digits and hyphens', async () => {
  const names = [['Ada Lovelace', 'Ada-Lovelace'], ['../..\\évil: "Zoë" 7', 'évil-Zoë-7'], ['', 'plan'], ['///', 'plan'], ['con', 'plan'], ['李小龙', '李小龙']];
  for (const [learner, stem] of names) {
    const opened = await open(withPlan(pageFile, 'named', (changed) => { changed.learner = learner; }));
    await opened.page.getByLabel('Your name').fill('Grace');
    await opened.page.getByLabel('Your answer in a few sentences').fill('Fine.');
    assert.equal((await saved(opened.page, saveInBar(opened.page))).name, `${stem}.wayreview`);
    await closeQuiet(opened);
  }
});

test('what was seen is what was shown, whatever the plan says of it', async () => {
  const forged = withPlan(pageFile, 'forged-hash', (changed) => {
    const item = changed.skills.find((skill) => skill.id === handedIn[0]).checklist.find((each) => each.evidence.length > 0);
    item.evidence[0].hash = '0'.repeat(64);
  });
  const opened = await open(forged);
  const { page } = opened;
  await page.getByLabel('Your name').fill('Grace Hopper');
  await group(skillOn(page, handedIn[0]), 'Your decision').getByRole('radio', { name: 'Approve', exact: true }).check();
  const { review } = await saved(page, saveInBar(page));
  assert.deepEqual(review.decisions[0].seen, hashesOf(handedIn[0]));
  await closeQuiet(opened);
});

test('the file holds no characters that its readers refuse', async () => {
  const opened = await open(pageFile);
  const { page } = opened;
  await page.evaluate(() => {
    const type = (field, value) => {
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    type(document.querySelector('#review-bar input[type=text]'), ' Grace\u0000\u0007\t Hopper ');
    type(document.querySelector('#review-overall textarea'), 'half \ud83d, whole \ud83d\ude00, nul \u0000, tab \t.\nNext');
  });
  const { review } = await saved(page, saveInBar(page));
  assertIsReview(review);
  assert.equal(review.reviewer.name, 'Grace Hopper');
  assert.equal(review.overall.text, 'half \ufffd, whole \ud83d\ude00, nul , tab \t.\nNext');
  await closeQuiet(opened);
});

// ---- Keys

/// Presses Tab until what has the focus is named so. The focus may never be lost on the way.
async function tabTo(page, name, role) {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const node = document.activeElement;
      const label = node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? node.textContent;
      return { label, role: node.type ?? node.localName };
    });
    if (at.label.startsWith(name) && (!role || at.role === role)) return;
  }
  assert.fail(`Tab never came to "${name}"`);
}

const hasFocus = (page) => page.evaluate(() => document.activeElement !== document.body && document.activeElement.localName);

test('a whole review is written and saved with Tab, Enter, Space and arrow keys', async () => {
  const opened = await open(pageFile);
  const { page } = opened;
  await tabTo(page, 'Your name');
  await page.keyboard.type('Grace');
  await tabTo(page, 'a mentor', 'radio');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Next skill');
  await page.keyboard.press('Enter');
  assert.match(await hasFocus(page), /^h[2-6]$/);
  await tabTo(page, 'Comment: ');
  await page.keyboard.press('Space');
  await page.keyboard.type('By keys');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, 'Done');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Edit comment: By keys');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(', twice');
  await tabTo(page, 'Done');
  await page.keyboard.press('Space');
  await tabTo(page, 'No score', 'radio');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'No decision yet', 'radio');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Reason or notes');
  await page.keyboard.type('See there.');
  await tabTo(page, 'Save review');
  const { review } = await saved(page, () => page.keyboard.press('Space'));
  assertIsReview(review);
  assert.equal(review.reviewer.role, 'peer');
  assert.deepEqual(review.comments.map((each) => [each.kind, each.text]), [['blocker', 'By keys, twice']]);
  assert.equal(review.decisions.length, 1);
  assert.equal(review.decisions[0].decision, 'approve-with-notes');
  assert.deepEqual(review.decisions[0].rubric.map((each) => each.level), [1]);
  await closeQuiet(opened);
});

test('n, p and c go about while no field has the focus, and can be switched off', async () => {
  const opened = await open(pageFile);
  const { page } = opened;
  const here = () => page.evaluate(() => document.activeElement.closest('section.skill')?.dataset.skill ?? null);
  const order = await page.locator('section.skill[data-submitted="true"]').evaluateAll((all) => all.map((each) => each.dataset.skill));
  assert.equal(order.length, 2);
  await page.keyboard.press('n');
  assert.equal(await here(), order[0]);
  await page.keyboard.press('n');
  assert.equal(await here(), order[1]);
  await page.keyboard.press('n');
  assert.equal(await here(), order[0]);
  await page.keyboard.press('p');
  assert.equal(await here(), order[1]);
  await page.keyboard.press('c');
  await page.keyboard.type('c, n and p are letters in a field');
  await page.getByText('2 decisions open, 1 comment').waitFor();
  assert.equal(await here(), order[1]);
  assert.equal(await skillOn(page, order[1]).getByLabel('Your comment').inputValue(), 'c, n and p are letters in a field');
  await page.getByRole('checkbox', { name: /^Keys n, p and c/ }).uncheck();
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('n');
  assert.equal(await here(), null);
  await closeQuiet(opened);
});

// ---- To the learner

test('the learner brings the review in and accepts it, and the next page lets the mentor close what was open', async () => {
  const own = newLibrary('learner');
  const item = skillOf(handedIn[0]).checklist[0].id;
  const first = await open(pageOf(own));
  await first.page.getByLabel('Your name').fill('Grace Hopper');
  const skill = skillOn(first.page, handedIn[0]);
  await comment(skill.locator('li[data-item]').first(), hostile, 'Blocker');
  await group(skill, 'Your decision').getByRole('radio', { name: 'Approve with notes' }).check();
  const { file, review } = await saved(first.page, saveInBar(first.page));
  await closeQuiet(first);
  waymark('import', file, '--library', own);
  waymark('import', file, '--library', own);
  const [arrived] = JSON.parse(waymark('reviews', review.review, '--json', '--library', own));
  assert.equal(arrived.open, 2);
  waymark('accept', review.review, `decision:${handedIn[0]}`, '--library', own);
  const accepted = planOf(own);
  assert.deepEqual(accepted.reviews, [review], 'the same review twice is one review');
  const { standing, submitted, signOff } = accepted.skills.find((each) => each.id === handedIn[0]);
  assert.deepEqual([standing, submitted, signOff.decision, signOff.reviewer], ['mentor', false, 'approve-with-notes', 'Grace Hopper']);
  assert.deepEqual(signOff.seen, review.decisions[0].seen);
  assert.equal(signOff.void, false);

  const second = await open(pageOf(own));
  const line = skillOn(second.page, handedIn[0]).locator(`li[data-item="${item}"]`);
  await line.locator('.comment.earlier').getByText(hostile, { exact: true }).waitFor();
  assert.equal(await second.page.evaluate(() => window.hacked), undefined);
  await second.page.getByText('1 decision open, 0 comments').waitFor();
  await line.getByRole('checkbox', { name: /^Resolved: / }).check();
  await second.page.getByLabel('Your name').fill('Grace Hopper');
  const closing = await saved(second.page, saveInBar(second.page));
  await closeQuiet(second);
  waymark('review', 'sign', closing.file);
  waymark('import', closing.file, '--library', own);
  assert.deepEqual(planOf(own).reviews.map((each) => each.signature?.algorithm), [undefined, 'ed25519']);
  const third = await open(pageOf(own));
  assert.equal(await third.page.locator('.comment.earlier').count(), 0);
  await closeQuiet(third);
});
