// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageSkill.h>

#include <ui/planpage/PageBody.h>
#include <ui/planpage/PageWords.h>
#include <ui/words/ReviewWords.h>
#include <ui/planpage/PlanDigest.h>
#include <ui/words/Words.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::Evidence;
using domain::EvidenceKind;

namespace {

// Longer pieces of evidence are folded.
constexpr qsizetype longText = 700;
constexpr qsizetype longLines = 14;
constexpr qsizetype teaser = 80; ///< characters of the first line that name a folded text

QString firstLine(const QString& text)
{
    const QString line = text.trimmed().section(u'\n', 0, 0).trimmed();
    return line.size() <= teaser ? line : line.left(teaser).trimmed() + u'…';
}

bool isVerbatim(EvidenceKind kind)
{
    return kind == EvidenceKind::Commit || kind == EvidenceKind::Output || kind == EvidenceKind::File || kind == EvidenceKind::Lab;
}

} // namespace

void PageSkill::write() const
{
    const PageWriter::Element section(m_page, "section",
        { { "class", u"skill"_s }, { "id", anchorOf(m_skill.id) }, { "data-skill", m_skill.id },
            { "data-submitted", m_skill.submitted ? u"true"_s : u"false"_s }, { "aria-labelledby", headingId() } });
    heading();
    facts();
    signOff();
    question();
    checklist();
    note();
    rubric();
    slot(u"skill"_s);
}

void PageSkill::heading() const
{
    m_page.put("h4", namePart(titleOf(m_skill)), { { "id", headingId() } });
    const PageWriter::Element line(m_page, "p", { { "class", u"state-line"_s } });
    writeState(m_page, m_skill.state);
    m_page.text(u" "_s);
    if (m_skill.submitted) {
        const PageWriter::Element chip(m_page, "span", { { "class", u"chip waits"_s } });
        writeIcon(m_page, u"flag"_s);
        m_page.text(tr("Waits for your decision"));
    }
    m_page.text(u" "_s);
    if (!m_skill.outcome.isEmpty()) {
        m_page.put("span", namePart(m_skill.outcome), { { "class", u"outcome"_s } });
    }
}

void PageSkill::facts() const
{
    const PageWriter::Element list(m_page, "ul", { { "class", u"facts"_s } });
    const auto fact = [this](const QString& term, const QString& value) {
        const PageWriter::Element pair(m_page, "li", {});
        m_page.put("span", term, { { "class", u"term"_s } });
        m_page.text(u" "_s);
        m_page.put("span", value, { { "class", u"value"_s } });
    };
    if (m_skill.standing) {
        fact(tr("Vouched for by"), PageWords::standing(*m_skill.standing));
    }
    if (!m_skill.checklist.empty()) {
        fact(tr("Checklist"), PageWords::ofTotal(doneItems(m_skill), static_cast<int>(m_skill.checklist.size())));
    }
    if (m_skill.spentMinutes > 0 && m_skill.hours > 0) {
        fact(tr("Time spent"),
            tr("%1, planned %2", "time spent, hours").arg(Words::minutes(m_skill.spentMinutes), Words::hours(m_skill.hours)));
    } else if (m_skill.spentMinutes > 0) {
        fact(tr("Time spent"), Words::minutes(m_skill.spentMinutes));
    } else if (m_skill.hours > 0) {
        fact(tr("Time planned"), Words::hours(m_skill.hours));
    }
    if (m_skill.level) {
        fact(tr("Level"), Words::level(*m_skill.level));
    }
}

void PageSkill::signOff() const
{
    if (!m_skill.signOff) {
        return;
    }
    const domain::SignOff& decided = m_skill.signOff->signOff;
    const bool isVoid = m_skill.signOff->isVoid;
    const QString look = isVoid ? u"void"_s : domain::approves(decided.decision) ? u"good"_s : u"sent-back"_s;
    const PageWriter::Element box(m_page, "div", { { "class", u"sign-off "_s + look } });
    writeIcon(m_page, isVoid ? u"warning"_s : domain::approves(decided.decision) ? u"check"_s : u"undo"_s);
    const PageWriter::Element words(m_page, "div", {});
    {
        const PageWriter::Element line(m_page, "p", {});
        m_page.phrase(tr("%1 by %2, %3, on %4.", "decision, name, mentor or fellow learner, date"),
            { strongPart(ReviewWords::decision(decided.decision)), namePart(decided.reviewer),
                [&](PageWriter& page) { page.text(PageWords::role(decided.role)); },
                [&](PageWriter&) { writeTime(m_context, decided.created); } });
    }
    if (isVoid) {
        m_page.put("p", tr("It no longer holds: evidence that the reviewer saw was changed or taken away since."),
            { { "class", u"void-words"_s } });
    }
    m_page.put("p", PageWords::signature(decided.signature), { { "class", u"quiet"_s } });
}

void PageSkill::question() const
{
    if (!m_skill.question) {
        return;
    }
    const PageWriter::Element box(m_page, "div", { { "class", u"question"_s } });
    m_page.put("h5", tr("Question to you"));
    const PageWriter::Element text(m_page, "div", { { "class", u"prose"_s }, { "dir", u"auto"_s } });
    writeBody(m_page, m_skill.question->text);
}

void PageSkill::note() const
{
    if (!m_skill.note || m_skill.note->text.trimmed().isEmpty()) {
        return;
    }
    m_page.put("h5", tr("The learner's note"));
    const PageWriter::Element text(m_page, "div", { { "class", u"prose note"_s }, { "dir", u"auto"_s } });
    writeBody(m_page, m_skill.note->text.trimmed());
}

bool PageSkill::isScored() const
{
    return std::any_of(
        m_skill.rubric.begin(), m_skill.rubric.end(), [](const exchange::PlanScore& score) { return score.self.has_value(); });
}

/// A table in which nothing is scored is folded.
void PageSkill::rubric() const
{
    if (m_skill.rubric.empty()) {
        return;
    }
    if (isScored()) {
        m_page.put("h5", tr("Rubric"));
        rubricTable();
        return;
    }
    const PageWriter::Element fold(m_page, "details", { { "class", u"rubric-fold"_s } });
    m_page.put("summary", tr("Rubric, not scored yet"));
    rubricTable();
}

void PageSkill::rubricTable() const
{
    const PageWriter::Element table(m_page, "table", { { "class", u"rubric"_s } });
    {
        const PageWriter::Element head(m_page, "thead", {});
        const PageWriter::Element row(m_page, "tr", {});
        m_page.put("th", tr("Looked at"), { { "scope", u"col"_s } });
        m_page.put("th", tr("The learner's own score, 0 to 3"), { { "scope", u"col"_s } });
    }
    const PageWriter::Element body(m_page, "tbody", {});
    for (const exchange::PlanScore& each : m_skill.rubric) {
        score(each);
    }
}

void PageSkill::score(const exchange::PlanScore& score) const
{
    const PageWriter::Element row(m_page, "tr", { { "data-criterion", score.criterion.id } });
    m_page.put("th", namePart(score.criterion.title.isEmpty() ? score.criterion.id : score.criterion.title), { { "scope", u"row"_s } });
    const PageWriter::Element cell(m_page, "td", {});
    if (!score.self || *score.self < 0 || *score.self > 3) {
        m_page.put("span", tr("not scored"), { { "class", u"quiet"_s } });
        return;
    }
    m_page.put("strong", PageWords::number(*score.self), { { "class", u"own-score"_s } });
    m_page.text(u" "_s);
    m_page.name(score.criterion.levels[static_cast<std::size_t>(*score.self)]);
}

void PageSkill::checklist() const
{
    if (m_skill.checklist.empty()) {
        return;
    }
    m_page.put("h5", tr("Checklist"));
    const PageWriter::Element list(m_page, "ul", { { "class", u"checklist"_s } });
    for (const exchange::PlanItem& each : m_skill.checklist) {
        item(each);
    }
}

void PageSkill::item(const exchange::PlanItem& item) const
{
    const bool isDone = item.doneAt.has_value();
    const PageWriter::Element entry(m_page, "li", { { "data-item", item.id }, { "class", isDone ? u"done"_s : u"undone"_s } });
    {
        const PageWriter::Element line(m_page, "div", { { "class", u"item"_s } });
        writeIcon(m_page, isDone ? u"box-done"_s : u"box-open"_s);
        m_page.put("span", isDone ? tr("Done:") : tr("Open:"), { { "class", u"for-ears"_s } });
        m_page.text(u" "_s);
        m_page.put("span", item.text.isEmpty() ? namePart(item.id) : namePart(item.text), { { "class", u"item-text"_s } });
        if (isDone) {
            m_page.text(u" "_s);
            writeTime(m_context, *item.doneAt);
        }
    }
    if (!item.evidence.empty()) {
        const PageWriter::Element pieces(m_page, "ul", { { "class", u"evidence"_s }, { "aria-label", tr("Evidence") } });
        for (const exchange::PlanEvidence& proof : item.evidence) {
            evidence(proof);
        }
    }
    slot(u"item"_s);
}

bool PageSkill::isNewSinceSignOff(const Evidence& evidence) const
{
    return m_skill.signOff && !m_skill.signOff->signOff.seen.contains(domain::hashOf(evidence));
}

void PageSkill::evidence(const exchange::PlanEvidence& proof) const
{
    const PageWriter::Element entry(m_page, "li", {});
    {
        const PageWriter::Element line(m_page, "p", { { "class", u"evidence-head quiet"_s } });
        m_page.put("span", Words::evidence(proof.evidence.kind), { { "class", u"kind"_s } });
        m_page.text(u" "_s);
        writeTime(m_context, proof.evidence.at);
        if (isNewSinceSignOff(proof.evidence)) {
            m_page.text(u" "_s);
            m_page.put("span", tr("New since the decision"), { { "class", u"chip"_s } });
        }
    }
    evidenceText(proof.evidence);
}

void PageSkill::evidenceText(const Evidence& evidence) const
{
    const QString text = evidence.text.trimmed().isEmpty() ? QString() : evidence.text;
    const QString look = isVerbatim(evidence.kind) ? u"prose verbatim"_s : u"prose"_s;
    const auto body = [&](PageWriter& page) { writeBody(page, text); };
    const qsizetype lines = text.count(u'\n') + 1;
    if (text.size() <= longText && lines <= longLines) {
        m_page.put("div", body, { { "class", look }, { "dir", u"auto"_s } });
        return;
    }
    const PageWriter::Element fold(m_page, "details", { { "class", u"long-evidence"_s } });
    {
        const PageWriter::Element summary(m_page, "summary", {});
        m_page.phrase(tr("%1 (%2 in all)", "first words of a text; its number of lines"),
            { namePart(firstLine(text)), [&](PageWriter& page) { page.text(tr("%n line(s)", nullptr, static_cast<int>(lines))); } });
    }
    m_page.put("div", body, { { "class", look }, { "dir", u"auto"_s } });
}

void PageSkill::slot(const QString& of) const
{
    const PageWriter::Element empty(m_page, "div", { { "class", u"review-slot"_s }, { "data-for", of }, { "hidden", QString() } });
}

} // namespace waymark::ui
