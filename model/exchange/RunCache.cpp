// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/RunCache.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

constexpr auto rulesVersion = "1"; ///< raised when the same block would be judged or run in another way

void addPart(QCryptographicHash& hash, const QByteArray& part)
{
    hash.addData(QByteArray::number(part.size()) + ':'); // so that no two lists of parts are the same bytes
    hash.addData(part);
}

} // namespace

RunCache::RunCache(QString folder)
    : m_folder(std::move(folder))
{
    if (!m_folder.isEmpty() && !QDir().mkpath(m_folder)) {
        m_folder.clear();
    }
}

QString RunCache::keyOf(const CodeRun& run, const QString& toolVersion)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addPart(hash, rulesVersion);
    for (const QString& part :
        { toolVersion, run.language, run.code, run.attributes.fixture, run.attributes.file, run.attributes.engine }) {
        addPart(hash, part.toUtf8());
    }
    addPart(hash, QByteArray::number(static_cast<int>(run.act)));
    addPart(hash, run.output ? "o" + run.output->toUtf8() : QByteArray());
    addPart(hash, run.fixture);
    for (const auto& [path, text] : run.saved) {
        addPart(hash, path.toUtf8());
        addPart(hash, text.toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

bool RunCache::holds(const QString& key) const
{
    return !m_folder.isEmpty() && QFile::exists(QDir(m_folder).filePath(key));
}

void RunCache::add(const QString& key) const
{
    if (!m_folder.isEmpty()) {
        QFile file(QDir(m_folder).filePath(key));
        static_cast<void>(file.open(QIODevice::WriteOnly));
    }
}

} // namespace waymark::exchange
