// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <storage/Connection.h>

#include <QByteArray>
#include <QString>

#include <vector>

namespace waymark::storage {

/// The first four bytes of "Waymark library", as SQLite keeps them at offset 68 of the file.
inline constexpr qint32 applicationId = 0x574d524b; // "WMRK"

/// One numbered step of the schema. The number becomes the library's user_version.
struct Migration
{
    int number = 0;
    QString name;
    QByteArray sql;
};

/// The steps 1, 2, 3 ... that lead from an empty file to the schema of today.
class Migrations
{
public:
    /// Those of this program, embedded in it.
    [[nodiscard]] static const Migrations& known();

    explicit Migrations(std::vector<Migration> steps);

    [[nodiscard]] int latest() const { return static_cast<int>(m_steps.size()); }
    /// The number of the step with this name; 0 if there is none.
    [[nodiscard]] int numberOf(const QString& name) const;
    /// Steps above the library's version, up to `to`; each in one transaction that also raises the version. `now` and `program`, the
    /// version of Waymark that does it, go into its log.
    [[nodiscard]] Result<void> apply(Connection& library, int to, qint64 now, const QString& program = {}) const;

private:
    [[nodiscard]] static Result<void> applyStep(Connection& library, const Migration& step, qint64 now);
    [[nodiscard]] static Result<void> sign(Connection& library, int from, const QString& program);

    std::vector<Migration> m_steps;
};

[[nodiscard]] Result<int> schemaVersion(Connection& library);

/// The version of Waymark that applied the newest step, as it stands there: it may be any text. Empty where nobody wrote one, and
/// where an expression of the schema would have to be worked out for it: a view, or a column that is generated.
[[nodiscard]] Result<QString> newestProgram(Connection& library);

} // namespace waymark::storage
