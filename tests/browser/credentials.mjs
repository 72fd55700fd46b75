// SPDX-License-Identifier: GPL-3.0-or-later
// Badges and records as others would check them: signatures by an implementation that is not ours, and the rules that 1EdTech publishes
// for Open Badges 3.0 and CLR 2.0.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folder, jose, newLibrary, pageOf, planOf, waymark, waymarkWith, handedIn } from './browser.mjs';

const [skill] = handedIn;

/// The payload, checked with the key of the header alone.
async function checked(jws) {
  const header = jose.decodeProtectedHeader(jws);
  assert.equal(header.alg, 'EdDSA');
  const key = await jose.importJWK(header.jwk, header.alg);
  const { payload } = await jose.compactVerify(jws, key);
  return { header, credential: JSON.parse(new TextDecoder().decode(payload)) };
}

function isUrn(id) {
  return /^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/.test(id);
}

/// What every credential has to have (OB 3.0, sections 8.1 and B.1).
function assertCredential({ header, credential }, type, context) {
  assert.equal(credential['@context'][0], 'https://www.w3.org/ns/credentials/v2');
  assert.match(credential['@context'][1], /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.0\.\d+\.json$/);
  if (context) assert.match(credential['@context'][2], context);
  assert.deepEqual(credential.type, ['VerifiableCredential', type]);
  assert.ok(isUrn(credential.id));
  assert.ok(credential.name.length > 0);
  assert.match(credential.validFrom, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
  assert.match(credential.issuer.id, /^did:key:z6Mk/);
  assert.deepEqual(credential.issuer.type, ['Profile']);
  assert.equal(header.kid, `${credential.issuer.id}#${credential.issuer.id.slice('did:key:'.length)}`);
  // The registered claims say what the credential says (OB 3.0, section 8.2.4.1).
  assert.equal(credential.iss, credential.issuer.id);
  assert.equal(credential.jti, credential.id);
  assert.equal(credential.sub, credential.credentialSubject.id);
  assert.equal(credential.nbf, Date.parse(credential.validFrom) / 1000);
}

function assertAchievement(achievement) {
  assert.ok(isUrn(achievement.id));
  assert.deepEqual(achievement.type, ['Achievement']);
  for (const text of [achievement.name, achievement.description, achievement.criteria.narrative]) assert.ok(text.length > 0);
}

/// A learner whose first skill was approved by a mentor with a key of her own.
function approved(name) {
  const library = newLibrary(name);
  const review = path.join(folder, `${name}.wayreview`);
  const plan = planOf(library);
  const draft = JSON.parse(waymark('review', 'new', pageOf(library), '--reviewer', 'Bea Mentor', '--json', '-o', review));
  const answer = JSON.parse(fs.readFileSync(review, 'utf8'));
  const seen = plan.skills.find((each) => each.id === skill).checklist.flatMap((item) => item.evidence.map((each) => each.hash)).sort();
  answer.decisions = [{ skill, decision: 'approve', text: 'Well drawn.', rubric: [], seen, endorsement: null }];
  fs.writeFileSync(review, JSON.stringify(answer));
  waymarkWith({ WAYMARK_KEY: path.join(folder, `${name}-mentor.key`) }, 'review', 'sign', review);
  waymark('import', review, '--library', library);
  waymark('accept', draft.review, `decision:${skill}`, '--library', library);
  return library;
}

test('a badge and the mentor’s word in it are checked without our code', async () => {
  const library = approved('badge');
  const badge = await checked(waymark('export', '--as', 'badge', '--skill', skill, '--library', library).trim());
  assertCredential(badge, 'OpenBadgeCredential');
  const { credential } = badge;
  assert.deepEqual(credential.credentialSubject.type, ['AchievementSubject']);
  assertAchievement(credential.credentialSubject.achievement);
  assert.equal(credential.evidence.length, 2);
  for (const piece of credential.evidence) {
    assert.ok(isUrn(piece.id));
    assert.deepEqual(piece.type, ['Evidence']);
  }

  assert.equal(credential.endorsementJwt.length, 1);
  const word = await checked(credential.endorsementJwt[0]);
  assertCredential(word, 'EndorsementCredential');
  assert.deepEqual(word.credential.credentialSubject.type, ['EndorsementSubject']);
  assert.equal(word.credential.credentialSubject.id, credential.id);
  assert.equal(word.credential.credentialSubject.endorsementComment, 'approve: Well drawn.');
  assert.notEqual(word.credential.issuer.id, credential.issuer.id);
  assert.deepEqual(word.credential.evidence.map((piece) => piece.id).sort(), credential.evidence.map((piece) => piece.id).sort());
});

test('one letter changed, and the signature does not hold', async () => {
  const library = approved('forged');
  const [head, body, signature] = waymark('export', '--as', 'badge', '--skill', skill, '--library', library).trim().split('.');
  const text = Buffer.from(body, 'base64url').toString().replace('What a', 'That a');
  await assert.rejects(checked([head, Buffer.from(text).toString('base64url'), signature].join('.')));
});

test('the learner record holds the whole plan and what precedes what', async () => {
  const library = approved('record');
  const plan = planOf(library);
  const record = await checked(waymark('export', '--as', 'clr', '--library', library).trim());
  assertCredential(record, 'ClrCredential', /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context-2\.0\.\d+\.json$/);
  const about = record.credential.credentialSubject;
  assert.deepEqual(about.type, ['ClrSubject']);
  assert.equal(about.achievement.length, plan.skills.length);
  about.achievement.forEach(assertAchievement);
  const ids = new Set(about.achievement.map((each) => each.id));
  assert.ok(about.association.length > 100);
  for (const each of about.association) {
    assert.deepEqual(each.type, ['Association']);
    assert.equal(each.associationType, 'precedes');
    assert.ok(ids.has(each.sourceId) && ids.has(each.targetId));
  }
  assert.equal(about.verifiableCredential.length, 1);
  assert.deepEqual(about.verifiableCredential[0].type, ['VerifiableCredential', 'OpenBadgeCredential']);
});
