// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/Connection.h>

#include <domain/Platform.h>

#include <QHash>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <sqlite3.h>

#include <atomic>
#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::storage {

namespace {

/// How long SQLite itself waits for a lock. The caller decides about more.
constexpr int busyTimeoutMs = 250;

/// Below this an unspecific write error is taken for a full disk.
constexpr qint64 fewBytes = 256 * 1024;

QString uniqueName()
{
    static std::atomic<quint64> counter = 0;
    return u"waymark-"_s + QString::number(++counter);
}

QString uriOf(const QString& path, Connection::Mode mode)
{
    const QString escaped = QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    switch (mode) {
    case Connection::Mode::ReadWrite:
        return u"file:"_s + escaped + u"?mode=rw"_s;
    case Connection::Mode::ReadOnly:
        return u"file:"_s + escaped + u"?mode=ro"_s;
    case Connection::Mode::Immutable:
        return u"file:"_s + escaped + u"?mode=ro&immutable=1"_s;
    case Connection::Mode::Create:
        return u"file:"_s + escaped + u"?mode=rwc"_s;
    case Connection::Mode::Memory:
        break;
    }
    return u":memory:"_s;
}

bool isReading(Connection::Mode mode)
{
    return mode == Connection::Mode::ReadOnly || mode == Connection::Mode::Immutable;
}

// Qt binds a null string as NULL; to us it is an empty one.
QVariant bindable(const QVariant& value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull()) {
        return u""_s;
    }
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull()) {
        return QByteArray("");
    }
    return value;
}

ErrorCode codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::LibraryBusy;
    case SQLITE_READONLY:
        return ErrorCode::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::LibraryCorrupt;
    default:
        return ErrorCode::Io;
    }
}

bool isSpaceError(int systemError)
{
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

} // namespace

QString Row::text(int column) const
{
    return m_query.value(column).toString();
}
qint64 Row::number(int column) const
{
    return m_query.value(column).toLongLong();
}
double Row::real(int column) const
{
    return m_query.value(column).toDouble();
}
QByteArray Row::bytes(int column) const
{
    return m_query.value(column).toByteArray();
}

bool Row::isNull(int column) const
{
    return m_query.isNull(column);
}

struct Connection::Private
{
    QString name;
    QSqlDatabase database;
    sqlite3* handle = nullptr;
    QHash<QString, QSqlQuery*> statements;
};

Connection::Connection(QString path, std::unique_ptr<Private> p)
    : m_path(std::move(path))
    , d(std::move(p))
{
}

Connection::~Connection()
{
    qDeleteAll(d->statements);
    d->database.close();
    d->database = QSqlDatabase();
    QSqlDatabase::removeDatabase(d->name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, Mode mode)
{
    auto p = std::make_unique<Private>();
    p->name = uniqueName();
    p->database = QSqlDatabase::addDatabase(u"QSQLITE"_s, p->name);
    p->database.setDatabaseName(uriOf(path, mode));
    p->database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT="_s + QString::number(busyTimeoutMs)
        + (isReading(mode) ? u";QSQLITE_OPEN_READONLY"_s : QString()));
    std::unique_ptr<Connection> connection(new Connection(path, std::move(p)));
    if (!connection->d->database.open()) {
        const QString detail = connection->d->database.lastError().databaseText();
        const int code = connection->d->database.lastError().nativeErrorCode().toInt();
        return tl::unexpected<Error>(connection->errorOf(code, detail));
    }
    connection->d->handle = *static_cast<sqlite3* const*>(connection->d->database.driver()->handle().constData());
    // SQLite opens a file that it cannot open for writing, for whatever reason, for reading, without a word.
    if (!isReading(mode) && sqlite3_db_readonly(connection->handle(), "main") == 1) {
        return failure(domain::isFileWritable(path) ? ErrorCode::Io : ErrorCode::ReadOnly, path, u"the file cannot be written"_s);
    }
    if (auto configured = connection->configure(mode); !configured) {
        return tl::unexpected<Error>(configured.error());
    }
    return connection;
}

Result<void> Connection::configure(Mode mode)
{
    struct Switch
    {
        int option;
        int value;
    };
    constexpr Switch switches[]
        = { { SQLITE_DBCONFIG_DEFENSIVE, 1 }, { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 }, { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
              { SQLITE_DBCONFIG_ENABLE_VIEW, 0 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 }, { SQLITE_DBCONFIG_ENABLE_FKEY, 1 } };
    for (const auto& [option, wanted] : switches) {
        int present = -1;
        const int code = sqlite3_db_config(handle(), option, wanted, &present);
        if (code != SQLITE_OK || present != wanted) {
            return tl::unexpected<Error>(errorOf(code == SQLITE_OK ? SQLITE_ERROR : code, u"database configuration"_s));
        }
    }
    QByteArray pragmas = "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA secure_delete = FAST;";
    if (isReading(mode)) {
        pragmas += "PRAGMA query_only = ON;";
    }
    return script(pragmas);
}

sqlite3* Connection::handle() const
{
    return d->handle;
}

Error Connection::errorOf(int sqliteCode, const QString& detail) const
{
    ErrorCode code = codeOf(sqliteCode);
    const int primary = sqliteCode & 0xff;
    if (primary == SQLITE_READONLY && domain::isFileWritable(m_path) && domain::isFolderWritable(m_path)) {
        code = ErrorCode::Io; // it could not be opened for writing, though it may be written
    }
    if (primary == SQLITE_ERROR && detail.contains("unsupported file format"_L1)) {
        code = ErrorCode::LibraryCorrupt; // no SQLite has written such a header
    }
    if (primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) {
        const int systemError = handle() == nullptr ? 0 : sqlite3_system_errno(handle());
        // A log that finds no room cannot be opened, and then SQLite forgets why.
        const bool isWrite = sqliteCode != SQLITE_IOERR_READ;
        if (primary == SQLITE_CANTOPEN && !domain::isFolderWritable(m_path)) {
            code = ErrorCode::ReadOnly;
        } else if (isSpaceError(systemError) || (isWrite && domain::freeBytes(m_path) < fewBytes)) {
            code = ErrorCode::DiskFull;
        }
    }
    return Error { code, m_path, detail + u" (SQLite "_s + QString::number(sqliteCode) + u')' };
}

Error Connection::errorOf(const QSqlQuery& query) const
{
    const int code = handle() == nullptr ? SQLITE_ERROR : sqlite3_extended_errcode(handle());
    return errorOf(code, query.lastError().databaseText());
}

Result<QSqlQuery*> Connection::execute(const QString& sql, const QVariantList& values)
{
    QSqlQuery* query = d->statements.value(sql);
    if (query == nullptr) {
        auto fresh = std::make_unique<QSqlQuery>(d->database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            return tl::unexpected<Error>(errorOf(*fresh));
        }
        query = fresh.release();
        d->statements.insert(sql, query);
    }
    for (qsizetype i = 0; i < values.size(); ++i) {
        query->bindValue(static_cast<int>(i), bindable(values.at(i)));
    }
    if (!query->exec()) {
        const Error error = errorOf(*query);
        query->finish();
        return tl::unexpected<Error>(error);
    }
    return query;
}

Result<void> Connection::run(const QString& sql, const QVariantList& values)
{
    return execute(sql, values).map([](QSqlQuery* query) { query->finish(); });
}

Result<void> Connection::each(const QString& sql, const QVariantList& values, const std::function<void(const Row&)>& visit)
{
    const auto query = execute(sql, values);
    if (!query) {
        return tl::unexpected<Error>(query.error());
    }
    while ((*query)->next()) {
        visit(Row(**query));
    }
    Result<void> result;
    if ((*query)->lastError().isValid()) {
        result = tl::unexpected<Error>(errorOf(**query));
    }
    (*query)->finish();
    return result;
}

Result<QVariant> Connection::value(const QString& sql, const QVariantList& values)
{
    const auto query = execute(sql, values);
    if (!query) {
        return tl::unexpected<Error>(query.error());
    }
    QVariant first;
    if ((*query)->next()) {
        first = (*query)->value(0);
    } else if ((*query)->lastError().isValid()) {
        const Error error = errorOf(**query);
        (*query)->finish();
        return tl::unexpected<Error>(error);
    }
    (*query)->finish();
    return first;
}

Result<void> Connection::script(const QByteArray& sql)
{
    char* message = nullptr;
    const int code = sqlite3_exec(handle(), sql.constData(), nullptr, nullptr, &message);
    const QString detail = QString::fromUtf8(message);
    sqlite3_free(message);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(errorOf(sqlite3_extended_errcode(handle()), detail));
    }
    return {};
}

Result<void> Connection::between(const QString& begin, const std::function<Result<void>()>& work)
{
    if (auto begun = run(begin); !begun) {
        return begun;
    }
    Result<void> result = work();
    if (result) {
        result = run(u"COMMIT"_s);
    }
    // After some errors, a full disk among them, SQLite has rolled back already.
    if (!result && sqlite3_get_autocommit(handle()) == 0) {
        (void)run(u"ROLLBACK"_s);
    }
    return result;
}

Result<void> Connection::inTransaction(const std::function<Result<void>()>& work)
{
    return between(u"BEGIN IMMEDIATE"_s, work);
}
Result<void> Connection::inSnapshot(const std::function<Result<void>()>& work)
{
    return between(u"BEGIN"_s, work);
}

} // namespace waymark::storage
