// SPDX-License-Identifier: GPL-3.0-or-later
// The review form of a plan page. It reads the plan that stands in the page, puts its controls beside the plan's sections, keeps a draft in
// the browser and saves the review as a file. It sends nothing anywhere. Its texts are TEXT of review-words.js.
(() => {
  const SCHEMA = 'urn:waymark:review:1';
  const LONGEST_NAME = 200;
  const LONGEST_TEXT = 16 * 1024; // bytes of UTF-8
  const MOST_COMMENTS = 2000;
  const MOST_SEEN = 1000;
  const KINDS = ['blocker', 'improvement', 'praise'];
  const DECISIONS = ['', 'approve', 'approve-with-notes', 'request-changes', 'reject'];

  const plan = JSON.parse(document.getElementById('waymark-plan').textContent);
  const skills = new Map(list(plan.skills).map((skill) => [skill.id, skill]));
  const sections = new Map([...document.querySelectorAll('section.skill')].map((section) => [section.dataset.skill, section]));
  const submitted = [...sections.values()].filter((section) => section.dataset.submitted === 'true');

  // ---- Values

  function list(value) {
    return Array.isArray(value) ? value.filter((entry) => typeof entry === 'object' && entry !== null) : [];
  }

  function text(value) {
    return typeof value === 'string' ? value : '';
  }

  /// What a text field holds, without what no JSON reader of ours takes: control characters and halves of characters.
  function cleaned(value) {
    return text(value).replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').replace(/\p{Surrogate}/gu, '\ufffd');
  }

  function oneLine(value) {
    return value.replace(/\s+/g, ' ').trim();
  }

  function kindOf(comment) {
    return KINDS.includes(comment.kind) ? comment.kind : 'improvement';
  }

  function evidenceOf(skill) {
    return list(skill.checklist).flatMap((item) => list(item.evidence));
  }

  function hexOf(bytes) {
    return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = hexOf(bytes);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  function shortened(value) {
    const points = [...oneLine(value)];
    return points.length <= 60 ? points.join('') : points.slice(0, 59).join('') + '…';
  }

  function bytesOf(value) {
    return new TextEncoder().encode(value);
  }

  /// Letters, digits and hyphens of the learner's name; names that some systems keep for devices are not used.
  function fileName() {
    const name = text(plan.learner).normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
    const stem = [...name].slice(0, 60).join('').replace(/-+$/, '');
    const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
    return `${stem === '' || reserved ? 'plan' : stem}.wayreview`;
  }

  // ---- Draft: what the reviewer has written

  const draftKey = `waymark-review:${text(plan.plan)}:${text(plan.revision)}`;
  let draft = emptyDraft();
  let draftsAreKept = true;

  function emptyDraft() {
    return { name: '', role: 'mentor', keys: true, comments: [], decisions: [], overall: { decision: '', text: '' }, resolved: [], saved: null };
  }

  function decisionOf(skill) {
    let found = draft.decisions.find((entry) => entry.skill === skill);
    if (!found) {
      found = { skill, decision: '', text: '', scores: {} };
      draft.decisions.push(found);
    }
    return found;
  }

  /// A draft of unknown origin: pages opened from files may share one store.
  function soundDraft(value) {
    const from = typeof value === 'object' && value !== null ? value : {};
    const decided = (entry) => ({ decision: DECISIONS.includes(entry?.decision) ? entry.decision : '', text: text(entry?.text) });
    return {
      name: text(from.name),
      role: from.role === 'peer' ? 'peer' : 'mentor',
      keys: from.keys !== false,
      comments: list(from.comments).filter((entry) => text(entry.id) !== '').map((entry) => ({
        id: entry.id,
        skill: text(entry.skill),
        item: typeof entry.item === 'string' ? entry.item : null,
        kind: kindOf(entry),
        text: text(entry.text),
        open: entry.open === true,
      })),
      decisions: list(from.decisions).filter((entry) => skills.has(entry.skill)).map((entry) => ({
        skill: entry.skill,
        ...decided(entry),
        scores: Object.fromEntries(Object.entries(entry.scores ?? {}).filter(([, level]) => [0, 1, 2, 3].includes(level))),
      })),
      overall: decided(from.overall),
      resolved: Array.isArray(from.resolved) ? from.resolved.filter((id) => typeof id === 'string') : [],
      saved: typeof from.saved?.content === 'string' ? from.saved : null,
    };
  }

  function restoreDraft() {
    try {
      const kept = localStorage.getItem(draftKey);
      if (kept === null) return false;
      draft = soundDraft(JSON.parse(kept));
      return true;
    } catch (error) {
      draftsAreKept = error instanceof SyntaxError;
      return false;
    }
  }

  /// A browser may refuse its store: drafts are not kept then.
  function tellStore(change) {
    try {
      change(localStorage);
      draftsAreKept = true;
    } catch {
      draftsAreKept = false;
    }
  }

  function keepDraft() {
    tellStore((store) => store.setItem(draftKey, JSON.stringify(draft)));
    say(draftsAreKept ? TEXT.draftKept : TEXT.draftRefused);
    showCounts();
  }

  function forgetDraft() {
    draft = emptyDraft();
    tellStore((store) => store.removeItem(draftKey));
  }

  // ---- The review as it is saved

  /// What two people cannot tell apart at sight is one name.
  function comparableName(name) {
    const drawn = (word) => word.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFKC');
    return drawn(drawn(name).toLowerCase()).replace(/\s+/gu, ' ').trim();
  }

  function authorOf(name, key) {
    return key === '' ? `name:${comparableName(name)}` : `key:${key}`;
  }

  /// Comments of earlier reviews that their authors have not closed, oldest first: those of a signed review are closed by one that the same
  /// key signed, the others by one under the same name.
  const openComments = (() => {
    const open = new Map();
    const reviews = list(plan.reviews).sort((a, b) => (text(a.created) < text(b.created) ? -1 : 1));
    for (const review of reviews) {
      const name = text(review.reviewer?.name);
      const key = text(review.signature?.key);
      for (const comment of list(review.comments)) {
        if (!/^[!-~]{1,1000}$/.test(comment.id)) continue;
        if (comment.resolved === true) [authorOf(name, key), authorOf(name, '')].forEach((author) => open.delete(`${author} ${comment.id}`));
        else if (comment.kind !== 'praise') {
          open.set(`${authorOf(name, key)} ${comment.id}`, { comment, name, isSigned: key !== '', created: text(review.created) });
        }
      }
    }
    return open;
  })();

  function commentsOfReview() {
    const written = draft.comments.map((comment) => ({ id: comment.id, skill: comment.skill, item: comment.item, kind: comment.kind,
      text: cleaned(comment.text), resolved: false }));
    const closed = [...openComments.values()].filter(({ comment }) => draft.resolved.includes(comment.id)).map(({ comment }) => ({
      id: comment.id, skill: text(comment.skill), item: text(comment.skill) === '' || text(comment.item) === '' ? null : comment.item,
      kind: kindOf(comment), text: cleaned(comment.text), resolved: true }));
    return [...written, ...closed];
  }

  /// A plan says the hash of each piece of evidence; it is computed anew over the text that is shown, where the browser can, so that nobody
  /// is made to sign what was not there.
  async function hashEvidence() {
    for (const piece of crypto.subtle ? [...skills.values()].flatMap(evidenceOf) : []) {
      const digest = await crypto.subtle.digest('SHA-256', bytesOf(`${text(piece.kind)}\n${text(piece.text)}`));
      piece.hash = hexOf(new Uint8Array(digest));
    }
  }

  /// Hashes of all evidence that the page shows of a skill.
  function seenOf(skill) {
    const hashes = new Set(evidenceOf(skill).map((entry) => text(entry.hash)).filter((hash) => /^[0-9a-f]{64}$/.test(hash)));
    return [...hashes].sort();
  }

  function decisionsOfReview() {
    return draft.decisions.filter((entry) => entry.decision !== '').map((entry) => {
      const skill = skills.get(entry.skill);
      const scored = list(skill.rubric).filter((row) => Object.hasOwn(entry.scores, row.criterion));
      const rubric = scored.map((row) => ({ criterion: row.criterion, level: entry.scores[row.criterion] }));
      return { skill: entry.skill, decision: entry.decision, text: cleaned(entry.text), rubric, seen: seenOf(skill), endorsement: null };
    });
  }

  function reviewDocument(review, created) {
    return {
      schema: SCHEMA,
      review,
      plan: plan.plan,
      revision: plan.revision,
      reviewer: { name: oneLine(cleaned(draft.name)), role: draft.role, fingerprint: null },
      created,
      comments: commentsOfReview(),
      decisions: decisionsOfReview(),
      overall: { decision: draft.overall.decision === '' ? null : draft.overall.decision, text: cleaned(draft.overall.text) },
      signature: null,
    };
  }

  function isEmpty(review) {
    return review.comments.length === 0 && review.decisions.length === 0 && review.overall.decision === null && review.overall.text.trim() === '';
  }

  /// What is written and in no saved file. The name alone is no loss.
  function hasUnsavedChanges() {
    const review = reviewDocument('', '');
    return !isEmpty(review) && JSON.stringify(review) !== draft.saved?.content;
  }

  // ---- Elements

  let lastId = 0;

  /// Ids of elements are counted, never made of a stranger's text.
  function freshId(prefix) {
    lastId += 1;
    return `review-${prefix}-${lastId}`;
  }

  function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === 'function') node.addEventListener(name, value);
      else if (value === true) node.setAttribute(name, '');
      else if (value !== false && value !== null) node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child !== null));
    return node;
  }

  function button(label, press, attributes = {}) {
    return el('button', { type: 'button', click: press, ...attributes }, label);
  }

  function buttons(...children) {
    return el('div', { class: 'buttons' }, ...children);
  }

  function labelled(label, control) {
    control.id = freshId('field');
    return el('div', { class: 'field' }, el('label', { for: control.id }, label), control);
  }

  function textField(tag, attributes, value, change) {
    const field = el(tag, { ...attributes, input: () => {
      clearFault(field);
      change(field.value);
      keepDraft();
    } });
    field.value = value;
    return field;
  }

  function textArea(value, change) {
    return textField('textarea', { rows: 3, maxlength: LONGEST_TEXT }, value, change);
  }

  function checkBox(label, isChecked, change, attributes = {}) {
    const box = el('input', { type: 'checkbox', checked: isChecked, ...attributes, change: () => {
      change(box.checked);
      keepDraft();
    } });
    return el('label', { class: 'option' }, box, el('span', {}, label));
  }

  /// One radio group. `options` are {value, label, hint}; `pick` gets the value.
  function radios(legend, options, chosen, pick, className) {
    const name = freshId('choice');
    const group = el('fieldset', { class: className }, el('legend', {}, legend));
    for (const { value, label, hint } of options) {
      const input = el('input', { type: 'radio', name, value, checked: value === chosen, change: () => {
        clearFault(group);
        pick(value);
        keepDraft();
      } });
      group.append(el('label', { class: 'option' }, input, el('span', {}, label, hint ? el('span', { class: 'hint' }, ` ${hint}`) : null)));
    }
    return group;
  }

  /// A decision with its reason or notes, as {group, area, field}.
  function decisionFields(entry, legend, label) {
    const options = DECISIONS.map((value) => ({ value, label: TEXT.decisions[value] }));
    const group = radios(legend, options, entry.decision, (value) => { entry.decision = value; }, 'decision');
    const area = textArea(entry.text, (value) => { entry.text = value; });
    group.addEventListener('change', () => clearFault(area));
    return { group, area, field: labelled(label, area) };
  }

  // ---- Faults: what is missing, said beside the field

  const faults = new Map(); // field or group -> its line

  function showFault(field, sentence) {
    clearFault(field);
    const line = el('p', { class: 'error', id: freshId('error') }, sentence);
    const control = field.matches('fieldset') ? field.querySelector('input') : field;
    control.setAttribute('aria-describedby', line.id);
    if (field.matches('textarea, input')) field.setAttribute('aria-invalid', 'true');
    if (field.matches('fieldset')) field.append(line);
    else field.after(line);
    faults.set(field, { line, control });
    return control;
  }

  function clearFault(field) {
    const fault = faults.get(field);
    if (!fault) return;
    fault.line.remove();
    fault.control.removeAttribute('aria-describedby');
    field.removeAttribute('aria-invalid');
    faults.delete(field);
  }

  // ---- Comments

  /// The places where comments stand: a skill, a line of its checklist, or the plan as a whole.
  const places = new Map();
  let undoLine = null;

  function placeKey(skill, item) {
    return JSON.stringify([skill, item]);
  }

  function addPlace(slot, skill, item, label, title) {
    const comments = el('div', { class: 'comments' });
    const name = title ? TEXT.commentOn(label, shortened(title)) : label;
    const add = button(label, () => newComment(skill, item), { class: 'add-comment', 'aria-label': name });
    slot.append(comments, add);
    places.set(placeKey(skill, item), { comments, add });
    slot.hidden = false;
  }

  function placeOf(comment) {
    return places.get(placeKey(comment.skill, comment.item)) ?? places.get(placeKey(comment.skill, null)) ?? places.get(placeKey('', null));
  }

  function newComment(skill, item) {
    const empty = draft.comments.find((entry) => entry.skill === skill && entry.item === item && entry.open && entry.text.trim() === '');
    const comment = empty ?? { id: uuid(), skill, item, kind: 'improvement', text: '', open: true };
    if (!empty) {
      draft.comments.push(comment);
      placeOf(comment).comments.append(commentNode(comment));
      keepDraft();
    }
    textAreaOf(comment).focus();
  }

  const commentNodes = new Map(); // id -> element

  function textAreaOf(comment) {
    return commentNodes.get(comment.id).querySelector('textarea');
  }

  function commentNode(comment) {
    const node = el('div', { class: `comment ${comment.kind}` }, ...(comment.open ? commentEditor(comment) : commentText(comment)));
    commentNodes.set(comment.id, node);
    return node;
  }

  function replaceComment(comment, makeNode) {
    const old = commentNodes.get(comment.id);
    old.querySelectorAll('textarea').forEach(clearFault);
    old.replaceWith(makeNode());
    keepDraft();
  }

  function redrawComment(comment, open) {
    comment.open = open;
    replaceComment(comment, () => commentNode(comment));
  }

  function commentEditor(comment) {
    const area = textArea(comment.text, (value) => { comment.text = value; });
    const options = KINDS.map((value) => ({ value, label: TEXT.kinds[value], hint: TEXT.kindMeanings[value] }));
    const pick = (value) => {
      comment.kind = value;
      commentNodes.get(comment.id).className = `comment ${value}`;
    };
    const finish = () => {
      if (comment.text.trim() === '') return showFault(area, TEXT.commentEmpty).focus();
      redrawComment(comment, false);
      return commentNodes.get(comment.id).querySelector('button').focus();
    };
    return [radios(TEXT.kind, options, comment.kind, pick, 'comment-kind'), labelled(TEXT.commentText, area),
      buttons(button(TEXT.done, finish), button(TEXT.remove, () => removeComment(comment)))];
  }

  function commentText(comment) {
    const start = shortened(comment.text);
    const edit = () => {
      redrawComment(comment, true);
      textAreaOf(comment).focus();
    };
    return [el('p', { class: 'comment-title' }, TEXT.kinds[comment.kind]), el('p', { class: 'comment-text' }, comment.text),
      buttons(button(TEXT.edit, edit, { 'aria-label': TEXT.editComment(start) }),
        button(TEXT.remove, () => removeComment(comment), { 'aria-label': TEXT.removeComment(start) }))];
  }

  /// The place of a deleted comment offers it back, until another one is deleted.
  function removeComment(comment) {
    const index = draft.comments.indexOf(comment);
    draft.comments.splice(index, 1);
    undoLine?.remove();
    const back = () => {
      draft.comments.splice(index, 0, comment);
      undoLine.replaceWith(commentNode(comment));
      undoLine = null;
      keepDraft();
      commentNodes.get(comment.id).querySelector(comment.open ? 'textarea' : 'button').focus();
    };
    const undo = button(TEXT.undo, back);
    undoLine = el('p', { class: 'comment removed' }, `${TEXT.removed}. `, undo);
    replaceComment(comment, () => undoLine);
    commentNodes.delete(comment.id);
    undo.focus();
  }

  function earlierNode({ comment, name, isSigned, created }) {
    const change = (isResolved) => {
      draft.resolved = draft.resolved.filter((id) => id !== comment.id).concat(isResolved ? [comment.id] : []);
    };
    const box = checkBox(TEXT.resolved, draft.resolved.includes(comment.id), change, { 'aria-label': TEXT.resolve(shortened(text(comment.text))) });
    const at = new Date(created);
    const date = Number.isNaN(at.getTime()) ? '' : new Intl.DateTimeFormat(document.documentElement.lang || 'en', { dateStyle: 'long' }).format(at);
    const kind = kindOf(comment);
    return el('div', { class: `comment earlier ${kind}` },
      el('p', { class: 'comment-title' }, TEXT.earlier(TEXT.kinds[kind], name || TEXT.someone, date)),
      el('p', { class: 'comment-text' }, text(comment.text)), isSigned ? null : box,
      name === '' && !isSigned ? null : el('p', { class: 'hint' }, isSigned ? TEXT.onlyKey(name || TEXT.someone) : TEXT.onlyAuthor(name)));
  }

  // ---- A skill

  function scoreGroup(row, entry) {
    const levels = Array.isArray(row.levels) ? row.levels : [];
    const options = [{ value: '', label: TEXT.noScore }, ...levels.slice(0, 4).map((level, index) => ({
      value: String(index), label: TEXT.level(index, text(level)), hint: row.self === index ? TEXT.ownScore : '' }))];
    const chosen = Object.hasOwn(entry.scores, row.criterion) ? String(entry.scores[row.criterion]) : '';
    const group = radios(text(row.title), options, chosen, (value) => {
      if (value === '') delete entry.scores[row.criterion];
      else entry.scores[row.criterion] = Number(value);
      clearFault(decisionGroups.get(entry.skill).group);
    }, 'scores');
    if (!Number.isInteger(row.self)) group.querySelector('legend').append(' ', el('span', { class: 'hint' }, TEXT.noOwnScore));
    return group;
  }

  const decisionGroups = new Map(); // skill, null for the plan as a whole -> {group, area}

  /// Something that travels with a decision alone.
  function hasGrounds(entry) {
    return entry.text.trim() !== '' || Object.keys(entry.scores).length > 0;
  }

  function decisionForm(skill, isSubmitted) {
    const entry = decisionOf(skill.id);
    const { group, area, field } = decisionFields(entry, TEXT.decision, TEXT.decisionText);
    decisionGroups.set(skill.id, { group, area });
    const parts = [...list(skill.rubric).map((row) => scoreGroup(row, entry)), group, field];
    if (isSubmitted) return el('div', { class: 'review-form' }, el('h5', {}, TEXT.review), ...parts);
    const isUsed = entry.decision !== '' || hasGrounds(entry);
    return el('details', { class: 'review-form', open: isUsed }, el('summary', {}, TEXT.notSubmitted), ...parts);
  }

  function buildSkill(section, skill) {
    for (const line of section.querySelectorAll('li[data-item]')) {
      const slot = line.querySelector('.review-slot');
      const item = list(skill.checklist).find((entry) => entry.id === line.dataset.item);
      if (slot && item) addPlace(slot, skill.id, item.id, TEXT.commentOnItem, text(item.text) || item.id);
    }
    const slot = section.querySelector('.review-slot[data-for="skill"]');
    if (!slot) return;
    addPlace(slot, skill.id, null, TEXT.commentOnSkill, text(skill.title) || skill.id);
    if (list(skill.rubric).length > 0 || submitted.includes(section)) slot.append(decisionForm(skill, submitted.includes(section)));
  }

  // ---- The bar and the end of the page

  const bar = document.getElementById('review-bar');
  const overall = document.getElementById('review-overall');
  const state = el('p', { class: 'draft-state', role: 'status' });
  const counts = el('p', { class: 'counts' });
  let nameField = null;

  function say(sentence) {
    if (state.textContent !== sentence) state.textContent = sentence;
  }

  function showCounts() {
    const open = submitted.filter((section) => decisionOf(section.dataset.skill).decision === '').length;
    counts.textContent = `${TEXT.undecided(open)}, ${TEXT.comments(draft.comments.length)}`;
  }

  function personFields() {
    nameField = textField('input', { type: 'text', maxlength: LONGEST_NAME, autocomplete: 'name' }, draft.name, (value) => { draft.name = value; });
    const options = Object.entries(TEXT.roles).map(([value, label]) => ({ value, label }));
    const role = radios(TEXT.iAm, options, draft.role, (value) => { draft.role = value; }, 'role');
    return el('div', { class: 'reviewer' }, labelled(TEXT.name, nameField), role,
      el('div', { class: 'keys' }, checkBox(TEXT.keys, draft.keys, (isOn) => { draft.keys = isOn; })));
  }

  function saveButton() {
    const press = button(TEXT.save, () => save(press), { class: 'primary save' });
    return press;
  }

  /// Asks in the page, and puts the focus back where it was.
  function discardControl() {
    const ask = button(TEXT.discard, () => {
      question.hidden = false;
      ask.hidden = true;
      no.focus();
    }, { class: 'discard' });
    const keep = () => {
      question.hidden = true;
      ask.hidden = false;
      ask.focus();
    };
    const no = button(TEXT.discardNo, keep);
    const question = el('div', { class: 'asking', role: 'group', 'aria-label': TEXT.discardQuestion, hidden: true,
      keydown: (event) => { if (event.key === 'Escape') keep(); } }, el('p', {}, TEXT.discardQuestion), button(TEXT.discardYes, discard), no);
    return el('div', { class: 'discarding' }, ask, question);
  }

  function buildBar() {
    const disabled = submitted.length === 0;
    const jumps = el('div', { class: 'jumps', role: 'group', 'aria-label': TEXT.submitted }, el('span', { 'aria-hidden': 'true' }, TEXT.submitted),
      button(TEXT.previous, () => jump(-1), { disabled, 'aria-label': TEXT.previousSubmitted }),
      button(TEXT.next, () => jump(1), { disabled, 'aria-label': TEXT.nextSubmitted }));
    const act = el('div', { class: 'save-bar' }, counts, jumps, state, saveButton());
    bar.classList.add('review-form');
    bar.setAttribute('role', 'region');
    bar.setAttribute('aria-label', TEXT.bar);
    bar.replaceChildren(personFields(), act);
    bar.hidden = false;
  }

  function buildOverall() {
    const title = el('h2', { id: freshId('title') }, TEXT.overall);
    const { group, area, field } = decisionFields(draft.overall, TEXT.overallDecision, TEXT.overallText);
    decisionGroups.set(null, { group, area });
    const slot = el('div', { class: 'review-slot' });
    overall.setAttribute('aria-labelledby', title.id);
    overall.classList.add('review-form');
    overall.replaceChildren(title, group, field, slot, el('p', { class: 'hint' }, TEXT.finish),
      buttons(saveButton(), discardControl()));
    addPlace(slot, '', null, TEXT.commentOnPlan, '');
    overall.hidden = false;
  }

  function build() {
    for (const known of [places, commentNodes, decisionGroups, faults]) known.clear();
    undoLine = null;
    document.querySelectorAll('.review-slot').forEach((slot) => slot.replaceChildren());
    buildBar();
    buildOverall();
    for (const [id, section] of sections) {
      if (skills.has(id)) buildSkill(section, skills.get(id));
    }
    for (const earlier of openComments.values()) {
      const place = placeOf({ skill: text(earlier.comment.skill), item: earlier.comment.item ?? null });
      place.comments.append(earlierNode(earlier));
    }
    for (const comment of draft.comments) placeOf(comment).comments.append(commentNode(comment));
    showCounts();
  }

  // ---- Saving

  function hasBlocker(skill) {
    return draft.comments.some((comment) => comment.kind === 'blocker' && (skill === null || comment.skill === skill));
  }

  function needsReason(entry, skill) {
    return ['request-changes', 'reject'].includes(entry.decision) && entry.text.trim() === '' && !hasBlocker(skill);
  }

  /// All that keeps the review from being saved, as [field, sentence], in the order of the page.
  function faultsOfReview() {
    const found = [];
    const checkLength = (area) => { if (bytesOf(area.value).length > LONGEST_TEXT) found.push([area, TEXT.tooLong]); };
    if (cleaned(nameField.value).trim() === '') found.push([nameField, TEXT.nameMissing]);
    for (const comment of draft.comments) {
      if (!comment.open && bytesOf(comment.text).length > LONGEST_TEXT) redrawComment(comment, true);
      if (comment.open && comment.text.trim() === '') found.push([textAreaOf(comment), TEXT.commentEmpty]);
      else if (comment.open) checkLength(textAreaOf(comment));
    }
    for (const [skill, { group, area }] of decisionGroups) {
      const entry = skill === null ? draft.overall : decisionOf(skill);
      if (needsReason(entry, skill)) found.push([area, skill === null ? TEXT.overallReasonMissing : TEXT.reasonMissing]);
      if (skill !== null && entry.decision === '' && hasGrounds(entry)) found.push([group, TEXT.decisionMissing]);
      if (skill !== null && entry.decision !== '' && seenOf(skills.get(skill)).length > MOST_SEEN) found.push([group, TEXT.tooMuchEvidence]);
      checkLength(area);
    }
    return found.sort(([a], [b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  function save(press) {
    const found = faultsOfReview();
    const content = reviewDocument('', '');
    if (found.length === 0 && isEmpty(content)) found.push([press, TEXT.nothingWritten]);
    if (found.length === 0 && content.comments.length > MOST_COMMENTS) found.push([press, TEXT.tooMany]);
    [...faults.keys()].forEach(clearFault);
    if (found.length > 0) {
      const controls = found.map(([field, sentence]) => showFault(field, sentence));
      say(TEXT.notSaved(found.length));
      reveal(controls[0], 'center');
      return;
    }
    // The same review keeps its id, so that sending it twice changes nothing.
    const key = JSON.stringify(content);
    if (draft.saved?.content !== key) draft.saved = { content: key, review: uuid(), created: new Date().toISOString() };
    download(JSON.stringify(reviewDocument(draft.saved.review, draft.saved.created), null, 2) + '\n');
    keepDraft();
    say(TEXT.saved(fileName()));
  }

  function download(content) {
    const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
    const link = el('a', { href: address, download: fileName(), hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  function discard() {
    forgetDraft();
    build();
    say(TEXT.draftDiscarded);
    nameField.focus();
  }

  // ---- Going about

  let current = -1; // index of the submitted skill that was gone to, or worked on, last

  function reveal(node, block) {
    for (let parent = node.closest('details'); parent; parent = parent.parentElement.closest('details')) parent.open = true;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block, behavior: 'instant' });
  }

  function jump(step) {
    if (submitted.length === 0) return;
    if (current < 0) current = step > 0 ? 0 : submitted.length - 1;
    else current = (current + step + submitted.length) % submitted.length;
    const heading = submitted[current].querySelector('h1, h2, h3, h4, h5, h6');
    heading.tabIndex = -1;
    reveal(heading, 'start');
  }

  function commentHere() {
    const here = document.activeElement?.closest('li[data-item], section.skill') ?? submitted[current] ?? null;
    const skill = here?.closest('section.skill')?.dataset.skill ?? '';
    const place = places.get(placeKey(skill, here?.dataset.item ?? null)) ?? places.get(placeKey('', null));
    place.add.click();
  }

  function noteWhere(event) {
    const index = submitted.indexOf(event.target.closest?.('section.skill'));
    if (index >= 0) current = index;
  }

  function onKey(event) {
    if (!draft.keys || event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.('input, textarea, select')) return;
    const act = { n: () => jump(1), p: () => jump(-1), c: commentHere }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  const wasKept = restoreDraft();
  hashEvidence();
  build();
  say(wasKept ? TEXT.draftRestored : draftsAreKept ? TEXT.draftNone : TEXT.draftRefused);
  document.addEventListener('keydown', onKey);
  document.addEventListener('focusin', noteWhere);
  document.addEventListener('pointerdown', noteWhere);
  window.addEventListener('beforeunload', (event) => {
    if (draftsAreKept || !hasUnsavedChanges()) return;
    event.preventDefault();
    event.returnValue = true; // what older browsers look at
  });
})();
