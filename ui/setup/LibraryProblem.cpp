// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/setup/LibraryProblem.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>
#include <ui/words/ErrorSentence.h>

#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::ErrorCode;

LibraryProblem::LibraryProblem(const QString& path, const domain::Error& error, QWidget* parent)
    : QDialog(parent)
    , m_path(path)
{
    setObjectName(u"libraryProblem"_s);
    setWindowTitle(tr("Waymark"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::s);
    auto* title = new TextLabel(TextRole::Title, tr("The library cannot be opened"), this);
    auto* sentence = new TextLabel(TextRole::Body, ErrorSentence::of(error), this);
    sentence->setObjectName(u"problemText"_s);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(title);
    column->addWidget(sentence);
    column->addSpacing(space::m);
    offer(*column, Answer::Retry, u"problemRetry"_s, tr("Try again"));
    if (error.code == ErrorCode::LibraryLocked || error.code == ErrorCode::ReadOnly) {
        offer(*column, Answer::ReadOnly, u"problemReadOnly"_s, tr("Open it for reading only"));
    }
    offer(*column, Answer::OpenOther, u"problemLocate"_s, tr("Locate the library…"));
    if (error.code == ErrorCode::LibraryMissing || error.code == ErrorCode::LibraryCorrupt) {
        offer(*column, Answer::Restore, u"problemRestore"_s, tr("Restore a backup…"));
    }
    offer(*column, Answer::Create, u"problemCreate"_s, tr("Make a new library…"));
    auto* quit = pushButton(u"problemQuit"_s, tr("Quit"), this, ButtonKind::Quiet);
    connect(quit, &QPushButton::clicked, this, &QDialog::reject);
    column->addWidget(quit);
    setMinimumWidth(460);
}

void LibraryProblem::offer(QVBoxLayout& column, Answer answer, const QString& objectName, const QString& text)
{
    auto* button = pushButton(objectName, text, this);
    button->setDefault(answer == Answer::Retry);
    if (answer == Answer::Retry) {
        setButtonKind(*button, ButtonKind::Primary);
    }
    connect(button, &QPushButton::clicked, this, [this, answer] { choose(answer); });
    column.addWidget(button);
}

void LibraryProblem::choose(Answer answer)
{
    const QString folder = QFileInfo(m_path).absolutePath();
    const QString filter = tr("Waymark libraries (*.waymark)");
    if (answer == Answer::OpenOther) {
        m_file = QFileDialog::getOpenFileName(this, tr("Locate the library"), folder, filter);
    } else if (answer == Answer::Restore) {
        m_file = QFileDialog::getOpenFileName(this, tr("Choose a backup"), folder + u"/backups"_s, filter);
    } else if (answer == Answer::Create) {
        m_file = QFileDialog::getSaveFileName(this, tr("Make a new library"), m_path, filter);
    } else {
        m_file = m_path;
    }
    if (!m_file.isEmpty()) {
        m_answer = answer;
        accept();
    }
}

} // namespace waymark::ui
