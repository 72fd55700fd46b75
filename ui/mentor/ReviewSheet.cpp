// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewSheet.h>

#include <ui/mentor/ReviewHead.h>
#include <ui/skill/Retire.h>
#include <ui/skill/SkillLink.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>
#include <ui/words/WrappedText.h>

#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::ReviewEntry;

namespace {

constexpr std::size_t rowsAtOnce = 60; // a review may have thousands of entries
constexpr int widestText = 880; // logical pixels

/// The overall word first, then skill by skill as the review names them, each with its decision before the comments.
std::vector<ReviewEntry> inOrder(std::vector<ReviewEntry> entries)
{
    QHash<QString, qsizetype> groups { { QString(), 0 } };
    for (const ReviewEntry& entry : entries) {
        if (!groups.contains(entry.skill)) {
            groups.insert(entry.skill, groups.size());
        }
    }
    const auto rank
        = [&groups](const ReviewEntry& entry) { return std::pair(groups.value(entry.skill), entry.kind == ReviewEntry::Kind::Comment); };
    std::ranges::stable_sort(entries, {}, rank);
    return entries;
}

} // namespace

ReviewSheet::ReviewSheet(session::Workspace& workspace, session::ReviewShelf& shelf, QWidget* parent)
    : QScrollArea(parent)
    , m_workspace(workspace)
    , m_shelf(shelf)
    , m_limit(rowsAtOnce)
    , m_head(new ReviewHead(workspace))
    , m_column(new QVBoxLayout)
{
    setObjectName(u"reviews.sheet"_s);
    setAccessibleName(tr("The chosen review"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setMaximumWidth(widestText);
    m_column->setContentsMargins(space::xl, 0, space::l, space::xl);
    m_column->setSpacing(space::l);
    m_column->addWidget(m_head);
    m_column->addStretch(1);
    content->setLayout(m_column);
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(content, 100);
    row->addStretch(1);
    setWidget(holder);
}

void ReviewSheet::setLetter(const std::optional<session::ReviewLetter>& letter)
{
    const bool isAnother = (letter ? letter->id : QString()) != (m_letter ? m_letter->id : QString());
    m_letter = letter;
    if (isAnother) {
        m_limit = rowsAtOnce;
        m_current.clear();
        verticalScrollBar()->setValue(0);
    }
    refresh();
}

void ReviewSheet::setOpenOnly(bool openOnly)
{
    m_isOpenOnly = openOnly;
    refresh();
}

std::vector<ReviewEntry> ReviewSheet::shownEntries() const
{
    std::vector<ReviewEntry> entries = inOrder(m_letter->entries);
    if (m_isOpenOnly) {
        std::erase_if(entries, [](const ReviewEntry& entry) { return !entry.isOpen(); });
    }
    return entries;
}

void ReviewSheet::refresh()
{
    widget()->setVisible(m_letter.has_value());
    if (!m_letter) {
        return;
    }
    m_head->setLetter(*m_letter);
    const std::vector<ReviewEntry> entries = shownEntries();
    const std::size_t count = std::min(entries.size(), m_limit);
    const bool isSame = m_entries != nullptr && count == m_rows.size()
        && std::ranges::equal(m_rows, std::span(entries).first(count), {}, &EntryRow::entry, &ReviewEntry::id);
    if (!isSame) {
        rebuild(entries);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setFace(faceOf(m_workspace, *m_letter, entries[i]));
    }
    refreshGroups();
}

void ReviewSheet::rebuild(const std::vector<ReviewEntry>& entries)
{
    const int before = rowOf(m_current);
    const bool hadFocus = m_entries != nullptr && m_entries->isAncestorOf(window()->focusWidget());
    const int top = verticalScrollBar()->value();
    if (m_entries != nullptr) {
        retire(m_entries);
    }
    m_rows.clear();
    m_links.clear();
    m_entries = new QWidget;
    auto* column = new QVBoxLayout(m_entries);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    QVBoxLayout* group = nullptr;
    const std::size_t count = std::min(entries.size(), m_limit);
    for (std::size_t i = 0; i < count; ++i) {
        if (i == 0 || entries[i].skill != entries[i - 1].skill) {
            group = makeGroup(entries[i].skill);
            column->addWidget(group->parentWidget());
        }
        auto* row = new EntryRow(entries[i].id, m_entries);
        connect(row, &EntryRow::actRequested, this, &ReviewSheet::run);
        connect(row, &EntryRow::focused, this, [this](const QString& entry) { m_current = entry; });
        group->addWidget(row);
        m_rows.push_back(row);
    }
    const bool hasMore = entries.size() > count;
    const bool hidesSome = m_isOpenOnly && entries.empty() && !m_letter->entries.empty();
    if (hasMore || hidesSome) {
        if (hidesSome) {
            auto* sentence = wrapped(TextRole::Body, tr("Nothing of this review waits for you."), m_entries);
            sentence->setObjectName(u"review.nothingOpen"_s);
            column->addWidget(sentence);
        }
        auto* more = new QPushButton(
            hasMore ? tr("Show %n more", nullptr, static_cast<int>(entries.size() - count)) : tr("Show what is answered"), m_entries);
        more->setObjectName(u"review.more"_s);
        column->addWidget(more, 0, Qt::AlignLeft);
        connect(more, &QPushButton::clicked, this, [this, hasMore] {
            if (hasMore) {
                m_limit += rowsAtOnce;
                refresh();
            } else {
                Q_EMIT allRequested();
            }
        });
    }
    m_column->insertWidget(1, m_entries);
    m_entries->show(); // now, not with the next event: one of the rows may get the keyboard
    verticalScrollBar()->setValue(top);
    if (hadFocus && !m_rows.empty()) {
        const int again = rowOf(m_current);
        focusRow(again >= 0 ? again : std::clamp(before, 0, static_cast<int>(m_rows.size()) - 1));
    }
}

/// A card with the title of the skill, which leads to its page.
QVBoxLayout* ReviewSheet::makeGroup(const QString& skill)
{
    auto* card = new Card(m_entries);
    card->setContentsMargins(space::s, space::s, space::s, space::s);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    const domain::Skill* found = m_workspace.roadmap().find(skill);
    if (found == nullptr) {
        auto* title = wrapped(TextRole::Heading,
            skill.isEmpty() ? tr("The plan as a whole") : tr("%1 (not in your course)", "id of a skill").arg(isolated(breakable(skill))),
            card);
        title->setContentsMargins(space::xs, space::xs, space::xs, 0);
        column->addWidget(title);
        return column;
    }
    auto* link = new SkillLink(skill, found->title, card);
    link->setFont(type::heading(font()));
    link->setToolTip(tr("Open the skill (Enter)"));
    connect(link, &SkillLink::clicked, this, [this, skill] { Q_EMIT placeRequested({ PageId::Skill, skill, {} }); });
    column->addWidget(link);
    m_links.push_back(link);
    return column;
}

void ReviewSheet::refreshGroups()
{
    for (SkillLink* link : m_links) {
        link->setState(m_workspace.stateOf(link->skill()));
    }
}

const ReviewEntry* ReviewSheet::find(const QString& entry) const
{
    if (!m_letter) {
        return nullptr;
    }
    const auto found = std::ranges::find(m_letter->entries, entry, &ReviewEntry::id);
    return found == m_letter->entries.end() ? nullptr : &*found;
}

int ReviewSheet::rowOf(const QString& entry) const
{
    const auto found = std::ranges::find(m_rows, entry, &EntryRow::entry);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ReviewSheet::focusRow(int row)
{
    EntryRow* chosen = m_rows[static_cast<std::size_t>(row)];
    m_current = chosen->entry();
    chosen->setFocus(Qt::OtherFocusReason);
    widget()->layout()->activate(); // a row that was just made has its place only now
    ensureWidgetVisible(chosen, 0, space::xl);
}

void ReviewSheet::step(int by)
{
    if (m_rows.empty()) {
        return;
    }
    const int now = rowOf(m_current);
    const int last = static_cast<int>(m_rows.size()) - 1;
    focusRow(now < 0 ? (by > 0 ? 0 : last) : std::clamp(now + by, 0, last));
}

void ReviewSheet::act(EntryAct act)
{
    if (m_current.isEmpty() || rowOf(m_current) < 0) {
        step(1);
        return; // first see what it would be done to
    }
    run(m_current, act);
}

void ReviewSheet::run(QString entry, EntryAct act)
{
    const ReviewEntry* found = find(entry);
    if (found == nullptr || !EntryActs::fits(act, m_workspace, m_letter->id, *found)) {
        return;
    }
    const bool isDecision = found->kind == ReviewEntry::Kind::Decision;
    m_current = entry;
    const QString review = m_letter->id; // the letter is another one after the edit
    const auto done = EntryActs::run(act, m_shelf, review, entry);
    if (done && isDecision) {
        Q_EMIT noticeRequested(
            tr("Done: %1. Undo takes it back.", "an edit").arg(Words::edit(*done, m_workspace.roadmap())), NoticeTone::Success);
    }
}

void ReviewSheet::openSkill()
{
    const ReviewEntry* found = find(m_current);
    if (found != nullptr && m_workspace.roadmap().find(found->skill) != nullptr) {
        Q_EMIT placeRequested({ PageId::Skill, found->skill, {} });
    }
}

} // namespace waymark::ui
