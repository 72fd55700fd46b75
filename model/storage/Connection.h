// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

class QSqlQuery;
struct sqlite3;

namespace waymark::storage {

using domain::Error;
using domain::ErrorCode;
using domain::failure;
using domain::Result;

/// The present row of a query. Valid only inside the call that it is given to.
class Row
{
public:
    explicit Row(const QSqlQuery& query)
        : m_query(query)
    {
    }

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] int smallNumber(int column) const { return static_cast<int>(number(column)); }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    const QSqlQuery& m_query;
};

/// One SQLite connection of ours: statements are prepared once, values are always bound, no statement outlives its call.
/// Used by the thread that opened it. It never creates a file unless it is asked to.
class Connection
{
public:
    enum class Mode {
        ReadWrite, ///< an existing file
        ReadOnly, ///< an existing file that others may write
        Immutable, ///< an existing file that nobody writes: no locks, no other file touched
        Create, ///< a new file, or an empty one
        Memory,
    };

    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString& path, Mode mode);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Result<void> run(const QString& sql, const QVariantList& values = {});
    [[nodiscard]] Result<void> each(const QString& sql, const QVariantList& values, const std::function<void(const Row&)>& visit);
    /// First column of the first row; an invalid variant if there is none.
    [[nodiscard]] Result<QVariant> value(const QString& sql, const QVariantList& values = {});
    /// Several statements without values, which Qt Sql cannot run.
    [[nodiscard]] Result<void> script(const QByteArray& sql);

    /// All of `work` or nothing of it. Takes the write lock at once.
    [[nodiscard]] Result<void> inTransaction(const std::function<Result<void>()>& work);
    /// `work` sees one state of the library, whatever others write meanwhile.
    [[nodiscard]] Result<void> inSnapshot(const std::function<Result<void>()>& work);

    /// For what Qt Sql does not offer: backup, database configuration.
    [[nodiscard]] sqlite3* handle() const;
    [[nodiscard]] const QString& path() const { return m_path; }
    /// The error of a code of SQLite on this connection.
    [[nodiscard]] Error errorOf(int sqliteCode, const QString& detail) const;

private:
    struct Private;
    Connection(QString path, std::unique_ptr<Private> d);
    [[nodiscard]] Result<void> configure(Mode mode);
    [[nodiscard]] Result<QSqlQuery*> execute(const QString& sql, const QVariantList& values);
    [[nodiscard]] Error errorOf(const QSqlQuery& query) const;
    [[nodiscard]] Result<void> between(const QString& begin, const std::function<Result<void>()>& work);

    QString m_path;
    std::unique_ptr<Private> d;
};

} // namespace waymark::storage
