// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace waymark::ui {

/// The code blocks of a document in order: what is copied and coloured, whatever is shown of it.
class LessonCodes
{
public:
    struct Code
    {
        QString language; ///< as the fence names it, lower case
        QString text; ///< without the last newline
    };

    /// The number of the code, from 1.
    int add(const QString& language, const QString& text)
    {
        m_codes.push_back({ language, text });
        return static_cast<int>(m_codes.size());
    }
    [[nodiscard]] const Code* find(int number) const
    {
        return number < 1 || number > static_cast<int>(m_codes.size()) ? nullptr : &m_codes[static_cast<std::size_t>(number - 1)];
    }
    void clear() { m_codes.clear(); }

    /// What the code of the lesson was run with, such as "Python 3.11"; kept when the codes are cleared.
    void setVersions(const QStringList& versions) { m_versions = versions; }
    [[nodiscard]] const QStringList& versions() const { return m_versions; }

private:
    std::vector<Code> m_codes;
    QStringList m_versions;
};

} // namespace waymark::ui
