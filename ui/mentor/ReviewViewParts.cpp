// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/mentor/ReviewView.h>

#include <ui/lists/SearchField.h>
#include <ui/mentor/AnswerSheet.h>
#include <ui/mentor/DecisionPanel.h>
#include <ui/theme/Controls.h>
#include <ui/theme/ElidedLabel.h>
#include <ui/words/Isolated.h>
#include <ui/words/ReviewWords.h>

#include <QDateTime>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

/// What the view of an answer is made of.
namespace waymark::ui {

using domain::Decision;

namespace {

constexpr int listWidth = 280;

QScrollArea* scrolling(QWidget* parent, const QString& name)
{
    auto* area = new QScrollArea(parent);
    area->setObjectName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

} // namespace

QAction* ReviewView::makeAction(const QString& name, const QString& text, const QKeySequence& keys, std::function<void()> done)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(done));
    addAction(action);
    m_actions.append(action);
    return action;
}

void ReviewView::makeActions()
{
    makeAction(u"answer.next"_s, tr("Next skill that waits"), QKeySequence(Qt::Key_N), [this] { step(1); });
    makeAction(u"answer.previous"_s, tr("Previous skill that waits"), QKeySequence(Qt::Key_P), [this] { step(-1); });
    makeAction(u"answer.addComment"_s, tr("Comment on the skill"), QKeySequence(Qt::Key_C), [this] {
        showMap(false);
        m_sheet->comment();
    });
    for (const Decision each : { Decision::Approve, Decision::ApproveWithNotes, Decision::RequestChanges, Decision::Reject }) {
        makeAction(u"answer."_s + domain::toString(each), ReviewWords::deciding(each),
            QKeySequence(static_cast<int>(Qt::Key_1) + static_cast<int>(each)), [this, each] { m_decision->choose(each); });
    }
    m_map = makeAction(u"answer.map"_s, tr("Map"), QKeySequence(Qt::Key_M), [] {});
    m_map->setCheckable(true);
    m_map->setIcon(icon(IconId::Map));
    connect(m_map, &QAction::toggled, this, &ReviewView::showMap);
    // Undo, redo and saving have keys that the window uses too: keyPressEvent() takes them.
    m_undo = makeAction(u"answer.undo"_s, tr("Undo in this answer"), {}, [this] { undo(); });
    m_undo->setIcon(icon(IconId::Undo));
    m_redo = makeAction(u"answer.redo"_s, tr("Redo in this answer"), {}, [this] { redo(); });
    m_redo->setIcon(icon(IconId::Redo));
    makeAction(u"answer.save"_s, tr("Save the review…"), {}, [this] { save(); });
}

QLayout* ReviewView::makeHead()
{
    auto* back = new QToolButton(this);
    back->setObjectName(u"answer.back"_s);
    back->setIcon(icon(IconId::Back));
    back->setAutoRaise(true);
    back->setAccessibleName(tr("Back to the plans"));
    back->setToolTip(tr("Back to the plans (Esc). Your answer is kept."));
    connect(back, &QToolButton::clicked, this, &ReviewView::leaveRequested);
    const exchange::PlanDocument& plan = m_desk->plan();
    const QString day = QLocale().toString(QDateTime::fromMSecsSinceEpoch(plan.created, m_workspace.zone()).date(), QLocale::LongFormat);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    auto* title = new ElidedLabel(TextRole::Title, Qt::ElideRight, this);
    title->setWhole(this->title());
    auto* caption = new ElidedLabel(TextRole::Caption, Qt::ElideRight, this);
    caption->setWhole(
        tr("%1 · state of %2", "course, date").arg(isolated(plan.courseTitle.isEmpty() ? plan.courseId : plan.courseTitle), day));
    for (QLabel* label : { title, caption }) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        words->addWidget(label);
    }
    auto* saving = new QPushButton(tr("Save the review…"), this);
    saving->setObjectName(u"answer.saveButton"_s);
    saving->setToolTip(tr("Write the answer to a file for the learner (Ctrl+S)"));
    setButtonKind(*saving, ButtonKind::Primary);
    connect(saving, &QPushButton::clicked, this, &ReviewView::save);
    auto* key = new QPushButton(tr("My key…"), this);
    key->setObjectName(u"answer.key"_s);
    setButtonKind(*key, ButtonKind::Quiet);
    connect(key, &QPushButton::clicked, this, &ReviewView::keyRequested);
    auto* map = toolButtonFor(m_map, this);
    map->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(back);
    row->addLayout(words, 1);
    row->addWidget(map);
    row->addWidget(toolButtonFor(m_undo, this));
    row->addWidget(toolButtonFor(m_redo, this));
    row->addWidget(key);
    row->addWidget(saving);
    return row;
}

/// What a mentor should know before relying on the plan.
void ReviewView::showCautions()
{
    while (QLayoutItem* shown = m_cautions->takeAt(0)) {
        delete shown->widget();
        delete shown;
    }
    const exchange::PlanDocument& plan = m_desk->plan();
    QStringList sentences;
    if (plan.altered) {
        sentences.append(tr("The file was changed after Waymark wrote it. Ask the learner for a new export before you rely on it."));
    }
    if (plan.courseId != m_workspace.course().id) {
        sentences.append(tr("The plan is of another course than the one installed here, so its map cannot be shown."));
    }
    if (const auto own = m_workspace.libraryId(); own && *own == plan.plan) {
        sentences.append(tr("This is the plan of this library: the answer would be to yourself."));
    }
    for (const QString& sentence : sentences) {
        auto* box = new QWidget(this);
        box->setObjectName(u"answer.caution"_s);
        auto* row = new QHBoxLayout(box);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::s);
        row->addWidget(new IconMark(IconId::Warning, Tone::Mark, box), 0, Qt::AlignTop);
        row->addWidget(wrapped(TextRole::Body, sentence, box), 1);
        m_cautions->addWidget(box);
    }
}

QWidget* ReviewView::makeList()
{
    auto* side = new QWidget(this);
    side->setFixedWidth(listWidth);
    m_search = new SearchField(u"answer.search"_s, tr("Find a skill"), tr("Find a skill of the plan"), side);
    m_counts = wrapped(TextRole::Caption, {}, side);
    m_counts->setObjectName(u"answer.counts"_s);
    m_list = new QListView(side);
    m_list->setObjectName(u"answer.list"_s);
    m_list->setAccessibleName(tr("Skills of the plan"));
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new AnswerDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_search);
    column->addWidget(m_counts);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &AnswerListFilter::setWords);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewView::follow);
    return side;
}

QWidget* ReviewView::makeBody()
{
    m_sheet = new AnswerSheet(*m_desk, m_phrases, m_workspace.zone());
    m_decision = new DecisionPanel(*m_desk);
    auto* content = new QWidget;
    m_reading = new QVBoxLayout(content);
    m_reading->setContentsMargins(0, 0, space::m, space::l);
    m_reading->setSpacing(space::l);
    m_reading->addWidget(m_sheet);
    m_scroll = scrolling(this, u"answer.scroll"_s);
    m_scroll->setWidget(content);
    m_middle = new QStackedWidget(this);
    m_middle->addWidget(m_scroll);
    m_side = scrolling(this, u"answer.side"_s);
    m_side->setFixedWidth(size::skillSide);
    m_side->setWidget(m_decision);
    auto* body = new QWidget(this);
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::l);
    row->addWidget(m_middle, 1);
    row->addWidget(m_side);
    return body;
}

QWidget* ReviewView::makeGaps()
{
    m_gaps = new QWidget(this);
    m_gaps->setObjectName(u"answer.gaps"_s);
    auto* row = new QHBoxLayout(m_gaps);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    return m_gaps;
}

} // namespace waymark::ui
