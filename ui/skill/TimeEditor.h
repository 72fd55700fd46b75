// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>
#include <ui/theme/Controls.h>

#include <session/DraftValues.h>

#include <QDateTime>
#include <QWidget>

class QDateTimeEdit;
class QSpinBox;

namespace waymark::ui {

class DraftKeeper;
class TextLabel;

/// When a time of study began and how long it was, to add or to change. It stays open, with what was entered, until that has been kept.
/// What is neither kept nor cancelled is a draft, with which the next editor of the same entry begins.
class TimeEditor : public Card
{
    Q_OBJECT

public:
    /// `id` is that of the entry, which may be gone by now; empty for a new one.
    TimeEditor(const QString& id, session::Workspace& workspace, const domain::TimeEntry& entry, QWidget* parent = nullptr);

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] DraftKeeper& draft() const { return *m_draft; }
    void focusFirst();
    void say(const QString& fault);

Q_SIGNALS:
    void accepted(const waymark::domain::TimeEntry& entry); ///< a time that there was, at most now
    void dismissed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void arrange();
    [[nodiscard]] bool isTouched() const; ///< it says something else than the library
    void accept();
    void offerDraft();
    [[nodiscard]] QString nameOf(const QString& field) const; ///< for tests
    [[nodiscard]] session::TimeFields stored() const;
    [[nodiscard]] std::optional<session::DraftValue> written() const;
    [[nodiscard]] QString startCaption() const;
    [[nodiscard]] QString faultOf(std::optional<qint64> start) const;

    session::Workspace& m_workspace;
    QString m_id;
    domain::TimeEntry m_entry;
    QTimeZone m_zone; ///< whose clocks the field shows: of the place where the entry was made
    QDateTime m_shown; ///< in the field while its start is that of the entry
    QDateTimeEdit* m_start;
    QSpinBox* m_minutes;
    TextLabel* m_about; ///< what is said of a draft
    TextLabel* m_fault;
    session::TimeFields m_base; ///< of what is written
    DraftKeeper* m_draft;
};

} // namespace waymark::ui
