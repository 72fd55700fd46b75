// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QUrl>

namespace waymark::ui {

/// Asks before a link leaves the program, and shows where it goes: the host as it reads and, where that differs, in punycode.
class LinkDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LinkDialog(const QUrl& link, QWidget* parent = nullptr);

    [[nodiscard]] QUrl link() const { return m_link; }

private:
    QUrl m_link;
};

} // namespace waymark::ui
