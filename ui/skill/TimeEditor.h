// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>
#include <ui/theme/Controls.h>

#include <QDateTime>
#include <QWidget>

class QDateTimeEdit;
class QSpinBox;

namespace waymark::ui {

class TextLabel;

/// When a time of study began and how long it was, to add or to change. It stays open, with what was entered, until that has been kept.
class TimeEditor : public Card
{
    Q_OBJECT

public:
    /// `id` names the fields for tests: that of the entry, or "new".
    TimeEditor(const QString& id, session::Workspace& workspace, const domain::TimeEntry& entry, QWidget* parent = nullptr);

    [[nodiscard]] bool isTouched() const; ///< it says something else than when it was opened
    void focusFirst();
    void say(const QString& fault);

Q_SIGNALS:
    void accepted(const waymark::domain::TimeEntry& entry); ///< a time that there was, at most now
    void dismissed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange(const QString& id);
    void accept();
    [[nodiscard]] QString startCaption() const;
    [[nodiscard]] QString faultOf(std::optional<qint64> start) const;

    session::Workspace& m_workspace;
    domain::TimeEntry m_entry;
    QTimeZone m_zone; ///< whose clocks the field shows: of the place where the entry was made
    QDateTime m_shown; ///< in the field while its start is that of the entry
    QDateTimeEdit* m_start;
    QSpinBox* m_minutes;
    TextLabel* m_fault;
};

} // namespace waymark::ui
