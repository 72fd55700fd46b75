// SPDX-License-Identifier: GPL-3.0-or-later
// Makes sequences.tsv with ts-fsrs 5.4.2, the TypeScript scheduler of open-spaced-repetition. In a copy of this folder:
//   npm install ts-fsrs@5.4.2 && node make.mjs > sequences.tsv
// The same version gives the same file: the only chance in it is the seeded generator below.
import { FSRSVersion, Rating, State, clipParameters, createEmptyCard, default_w, fsrs, get_fuzz_range } from 'ts-fsrs';

const sequences = 2400;
const weightSets = 40;
const fuzzRows = 400;
const day = 86400000;
const minute = 60000;
const start = Date.UTC(2026, 0, 1, 12); // noon, so that a UTC date and a learning day that begins at 04:00 UTC change together

// Mulberry32: 32 bits of state, made from one seed.
let seed = 20261121;
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const integer = (from, to) => from + Math.floor(random() * (to - from + 1));
const pick = (list) => list[integer(0, list.length - 1)];

// ts-fsrs raises a first stability below 0.1 and brings weights into the bounds of its optimiser, by the number of relearning steps.
// Only weights that it leaves alone are used.
const kept = (w, relearning) => clipParameters(w, relearning.length).every((value, i) => value === w[i]) && w.slice(0, 4).every((s) => s >= 0.1);

function variedWeights() {
  for (;;) {
    const w = default_w.map((value) => Number((value * Math.exp((random() + random() + random() - 1.5) * 0.8)).toFixed(4)));
    const first = w.slice(0, 4).sort((a, b) => a - b);
    const varied = [...first, ...w.slice(4)];
    if (kept(varied, ['10m'])) return varied;
  }
}

const stepSets = [
  { learning: [1, 10], relearning: [10] },
  { learning: [1, 10], relearning: [10] },
  { learning: [1, 10], relearning: [10] },
  { learning: [], relearning: [] },
  { learning: [], relearning: [] },
  { learning: [15], relearning: [] },
  { learning: [], relearning: [25] },
  { learning: [1, 6, 45], relearning: [5, 30] },
];

// Grades of a learner: mostly good, mostly failing, or anything.
const gradeMixes = [[3], [1, 2, 3, 3, 3, 3, 3, 4], [1, 2, 3, 3, 4], [1, 1, 2, 3], [1, 2, 3, 4], [2, 3], [3, 4]];

function elapsedFor(card) {
  if (card.state !== State.Review) return random() < 0.85 ? 0 : integer(1, 4);
  const scheduled = card.scheduled_days;
  const days = pick([
    () => scheduled, () => scheduled, () => scheduled, () => Math.round(scheduled * (0.5 + random())),
    () => integer(0, 2), () => 0, () => integer(0, 30), () => integer(0, 400),
  ])();
  return Math.min(days, 400);
}

const text = (card, now) => (card.state === State.Review ? `${card.scheduled_days}d` : `${Math.round((card.due - now) / minute)}m`);
const exact = (value) => Number(value.toPrecision(8)).toString();

// Left out, because the figures of ts-fsrs are not shared: intervals above the maximum (it forces them apart beyond it), and those
// whose days lie so near to a half that its rounding of every figure to 8 places may decide (`margin` of them, relative).
const margin = 1e-7;
let leftOut = 0;

function isShared(scheduler, cards) {
  return cards.every((card) => {
    const days = card.stability * scheduler.interval_modifier;
    const toHalf = Math.abs(days - Math.floor(days) - 0.5);
    return card.scheduled_days <= 36500 && toHalf > margin * Math.max(1, days);
  });
}

function sequenceRow(weights) {
  for (;;) {
    const id = random() < 0.3 ? 0 : integer(1, weights.length - 1);
    const steps = pick(stepSets);
    const minutes = (list) => list.map((value) => `${value}m`);
    if (!kept(weights[id], minutes(steps.relearning))) continue;
    const retention = integer(80, 95) / 100;
    const scheduler = fsrs({
      w: weights[id], request_retention: retention, enable_fuzz: false, enable_short_term: true,
      learning_steps: minutes(steps.learning), relearning_steps: minutes(steps.relearning),
    });
    const mix = pick(gradeMixes);
    const length = integer(3, 40);
    const columns = { grades: [], elapsed: [], stability: [], difficulty: [], phases: [], previews: [] };
    let card = createEmptyCard(new Date(start));
    let days = 0;
    let shared = true;
    for (let i = 0; i < length && shared; ++i) {
      const elapsed = i === 0 ? 0 : elapsedFor(card);
      days += elapsed;
      const now = new Date(start + days * day + i * minute);
      const all = scheduler.repeat(card, now);
      const cards = [Rating.Again, Rating.Hard, Rating.Good, Rating.Easy].map((grade) => all[grade].card);
      shared = isShared(scheduler, cards);
      const grade = pick(mix);
      card = cards[grade - 1];
      columns.grades.push(grade);
      columns.elapsed.push(elapsed);
      columns.stability.push(exact(card.stability));
      columns.difficulty.push(exact(card.difficulty));
      columns.phases.push(card.state);
      columns.previews.push(cards.map((each) => text(each, now)).join('/'));
    }
    if (!shared) {
      ++leftOut;
      continue;
    }
    return ['sequence', id, retention, steps.learning.join(' '), steps.relearning.join(' '), columns.grades.join(''),
      columns.elapsed.join(' '), columns.stability.join(' '), columns.difficulty.join(' '), columns.phases.join(''),
      columns.previews.join(' '), card.reps, card.lapses];
  }
}

function fuzzRow() {
  const maximum = pick([36500, 36500, 365, 100]);
  const days = Math.min(maximum, pick([() => integer(3, 10), () => integer(3, 60), () => integer(3, 36500)])());
  const elapsed = pick([0, days - 1, days, days + 5, integer(0, days)]);
  const range = get_fuzz_range(days, elapsed, maximum);
  return ['fuzz', days, elapsed, maximum, range.min_ivl, range.max_ivl];
}

const weights = [Array.from(default_w)];
while (weights.length < weightSets) weights.push(variedWeights());
const rows = [];
for (let i = 0; i < sequences; ++i) rows.push(sequenceRow(weights));
const fuzz = [];
for (let i = 0; i < fuzzRows; ++i) fuzz.push(fuzzRow());

const lines = [
  'SPDX-License-Identifier: GPL-3.0-or-later',
  `Made by make.mjs with the npm package ts-fsrs ${FSRSVersion} (enable_fuzz false, enable_short_term true).`,
  'weights   id, w0..w20',
  'sequence  weights, retention, learning minutes, relearning minutes, grades, elapsed days, then after each recall: stability,',
  '          difficulty, phase (1 learning, 2 review, 3 relearning) and what again/hard/good/easy would give (minutes m, days d);',
  '          at last recalls and lapses',
  'fuzz      days, elapsed days, maximum, lowest, highest',
  `${leftOut} sequences were left out: an interval above 36500 days, or one so near to a half day that rounding to 8 places decides.`,
].map((line) => `# ${line}`);
for (const [id, w] of weights.entries()) lines.push(['weights', id, ...w].join('\t'));
for (const row of [...rows, ...fuzz]) lines.push(row.join('\t'));
process.stdout.write(`${lines.join('\n')}\n`);
