// SPDX-License-Identifier: GPL-3.0-or-later
// A library file and the log beside it, read without SQLite: the first checks of an opening, and the pages as salvage reads them. The first
// byte says in 256ths how much of the rest is the log.
#include <Promise.h>
#include <Targets.h>

#include <storage/Migrations.h>
#include <storage/OpenLadder.h>
#include <storage/PageFile.h>
#include <storage/TreePage.h>

#include <QFile>
#include <QTemporaryDir>

namespace waymark::fuzz {

namespace {

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "there is room for a file");
}

void readPages(const QString& path)
{
    const auto pages = storage::PageFile::open(path);
    if (!pages) {
        return;
    }
    const quint32 count = std::min<quint32>(pages->pageCount(), 200);
    for (quint32 number = 1; number <= count; ++number) {
        const QByteArray bytes = pages->page(number);
        require(bytes.isEmpty() || bytes.size() == pages->pageSize(), "a page has the size of pages");
        const auto page = storage::TreePage::parse(bytes, number == 1);
        for (int i = 0; page && i < page->cellCount(); ++i) {
            if (const auto cell = page->cell(i)) {
                require(cell->local.size() <= pages->pageSize(), "a cell lies on its page");
                (void)storage::decodeRecord(cell->local);
            }
        }
    }
}

} // namespace

void libraryFile(const QByteArray& bytes)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/waymark-fuzz-XXXXXX"));
    const int latest = storage::Migrations::known().latest();
    const QString path = folder.filePath(QStringLiteral("library.waymark"));
    const qsizetype share = bytes.isEmpty() ? 0 : (bytes.size() - 1) * static_cast<unsigned char>(bytes[0]) / 256;
    put(path, bytes.mid(1, bytes.size() - 1 - share));
    put(path + QStringLiteral("-wal"), bytes.right(share));
    using domain::ErrorCode;
    if (const auto file = storage::inspectFile(path, latest)) {
        require(file->version <= latest, "a newer library is refused");
    } else {
        requireRefusal(file.error(),
            { ErrorCode::LibraryMissing, ErrorCode::NotALibrary, ErrorCode::LibraryCorrupt, ErrorCode::LibraryNewer, ErrorCode::Io });
    }
    readPages(path);
    (void)storage::decodeRecord(bytes);
    for (const bool isFirst : { false, true }) {
        (void)storage::TreePage::parse(bytes, isFirst);
    }
}

} // namespace waymark::fuzz
