// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LinkDialog.h>

#include <ui/lesson/LessonLinks.h>
#include <ui/theme/Controls.h>

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

constexpr int dialogWidth = 420;
constexpr qsizetype longestShown = 300;

TextLabel* addLine(QVBoxLayout& column, TextRole role, const QString& text, const QString& name)
{
    auto* label = new TextLabel(role, text);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column.addWidget(label);
    return label;
}

} // namespace

LinkDialog::LinkDialog(const QUrl& link, QWidget* parent)
    : QDialog(parent)
    , m_link(link)
{
    setObjectName(u"linkDialog"_s);
    const bool isMail = link.scheme() == "mailto"_L1;
    setWindowTitle(isMail ? tr("Write a mail?") : tr("Open this link?"));
    setMinimumWidth(dialogWidth);

    const LinkHost host = hostOf(link);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    column->setSpacing(space::s);
    addLine(*column, TextRole::Body,
        isMail ? tr("This opens your mail program with an address at") : tr("This leaves Waymark and opens in your browser:"),
        u"link.lead"_s);
    addLine(*column, TextRole::Heading, host.readable, u"link.host"_s);
    if (host.ascii != host.readable) {
        addLine(*column, TextRole::Body,
            tr("In plain letters the host is %1. Look closely: letters of another script can look alike.").arg(host.ascii),
            u"link.ascii"_s);
    }
    const QString whole = host.whole.size() > longestShown ? host.whole.left(longestShown) + u'…' : host.whole;
    addLine(*column, TextRole::Caption, whole, u"link.whole"_s);
    column->addSpacing(space::m);

    auto* buttons = new QDialogButtonBox(this);
    QPushButton* open = buttons->addButton(isMail ? tr("Write mail") : tr("Open in browser"), QDialogButtonBox::AcceptRole);
    open->setObjectName(u"link.open"_s);
    setButtonKind(*open, ButtonKind::Primary);
    QPushButton* stay = buttons->addButton(tr("Stay here"), QDialogButtonBox::RejectRole);
    stay->setObjectName(u"link.stay"_s);
    stay->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace waymark::ui
