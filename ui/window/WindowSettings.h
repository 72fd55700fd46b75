// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/Page.h>

#include <ui/theme/Theme.h>

#include <QSettings>

namespace waymark::ui {

/// What the window remembers between starts: looks and places, never learner data. One object over one QSettings; keys are stable.
class WindowSettings
{
public:
    /// In safe mode nothing is remembered: everything is as on a first start that has been greeted, and what was kept stays as it is.
    enum class Start { Usual, Safe };

    explicit WindowSettings(QSettings& settings, Start start = Start::Usual)
        : m_settings(settings)
        , m_isSafe(start == Start::Safe)
    {
    }

    [[nodiscard]] bool isSafe() const { return m_isSafe; }
    void leaveSafeMode() { m_isSafe = false; }

    [[nodiscard]] Theme::Choice theme() const;
    void setTheme(Theme::Choice choice);

    [[nodiscard]] QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

    [[nodiscard]] Place place() const;
    void setPlace(const Place& place);

    [[nodiscard]] QVariantMap view(PageId page) const;
    void setView(PageId page, const QVariantMap& view);

    [[nodiscard]] QString lastFolder() const;
    void setLastFolder(const QString& folder);

    /// When somebody was last at the watch that was started at `startedAt`; 0 where nothing is known of it. UTC milliseconds.
    [[nodiscard]] qint64 watchSeen(qint64 startedAt) const;
    void setWatchSeen(qint64 startedAt, qint64 at);

    /// The newest edit, by its id, when somebody said that the clock is right though it stood far from that; empty for none.
    [[nodiscard]] QString believedClock() const;
    void setBelievedClock(const QString& edit);

    /// The exports, by name, that were given up as the window was closed, and that nobody has been told of.
    [[nodiscard]] QStringList givenUp() const;
    void setGivenUp(const QStringList& names);

    [[nodiscard]] bool isFirstRun() const;
    void setFirstRunDone();

private:
    [[nodiscard]] QVariant value(const QString& key, const QVariant& otherwise = {}) const;
    void setValue(const QString& key, const QVariant& value);

    QSettings& m_settings;
    bool m_isSafe = false;
};

} // namespace waymark::ui
