// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QMenu;

namespace waymark::ui {

/// Sentences that a mentor writes often: some of ours, and those that were kept. They are proposals; a comment holds its own text.
class CommentPhrases : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    static constexpr int mostKept = 40;

    [[nodiscard]] const QStringList& kept() const { return m_kept; }
    void setKept(const QStringList& phrases);
    void keep(const QString& phrase); ///< not twice, and not an empty one
    void forget(const QString& phrase);
    [[nodiscard]] bool canKeep(const QString& phrase) const;

    /// The menu of a field: choosing one asks `insert` to put it there; `text` is what the field holds now.
    void fill(QMenu& menu, const std::function<void(const QString&)>& insert, const std::function<QString()>& text);

private:
    [[nodiscard]] static QStringList ours();

    QStringList m_kept;
};

} // namespace waymark::ui
