// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/skill/MentorPanel.h>

#include <ui/ReadOnly.h>
#include <ui/mentor/EntryRow.h>
#include <ui/mentor/ReviewIcons.h>
#include <ui/skill/QuestionPanel.h>
#include <ui/skill/Retire.h>
#include <ui/skill/RubricPanel.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/words/Isolated.h>
#include <ui/words/LocalTime.h>
#include <ui/words/ReviewWords.h>
#include <ui/words/WrappedText.h>

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using exchange::ReviewEntry;
using learning::SkillState;
using learning::Standing;

namespace {

constexpr std::size_t mostThreads = 20; ///< a review may have thousands of comments on one skill

bool isBegun(SkillState state)
{
    return state == SkillState::Learning || state == SkillState::Practised || state == SkillState::Mastered || state == SkillState::Fading;
}

ReviewSign signOf(Standing standing)
{
    switch (standing) {
    case Standing::Self:
        return { IconId::Note, Tone::SoftText };
    case Standing::Test:
        return { IconId::Check, Tone::Practised };
    case Standing::Peer:
    case Standing::Mentor:
        break;
    }
    return { IconId::Mentor, Tone::Mastered };
}

} // namespace

MentorPanel::MentorPanel(session::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_shelf(workspace)
    , m_standing(new QWidget(this))
    , m_vouched(new Chip({}, {}, Tone::Text, m_standing))
    , m_threads(new QVBoxLayout)
    , m_all(new QPushButton(tr("Open the review"), this))
    , m_question(new QuestionPanel(workspace, this))
    , m_rubric(new RubricPanel(workspace, this))
{
    setObjectName(u"mentor"_s);
    m_vouched->setObjectName(u"mentor.standing"_s);
    auto* vouched = new QHBoxLayout(m_standing);
    vouched->setContentsMargins(0, 0, 0, 0);
    vouched->setSpacing(space::s);
    vouched->addWidget(new TextLabel(TextRole::Caption, tr("Who vouches for it"), m_standing), 1);
    vouched->addWidget(m_vouched);
    m_threads->setSpacing(0);
    m_all->setObjectName(u"mentor.review"_s);
    setButtonKind(*m_all, ButtonKind::Quiet);
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested({ PageId::Mentor, m_shown, {} }); });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(new TextLabel(TextRole::Heading, tr("Mentor"), this));
    column->addWidget(m_standing);
    column->addWidget(makeSignOff());
    column->addWidget(makeBadge());
    column->addLayout(m_threads);
    column->addWidget(m_all, 0, Qt::AlignLeft);
    column->addWidget(m_question);
    column->addWidget(m_rubric);
    whenReadOnlyChanges(m_workspace, this, [this] {
        if (!m_skill.isEmpty()) {
            refresh();
        }
    });
}

QWidget* MentorPanel::makeSignOff()
{
    m_signOff = new QWidget(this);
    m_signOffSign = new IconMark(IconId::Check, Tone::Mastered, m_signOff);
    m_signOffWords = wrapped(TextRole::Body, {}, m_signOff);
    m_signOffWords->setObjectName(u"mentor.signOff"_s);
    m_changed = wrapped(TextRole::Caption, {}, m_signOff);
    m_changed->setObjectName(u"mentor.changed"_s);
    auto* words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(m_signOffWords);
    words->addWidget(m_changed);
    auto* row = new QHBoxLayout(m_signOff);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_signOffSign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    return m_signOff;
}

QWidget* MentorPanel::makeBadge()
{
    m_badgeBox = new QWidget(this);
    auto* column = bareColumn(m_badgeBox, space::xs);
    m_badge = pushButton(u"mentor.badge"_s, tr("Export badge…"), m_badgeBox, ButtonKind::Quiet);
    m_badge->setIcon(icon(IconId::Export));
    connect(m_badge, &QPushButton::clicked, this, &MentorPanel::badgeRequested);
    m_noBadge = wrapped(TextRole::Caption, {}, m_badgeBox);
    m_noBadge->setObjectName(u"mentor.noBadge"_s);
    column->addWidget(m_badge, 0, Qt::AlignLeft);
    column->addWidget(m_noBadge);
    return m_badgeBox;
}

void MentorPanel::setSkill(const QString& skill)
{
    m_skill = skill;
    m_question->setSkill(skill);
    m_rubric->setSkill(skill);
    refresh();
}

void MentorPanel::refresh()
{
    showVouching();
    showThreads();
    m_question->refresh();
    m_rubric->refresh();
    const bool hasScores = !m_workspace.progress().skill(m_skill).scores.isEmpty();
    m_rubric->setVisible(hasScores || isBegun(m_workspace.stateOf(m_skill)));
}

void MentorPanel::showVouching()
{
    const learning::Vouching vouching = learning::vouchingOf(m_workspace.progress().skill(m_skill), m_workspace.stateOf(m_skill));
    m_standing->setVisible(vouching.standing.has_value());
    if (vouching.standing) {
        const ReviewSign sign = signOf(*vouching.standing);
        m_vouched->setContent(ReviewWords::standing(*vouching.standing), sign.icon, sign.tone);
    }
    showBadge(vouching);
    m_signOff->setVisible(vouching.signOff.has_value());
    if (!vouching.signOff) {
        return;
    }
    const ReviewSign sign = vouching.isVoid ? ReviewSign { IconId::Warning, Tone::Mark } : ui::signOf(vouching.signOff->decision);
    m_signOffSign->setIcon(sign.icon, sign.tone);
    m_signOffWords->setText(breakable(ReviewWords::signOff(vouching, m_workspace.progress().keys(), m_workspace.zone())));
    const domain::Skill* skill = m_workspace.roadmap().find(m_skill);
    const QStringList changed
        = vouching.isVoid && skill != nullptr ? ReviewWords::changedEvidence(vouching.changed, *skill) : QStringList();
    m_changed->setText(breakable(changed.join(u'\n')));
    m_changed->setVisible(!changed.isEmpty());
}

/// The reason stands below as well: a button that is off tells it neither to a keyboard nor to a screen reader.
void MentorPanel::showBadge(const learning::Vouching& vouching)
{
    const QString obstacle = ReviewWords::noBadge(vouching);
    m_badgeBox->setVisible(vouching.signOff || isBegun(m_workspace.stateOf(m_skill)));
    m_badge->setEnabled(obstacle.isEmpty());
    m_badge->setToolTip(obstacle.isEmpty() ? tr("The approval as a signed file that other programs can check") : obstacle);
    m_badge->setStatusTip(obstacle);
    m_badge->setAccessibleDescription(m_badge->toolTip());
    m_noBadge->setText(obstacle);
    m_noBadge->setVisible(!obstacle.isEmpty());
}

void MentorPanel::showThreads()
{
    m_shown.clear();
    const std::vector<session::ReviewLetter> letters = m_shelf.letters();
    std::vector<Said> open;
    int more = 0;
    for (const session::ReviewLetter& letter : letters) {
        for (const ReviewEntry& entry : letter.entries) {
            if (entry.skill != m_skill || m_skill.isEmpty()) {
                continue;
            }
            m_shown = m_shown.isEmpty() ? letter.id : m_shown;
            if (entry.isOpen() && open.size() < mostThreads) {
                open.push_back({ letter, entry });
            } else if (entry.isOpen() && ++more == 1) {
                m_shown = letter.id;
            }
        }
    }
    showOnly(open);
    m_all->setText(more == 0 ? tr("Open the review") : tr("Open the review (%n more)", "comments", more));
    m_all->setVisible(!m_shown.isEmpty());
}

/// Rows that stay are kept, with the keyboard in them.
void MentorPanel::showOnly(const std::vector<Said>& open)
{
    const auto is
        = [](const Thread& thread, const Said& said) { return thread.review == said.letter.id && thread.row->entry() == said.entry.id; };
    const auto isGone
        = [&](const Thread& thread) { return std::ranges::none_of(open, [&](const Said& said) { return is(thread, said); }); };
    for (const Thread& thread : m_rows) {
        if (isGone(thread)) {
            retire(thread.row);
        }
    }
    std::erase_if(m_rows, isGone);
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (i == m_rows.size() || !is(m_rows[i], open[i])) {
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i), makeThread(open[i], static_cast<int>(i)));
        }
        m_rows[i].row->setFace(faceHere(open[i]));
    }
    for (; m_rows.size() > open.size(); m_rows.pop_back()) {
        retire(m_rows.back().row); // another order than before
    }
}

EntryFace MentorPanel::faceHere(const Said& said) const
{
    const exchange::ReviewDocument& review = *said.letter.review;
    EntryFace face = faceOf(m_workspace, said.letter, said.entry);
    const QString day = dayText(review.created, m_workspace.zone());
    face.source = tr("%1, %2", "a person, a date").arg(isolated(ReviewWords::reviewer(review.reviewer.name)), day);
    std::erase(face.acts, EntryAct::Reject); // said where the whole review is read
    return face;
}

MentorPanel::Thread MentorPanel::makeThread(const Said& said, int place)
{
    auto* row = new EntryRow(said.entry.id, this);
    connect(row, &EntryRow::actRequested, this,
        [this, review = said.letter.id](const QString& id, EntryAct act) { EntryActs::run(act, m_shelf, review, QString(id)); });
    m_threads->insertWidget(place, row);
    row->show();
    return { said.letter.id, row };
}

void MentorPanel::save()
{
    m_question->save();
}

QStringList MentorPanel::unsavedSkills() const
{
    return m_question->unsavedSkills();
}

} // namespace waymark::ui
