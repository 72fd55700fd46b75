// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/window/CrashDialog.h>

#include <ui/theme/Controls.h>
#include <ui/theme/Tokens.h>
#include <ui/words/ErrorSentence.h>
#include <ui/words/LocalTime.h>

#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::ui {

CrashDialog::CrashDialog(session::CrashShelf shelf, const QTimeZone& zone, QWidget* parent)
    : QDialog(parent)
    , m_shelf(std::move(shelf))
    , m_zone(zone)
    , m_choice(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(u"crashDialog"_s);
    setWindowTitle(tr("Crash reports"));
    m_choice->setObjectName(u"crash.choice"_s);
    m_choice->setAccessibleName(tr("Report"));
    m_text->setObjectName(u"crash.text"_s);
    m_text->setAccessibleName(tr("Text of the report"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(wrapped(TextRole::Body,
        tr("This is all that Waymark wrote down. It has nothing that you wrote, stays on this computer and is sent nowhere. Whoever mends "
           "Waymark can use it: copy or save it, and pass it on yourself."),
        this));
    column->addWidget(m_choice);
    column->addWidget(m_text, 1);
    column->addWidget(makeButtons());
    connect(m_choice, &QComboBox::currentIndexChanged, this, &CrashDialog::showChosen);
    resize(680, 560);
    list();
}

QWidget* CrashDialog::makeButtons()
{
    auto* buttons = new QWidget(this);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto* copy = pushButton(u"crash.copy"_s, tr("Copy"), buttons);
    auto* save = pushButton(u"crash.save"_s, tr("Save as…"), buttons);
    auto* remove = pushButton(u"crash.delete"_s, tr("Delete"), buttons);
    auto* close = pushButton(u"crash.close"_s, tr("Close"), buttons, ButtonKind::Primary);
    close->setDefault(true);
    row->addWidget(copy);
    row->addWidget(save);
    row->addWidget(remove);
    row->addStretch(1);
    row->addWidget(close);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(save, &QPushButton::clicked, this, &CrashDialog::save);
    connect(remove, &QPushButton::clicked, this, &CrashDialog::remove);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return buttons;
}

/// Newest first; that one is shown. Without any there is nothing to show, and the dialog goes.
void CrashDialog::list()
{
    m_reports = m_shelf.reports();
    if (m_reports.empty()) {
        accept();
        return;
    }
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (const session::CrashReport& report : m_reports) {
            m_choice->addItem(momentText(report.endedAt, m_zone));
        }
    }
    m_choice->setVisible(m_reports.size() > 1);
    showChosen();
}

void CrashDialog::showChosen()
{
    const auto text = session::CrashShelf::text(m_reports.at(static_cast<std::size_t>(m_choice->currentIndex())));
    m_text->setPlainText(text ? *text : ErrorSentence::of(text.error()));
}

void CrashDialog::save()
{
    const session::CrashReport& report = m_reports.at(static_cast<std::size_t>(m_choice->currentIndex()));
    Q_EMIT keepRequested(tr("Save the report"), QFileInfo(report.path).fileName(), m_text->toPlainText().toUtf8());
}

void CrashDialog::remove()
{
    const auto removed = session::CrashShelf::remove(m_reports.at(static_cast<std::size_t>(m_choice->currentIndex())));
    if (!removed && removed.error().code != domain::ErrorCode::FileMissing) {
        Q_EMIT failed(ErrorSentence::of(removed.error()));
    }
    list();
}

} // namespace waymark::ui
