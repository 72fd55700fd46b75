// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/EntryRow.h>

#include <ui/mentor/ReviewIcons.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Theme.h>
#include <ui/theme/TrailPainting.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/WrappedText.h>

#include <session/PlanMaking.h>

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::ReviewAnswer;
using exchange::ReviewEntry;

namespace {

constexpr EntryAct allActs[] = { EntryAct::Accept, EntryAct::Resolve, EntryAct::Reject, EntryAct::Reopen };

ReviewSign signOf(const ReviewEntry& entry)
{
    if (entry.kind == ReviewEntry::Kind::Comment) {
        return ui::signOf(entry.comment);
    }
    return entry.decision ? ui::signOf(*entry.decision) : ReviewSign { IconId::Mentor, Tone::Text };
}

ReviewSign standingSign(const ReviewEntry& entry)
{
    if (entry.isClosedByReviewer) {
        return { IconId::Lock, Tone::SoftText };
    }
    if (!entry.answer) {
        return { IconId::Clock, Tone::Mark };
    }
    if (entry.answer->kind == ReviewAnswer::Kind::Rejected) {
        return { IconId::Close, Tone::SoftText };
    }
    return entry.isOpen() ? ReviewSign { IconId::Edit, Tone::Learning } : ReviewSign { IconId::Check, Tone::Mastered };
}

QString kindOf(const ReviewEntry& entry)
{
    if (entry.kind == ReviewEntry::Kind::Comment) {
        return ReviewWords::comment(entry.comment);
    }
    return entry.decision ? ReviewWords::decision(*entry.decision) : EntryRow::tr("A word on the whole");
}

QString scoresOf(const session::Workspace& workspace, const ReviewEntry& entry)
{
    if (entry.rubric.empty()) {
        return {};
    }
    const auto rubric = session::rubricOf(workspace, entry.skill);
    QStringList scores;
    for (const exchange::RubricScore& score : entry.rubric) {
        QString title = score.criterion;
        for (const exchange::RubricCriterion& each : rubric ? *rubric : std::vector<exchange::RubricCriterion>()) {
            title = each.id == score.criterion ? each.title : title;
        }
        scores.append(EntryRow::tr("%1: %2 of 3", "what is scored, the score").arg(isolated(title), QLocale().toString(score.level)));
    }
    return scores.join(u" · "_s);
}

QString cautionOf(const ReviewEntry& entry)
{
    return entry.isChangedSince && entry.isOpen() ? EntryRow::tr("The evidence of this skill has changed since this was written.")
                                                  : QString();
}

void put(TextLabel* label, const QString& text)
{
    label->setText(breakable(text));
    label->setVisible(!text.isEmpty());
}

} // namespace

EntryFace faceOf(const session::Workspace& workspace, const session::ReviewLetter& letter, const ReviewEntry& entry)
{
    return { entry, ReviewWords::entry(entry, workspace.roadmap()), ReviewWords::line(entry, workspace.roadmap()), {},
        scoresOf(workspace, entry), cautionOf(entry), EntryActs::consequence(workspace, letter, entry),
        EntryActs::on(workspace, letter.id, entry) };
}

EntryRow::EntryRow(const QString& entry, QWidget* parent)
    : QWidget(parent)
    , m_id(entry)
    , m_sign(new IconMark(IconId::Note, Tone::Text, this))
    , m_kind(new TextLabel(TextRole::Strong, {}, this))
    , m_standing(new Chip({}, {}, Tone::Text, this))
    , m_source(makeLine(u"entry.source"_s))
    , m_about(makeLine(u"entry.about"_s))
    , m_text(wrapped(TextRole::Body, {}, this))
    , m_scores(makeLine(u"entry.scores"_s))
    , m_cautionRow(new QWidget(this))
    , m_caution(wrapped(TextRole::Body, {}, m_cautionRow))
    , m_consequence(makeLine(u"entry.consequence"_s))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"entry."_s + entry);
    setFocusPolicy(Qt::StrongFocus);
    m_text->setObjectName(u"entry.text"_s);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_caution->setObjectName(u"entry.caution"_s);
    m_standing->setObjectName(u"entry.standing"_s);

    auto* warning = new QHBoxLayout(m_cautionRow);
    warning->setContentsMargins(0, 0, 0, 0);
    warning->setSpacing(space::s);
    warning->addWidget(new IconMark(IconId::Warning, Tone::Mark, m_cautionRow), 0, Qt::AlignTop);
    warning->addWidget(m_caution, 1);
    m_buttons->setSpacing(space::s);
    for (const EntryAct act : allActs) {
        auto* button = new QPushButton(this);
        button->setObjectName(u"entry.%1.%2"_s.arg(EntryActs::name(act), entry));
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT actRequested(m_id, act); });
        m_acts.push_back(button);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);

    auto* words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addLayout(makeHead());
    for (QWidget* line : std::initializer_list<QWidget*> { m_source, m_about, m_text, m_scores, m_cautionRow, m_consequence }) {
        words->addWidget(line);
    }
    words->addSpacing(space::xs);
    words->addLayout(m_buttons);
    auto* row = new QHBoxLayout(this);
    m_sign->setFixedSize(size::iconSmall, size::iconSmall); // as the sign of the skill above it
    row->setContentsMargins(space::xs, space::s, space::xs, space::s);
    row->setSpacing(space::s);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

QLayout* EntryRow::makeHead()
{
    auto* head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_kind, 1);
    head->addWidget(m_standing, 0, Qt::AlignTop);
    m_kind->setWordWrap(true);
    return head;
}

TextLabel* EntryRow::makeLine(const QString& name)
{
    TextLabel* line = wrapped(TextRole::Caption, {}, this);
    line->setObjectName(name);
    return line;
}

void EntryRow::setFace(const EntryFace& face)
{
    if (!m_isEmpty && face == m_face) {
        return;
    }
    m_isEmpty = false;
    m_face = face;
    const ReviewSign sign = signOf(face.entry);
    m_sign->setIcon(sign.icon, sign.tone);
    m_kind->setText(kindOf(face.entry));
    const ReviewSign standing = standingSign(face.entry);
    m_standing->setContent(ReviewWords::answer(face.entry), standing.icon, standing.tone);
    put(m_source, face.source);
    put(m_about, face.about);
    put(m_text, face.entry.text);
    put(m_scores, face.scores);
    m_caution->setText(face.caution);
    m_cautionRow->setVisible(!face.caution.isEmpty());
    put(m_consequence, face.consequence);
    setAccessibleName(tr("%1. %2", "an entry of a review, where it stands").arg(isolated(face.title), ReviewWords::answer(face.entry)));
    setAccessibleDescription(QStringList { face.entry.text, face.caution, face.consequence }.join(u' ').simplified());
    showButtons();
}

void EntryRow::showButtons()
{
    const bool hadFocus = std::ranges::any_of(m_acts, [](const QPushButton* button) { return button->hasFocus(); });
    for (const EntryAct act : allActs) {
        QPushButton* button = m_acts[static_cast<std::size_t>(act)];
        const QString word = EntryActs::word(act, m_face.entry);
        const QString keys = EntryActs::keys(act);
        button->setText(word);
        button->setAccessibleName(tr("%1: %2", "a button, an entry of a review").arg(word, isolated(m_face.title)));
        button->setToolTip(keys.isEmpty() ? word : u"%1 (%2)"_s.arg(word, keys));
        button->setVisible(std::ranges::count(m_face.acts, act) > 0);
        setButtonKind(*button, act == EntryAct::Reject || act == EntryAct::Reopen ? ButtonKind::Quiet : ButtonKind::Standard);
    }
    const bool lostFocus = hadFocus && std::ranges::none_of(m_acts, [](const QPushButton* button) { return button->hasFocus(); });
    if (lostFocus) {
        setFocus(Qt::OtherFocusReason); // the keyboard stays where it worked
    }
}

void EntryRow::paintEvent(QPaintEvent*)
{
    if (hasFocus()) {
        QPainter painter(this);
        paintFocusRing(painter, rect());
    }
}

void EntryRow::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
    Q_EMIT focused(m_id);
}

void EntryRow::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool EntryRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        Q_EMIT focused(m_id);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waymark::ui
