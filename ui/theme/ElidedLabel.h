// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

namespace waymark::ui {

/// One line of a name or a path that may be longer than its place: what does not fit is left out and told by the tooltip. It asks for no
/// width of its own beyond that of a few letters.
class ElidedLabel : public TextLabel
{
    Q_OBJECT

public:
    ElidedLabel(TextRole role, Qt::TextElideMode mode, QWidget* parent = nullptr);

    void setWhole(const QString& whole);
    [[nodiscard]] const QString& whole() const { return m_whole; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override; ///< of the whole text

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();

    Qt::TextElideMode m_mode;
    QString m_whole;
};

} // namespace waymark::ui
