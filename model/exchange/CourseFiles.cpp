// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/CourseFiles.h>

#include <exchange/CleanText.h>
#include <exchange/Limits.h>

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;
using waymark::domain::ErrorCode;

namespace waymark::exchange {

namespace {

constexpr std::array folders { "skills/", "projects/", "images/", "fixtures/", "labs/" };
constexpr std::array reservedNames { "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9" };

bool isOfCourse(const QString& name)
{
    const bool isText
        = !name.contains(u'/') && (name.endsWith(".md"_L1) || name.endsWith(".txt"_L1) || name.endsWith(".tsv"_L1) || name == "LICENSE"_L1);
    return name == "course.yaml"_L1 || isText
        || std::any_of(folders.begin(), folders.end(), [&name](const char* folder) { return name.startsWith(QLatin1StringView(folder)); });
}

bool isForbidden(QChar c)
{
    constexpr QLatin1StringView forbidden("\\:*?\"<>|");
    return c.unicode() < 0x20 || c.unicode() == 0x7F || forbidden.contains(c) || c.category() == QChar::Other_Format
        || c.category() == QChar::Other_Control;
}

QString refusalOfPart(const QString& part)
{
    if (part.isEmpty() || part == "."_L1 || part == ".."_L1) {
        return u"the name leaves its folder or has an empty part"_s;
    }
    if (part.endsWith(u'.') || part.endsWith(u' ') || part.startsWith(u' ')) {
        return u"a part of the name ends with a dot or a space"_s;
    }
    const QString stem = part.section(u'.', 0, 0).trimmed().toLower();
    const bool isReserved
        = std::any_of(reservedNames.begin(), reservedNames.end(), [&stem](const char* name) { return stem == QLatin1StringView(name); });
    return isReserved ? u"the name is reserved on some systems"_s : QString();
}

domain::Result<QByteArray> bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return domain::failure(ErrorCode::Io, path, file.errorString());
    }
    const qint64 size = file.size();
    if (size > limits::entryBytes) {
        return domain::failure(ErrorCode::TooLarge, path, u"more than %1 bytes"_s.arg(limits::entryBytes));
    }
    QByteArray bytes = file.read(size + 1); // whatever is asked for is reserved
    if (file.error() != QFileDevice::NoError) {
        return domain::failure(ErrorCode::Io, path, file.errorString());
    }
    if (bytes.size() > size) {
        return domain::failure(ErrorCode::Io, path, u"the file changed while it was read"_s);
    }
    return bytes;
}

/// Why the course may not hold the file of this name, if so.
std::optional<domain::Error> refusalOfFile(const QFileInfo& info, const QString& name, QSet<QString>& folded)
{
    if (info.isSymLink() || !info.isFile()) {
        return domain::Error { ErrorCode::InvalidFile, info.filePath(), u"a link or a device"_s };
    }
    if (const QString refusal = refusalOfName(name); !refusal.isEmpty()) {
        return domain::Error { ErrorCode::InvalidFile, info.filePath(), refusal };
    }
    if (folded.contains(foldedName(name))) {
        return domain::Error { ErrorCode::InvalidFile, info.filePath(), u"another file has the same name but for case or accents"_s };
    }
    folded.insert(foldedName(name));
    return std::nullopt;
}

} // namespace

QString foldedName(const QString& name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString refusalOfName(const QString& name)
{
    if (name.toUtf8().size() > limits::entryNameBytes) {
        return u"the name is longer than %1 bytes"_s.arg(limits::entryNameBytes);
    }
    if (std::any_of(name.begin(), name.end(), isForbidden)) {
        return u"the name holds a character that is not allowed"_s;
    }
    if (name.isEmpty() || name.startsWith(u'/')) {
        return u"the name is empty or absolute"_s;
    }
    for (const QString& part : name.split(u'/')) {
        if (const QString refusal = refusalOfPart(part); !refusal.isEmpty()) {
            return refusal;
        }
    }
    return {};
}

domain::Result<CourseFiles> readCourseFolder(const QString& folder)
{
    const QDir root(folder);
    if (!root.exists() || !root.exists(u"course.yaml"_s)) {
        return domain::failure(ErrorCode::FileMissing, root.filePath(u"course.yaml"_s));
    }
    CourseFiles files;
    QSet<QString> folded;
    qint64 total = 0;
    QDirIterator it(root.path(), QDir::Files | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        const QString name = path.mid(root.path().size() + 1);
        if (!isOfCourse(name)) {
            continue;
        }
        if (auto refusal = refusalOfFile(it.fileInfo(), name, folded)) {
            return tl::unexpected(*refusal);
        }
        auto bytes = bytesOf(path);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        total += bytes->size();
        if (total > limits::inflatedBytes || static_cast<int>(files.size()) >= limits::packageEntries) {
            return domain::failure(ErrorCode::TooLarge, folder, u"too many files or bytes"_s);
        }
        files.emplace(name, std::move(*bytes));
    }
    return files;
}

QString hashOf(const CourseFiles& files)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto& [name, bytes] : files) {
        const QByteArray utf8 = name.toUtf8();
        hash.addData(QByteArray::number(utf8.size()) + ':' + utf8 + QByteArray::number(bytes.size()) + ':');
        hash.addData(bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace waymark::exchange
