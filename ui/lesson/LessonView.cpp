// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonView.h>

#include <ui/lesson/CodeColours.h>
#include <ui/lesson/LessonGround.h>
#include <ui/lesson/LessonPictures.h>
#include <ui/lesson/LessonQuiz.h>
#include <ui/lesson/LessonText.h>
#include <ui/theme/Theme.h>

#include <QAbstractTextDocumentLayout>
#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextLayout>
#include <QTimerEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int firstSlice = 40; ///< milliseconds of writing before the first paint
constexpr int slice = 12; ///< and of each further step
constexpr int sliceWeight = 20'000; ///< characters of a step, of the first half: Qt lays out at once what was written in one
constexpr int blockWeight = 50; ///< a block, or a cell of a table, takes the time of so many characters more
constexpr int topMargin = space::l;
constexpr int bottomMargin = space::xxl * 3;
constexpr int scrollStep = 40;
constexpr int leastColumn = 200;
constexpr double readingLine = space::xxl * 2; ///< below the top: what begins above it is being read

} // namespace

LessonView::LessonView(const session::Workspace& workspace, QWidget* parent)
    : QTextBrowser(parent)
    , m_pictures(new LessonPictures([&workspace](const QString& name) { return workspace.asset(name); }, this))
    , m_quiz(new LessonQuiz(workspace, *this))
    , m_colours(std::make_unique<CodeColours>())
    , m_text(new LessonText(this))
    , m_look(LessonLook::of(font(), activePalette(), LessonLook::Medium::Screen, 0))
{
    setObjectName(u"lesson"_s);
    setAccessibleName(tr("Lesson"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the column must not move when a text grows
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setDocument(m_text);
    m_text->documentLayout()->registerHandler(mark::pictureObject, m_pictures);
    m_text->documentLayout()->registerHandler(mark::controlsObject, m_quiz);
    verticalScrollBar()->setSingleStep(scrollStep);
    setCaretBrowsing(false);

    connect(this, &QTextBrowser::anchorClicked, this, &LessonView::activate);
    connect(m_quiz, &LessonQuiz::answered, this, &LessonView::questionAnswered);
    connect(m_text->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, m_quiz, &LessonQuiz::place);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LessonView::followScroll);
    connect(verticalScrollBar(), &QScrollBar::sliderPressed, this, [this] { m_wantedTop = -1; });
}

LessonView::~LessonView()
{
    m_quiz->setQuestions({}); // controls that are still open would ask it while they go
}

void LessonView::setLesson(const QString& markdown, exchange::LessonForm form, const QStringList& versions)
{
    clearText();
    m_codes.setVersions(versions);
    read(markdown, form);
    showFromTop();
}

void LessonView::setBlocks(const exchange::Blocks& blocks)
{
    clearText();
    m_codes.setVersions({});
    m_loose = std::make_shared<const exchange::Blocks>(blocks);
    showFromTop();
}

void LessonView::clearText()
{
    m_unfolded.clear();
    m_pictures->clear();
    m_wantedTop = -1;
    m_wantedPlace.clear();
    m_quiz->setQuestions({});
    m_isOneQuestion = false;
    m_lesson.reset();
    m_loose.reset();
    m_fault.clear();
}

void LessonView::showFromTop()
{
    std::vector<const exchange::QuizQuestion*> questions;
    if (m_lesson) {
        for (const exchange::LessonUnit& unit : m_lesson->units) {
            std::transform(unit.quiz.begin(), unit.quiz.end(), std::back_inserter(questions), [](const auto& each) { return &each; });
        }
    }
    m_quiz->setQuestions(std::move(questions));
    startWriting();
    verticalScrollBar()->setValue(0);
    Q_EMIT sectionsChanged();
}

void LessonView::read(const QString& markdown, exchange::LessonForm form)
{
    auto lesson = exchange::readLesson(markdown, 1, form);
    if (!lesson) {
        m_fault
            = tr("This lesson is too large or too deeply nested to be shown. Its file is at fault; the rest of the course is not touched.");
        return;
    }
    const bool hasSections
        = std::any_of(lesson->units.begin(), lesson->units.end(), [](const auto& unit) { return !unit.sections.empty(); });
    if (hasSections) {
        m_lesson = std::make_shared<const exchange::LessonDocument>(std::move(*lesson));
    } else if (auto blocks = exchange::parseMarkdown(markdown)) {
        m_loose = std::make_shared<const exchange::Blocks>(std::move(*blocks));
    }
}

/// Puts the whole text down anew, for a lesson or for a theme. What is unfolded and chosen stays.
void LessonView::startWriting()
{
    m_look = LessonLook::of(font(), activePalette(), LessonLook::Medium::Screen, room());
    m_writer.reset();
    m_coloured.clear();
    m_codes.clear();
    m_text->clear();
    m_quiz->forgetRoom();
    m_text->setDefaultFont(m_look.body.font());
    fitColumn();

    m_script = script();
    if (!m_fault.isEmpty()) {
        m_script.pieces.push_back(
            [fault = m_fault](LessonWriter& writer) { writer.sentence(fault, writer.look().body, writer.column(), space::xl); });
    }
    m_next = 0;
    m_writer = std::make_unique<LessonWriter>(QTextCursor(m_text), m_look, *m_pictures, m_codes, m_unfolded);
    writeFor(firstSlice);
    setTextCursor(QTextCursor(m_text)); // writing at the end has pushed it there, and a resize would follow it
}

void LessonView::writeFor(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    m_writer->cursor().beginEditBlock();
    const int blocks = m_text->blockCount();
    const int from = m_writer->cursor().position();
    const int most = milliseconds == firstSlice ? sliceWeight / 2 : sliceWeight;
    const auto weight = [&] { return m_writer->cursor().position() - from + blockWeight * (m_text->blockCount() - blocks); };
    while (m_next < m_script.pieces.size() && clock.elapsed() < milliseconds && weight() < most) {
        m_script.pieces[m_next++](*m_writer);
    }
    m_writer->cursor().endEditBlock();
    finishStep();
}

void LessonView::finishStep()
{
    if (m_wantedTop >= 0 && (m_wantedTop < m_text->characterCount() - 1 || isComplete())) {
        setTopPosition(m_wantedTop);
    }
    if (!m_wantedPlace.isEmpty()) {
        goToPlace(m_wantedPlace);
    }
    m_quiz->place();
    if (isComplete()) {
        m_writing.stop();
        Q_EMIT completed();
    } else {
        m_writing.start(0, this);
    }
    followScroll();
}

void LessonView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_writing.timerId()) {
        writeFor(slice);
    } else {
        QTextBrowser::timerEvent(event);
    }
}

QRectF LessonView::visibleRect() const
{
    return { 0, double(verticalScrollBar()->value()), double(viewport()->width()), double(viewport()->height()) };
}

void LessonView::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.setClipRegion(event->region());
        painter.translate(0, -verticalScrollBar()->value());
        paintLessonGround(painter, *m_text, visibleRect(), m_look);
    }
    QTextBrowser::paintEvent(event);
    paintAnchorFocus();
    QMetaObject::invokeMethod(this, &LessonView::colourVisibleCode, Qt::QueuedConnection);
}

void LessonView::resizeEvent(QResizeEvent* event)
{
    const int top = topPosition();
    const int before = static_cast<int>(m_text->textWidth());
    const bool rewrites = m_writer && LessonLook::outsetIn(room(), font()) != m_look.outset;
    if (rewrites) {
        writeAgain();
    } else {
        fitColumn();
    }
    QTextBrowser::resizeEvent(event);
    if (before != static_cast<int>(m_text->textWidth()) && top > 0) {
        setTopPosition(top);
    }
}

int LessonView::room() const
{
    return contentsRect().width() - verticalScrollBar()->sizeHint().width() - 2 * space::s;
}

/// The column stands in the middle; a narrow window takes the margins first and then the column.
void LessonView::fitColumn()
{
    const LessonLook full = LessonLook::of(font(), m_look.palette, LessonLook::Medium::Screen, room());
    const int width = std::min(static_cast<int>(std::ceil(full.width())), std::max(room(), leastColumn));
    const int side = std::max(0, room() + 2 * space::s - width);
    setViewportMargins(side / 2, 0, side - side / 2, 0);
    m_pictures->setWidth(width - 2 * m_look.hang);

    QTextFrameFormat frame = m_text->rootFrame()->frameFormat();
    if (frame.topMargin() != topMargin || frame.bottomMargin() != bottomMargin) {
        frame.setTopMargin(topMargin);
        frame.setBottomMargin(bottomMargin);
        m_text->rootFrame()->setFrameFormat(frame);
    }
    const double column = std::min(full.column, width - 2 * m_look.hang - m_look.outset);
    if (std::abs(column - m_look.column) > 0.5) {
        m_look.column = column;
        moveTabs();
    }
}

void LessonView::followScroll()
{
    m_quiz->place();
    int section = -1;
    if (m_writer) {
        const double line = verticalScrollBar()->value() + readingLine;
        const std::vector<QTextCursor>& starts = m_writer->sections();
        for (std::size_t i = 0; i < starts.size() && yOf(starts[i].position()) <= line; ++i) {
            section = static_cast<int>(i);
        }
        const QScrollBar* bar = verticalScrollBar();
        if (isComplete() && bar->maximum() > 0 && bar->value() == bar->maximum() && !starts.empty()) {
            section = static_cast<int>(starts.size()) - 1;
        }
    }
    if (section != m_section) {
        m_section = section;
        Q_EMIT currentSectionChanged(section);
    }
}

double LessonView::yOf(int position) const
{
    return m_text->documentLayout()->blockBoundingRect(m_text->findBlock(position)).top();
}

int LessonView::topPosition() const
{
    const double y = verticalScrollBar()->value();
    return y <= 0 ? 0 : std::max(0, m_text->documentLayout()->hitTest(QPointF(m_look.hang + 1, y), Qt::FuzzyHit));
}

void LessonView::setTopPosition(int position)
{
    m_wantedTop = position;
    if (position >= m_text->characterCount() - 1 && !isComplete()) {
        return;
    }
    const QTextBlock block = m_text->findBlock(position);
    double y = yOf(position);
    if (const QTextLine line = block.layout()->lineForTextPosition(position - block.position()); line.isValid()) {
        y += line.y();
    }
    verticalScrollBar()->setValue(position == 0 ? 0 : static_cast<int>(y));
    m_wantedTop = verticalScrollBar()->value() + 1 < static_cast<int>(y) && !isComplete() ? position : -1;
}

void LessonView::goToSection(int section)
{
    if (section >= 0 && section < static_cast<int>(sections().size())) {
        m_wantedPlace = sections()[static_cast<std::size_t>(section)].place;
        goToPlace(m_wantedPlace);
    }
}

bool LessonView::goToPlace(const QString& place)
{
    const auto found = std::find_if(sections().begin(), sections().end(),
        [&place](const LessonSectionLink& link) { return link.place == place || link.title == place; });
    m_wantedPlace.clear();
    if (found == sections().end()) {
        return false;
    }
    const auto index = static_cast<std::size_t>(found - sections().begin());
    if (!isVisible() || !m_writer || index >= m_writer->sections().size()) {
        m_wantedPlace = place; // a hidden view has no scroll yet
        return true;
    }
    const double y = yOf(m_writer->sections()[index].position()) - space::xl;
    verticalScrollBar()->setValue(index == 0 ? 0 : static_cast<int>(y));
    if (!isComplete() && verticalScrollBar()->value() + 1 < static_cast<int>(y)) {
        m_wantedPlace = place;
    }
    return true;
}

void LessonView::showEvent(QShowEvent* event)
{
    QTextBrowser::showEvent(event);
    if (!m_wantedPlace.isEmpty()) {
        goToPlace(m_wantedPlace);
    }
}

void LessonView::setCaretBrowsing(bool on)
{
    setTextInteractionFlags(
        on ? Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard : Qt::TextInteractionFlags(Qt::TextBrowserInteraction));
    setCursorWidth(on ? 2 : 1);
}

bool LessonView::hasCaretBrowsing() const
{
    return textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard);
}

void LessonView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    const bool restyles
        = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (!restyles || !m_writer) {
        return;
    }
    const LessonLook look = LessonLook::of(font(), activePalette(), LessonLook::Medium::Screen, room());
    if (look.body == m_look.body && look.caption == m_look.caption) {
        return;
    }
    writeAgain();
}

/// The same text in another look: what is chosen and what stands at the top stay.
void LessonView::writeAgain()
{
    const int top = topPosition();
    const QTextCursor chosen = textCursor();
    startWriting();
    if (chosen.hasSelection() && isComplete()) {
        QTextCursor again(m_text);
        again.setPosition(std::min(chosen.anchor(), m_text->characterCount() - 1));
        again.setPosition(std::min(chosen.position(), m_text->characterCount() - 1), QTextCursor::KeepAnchor);
        setTextCursor(again);
    }
    setTopPosition(top);
}

} // namespace waymark::ui
