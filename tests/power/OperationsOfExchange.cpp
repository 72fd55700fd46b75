// SPDX-License-Identifier: GPL-3.0-or-later
#include "OperationFiles.h"

#include <PlanSpoiler.h>

#include <exchange/PlanImport.h>
#include <exchange/PlanReader.h>
#include <exchange/PlanWriter.h>
#include <session/CopyMerge.h>
#include <session/Workspace.h>
#include <storage/OtherCopy.h>

using namespace Qt::StringLiterals;

namespace waymark::power {

using domain::Result;
using session::Workspace;

namespace {

/// What comes from elsewhere is read, worked out and made one step of undo, as the program does it.
class BringingIn : public Operation
{
public:
    using EditOf = Result<domain::Edit> (*)(const Workspace& workspace, const QString& file);

    BringingIn(QString name, EditOf editOf)
        : m_name(std::move(name))
        , m_editOf(editOf)
    {
    }
    void prepare(const QString& folder) override
    {
        m_folder = folder;
        put(folder, files(u"exchange"_s, makeFiles));
        m_bytes = support::bytesOf(file());
        m_before = openLibrary(folder).state.value();
        static QMap<QString, LibraryState> after;
        if (!after.contains(m_name)) {
            must(act());
            after.insert(m_name, openLibrary(folder).state.value());
            QDir(folder).removeRecursively();
            prepare(folder);
        }
        m_after = after.value(m_name);
    }
    Result<void> act() override
    {
        auto store = storage::SqliteStore::open(libraryOf(m_folder), { newYear2026, {} });
        if (!store) {
            return tl::unexpected<domain::Error>(store.error());
        }
        auto workspace = Workspace::open(std::move(*store), { [] { return newYear2026; }, QTimeZone::utc() });
        if (!workspace) {
            return tl::unexpected<domain::Error>(workspace.error());
        }
        return withoutValue((*workspace)->apply(m_editOf(**workspace, file())));
    }
    QString judge(bool done) override
    {
        if (support::bytesOf(file()) != m_bytes) {
            return u"what was read is another file"_s;
        }
        const OpenedLibrary found = openLibrary(m_folder);
        if (found.state != m_after && (done || found.state != m_before)) {
            return found.state ? u"neither the old state nor the new one"_s : found.fault;
        }
        if (found.state == m_before) {
            if (const auto now = act(); !now) {
                return u"it cannot be brought in now: "_s + now.error().detail;
            }
        }
        return wrongLibrary(m_folder, { m_after });
    }

private:
    /// A library, a copy of it in which other things were done since, and a plan.
    static void makeFiles(const QString& home)
    {
        makeWorked(home);
        const QString copy = home + u"/elsewhere"_s;
        QDir().mkpath(copy);
        QFile::copy(libraryOf(home), libraryOf(copy));
        makeEdits(*opened(home), 7, 100, 5);
        makeEdits(*opened(copy), 9, 200, 5);
        QFile::rename(libraryOf(copy), home + u"/merge.waymark"_s);
        QDir(copy).removeRecursively();
        if (!support::putBytes(home + u"/plan.json"_s, exchange::planToJson(fixture::wholePlan()))) {
            qFatal("no plan");
        }
    }

    QString file() const { return m_folder + u'/' + m_name; }

    QString m_name; ///< of the file that is brought in
    EditOf m_editOf;
    QString m_folder;
    QByteArray m_bytes;
    LibraryState m_before;
    LibraryState m_after;
};

Result<domain::Edit> editOfPlan(const Workspace& workspace, const QString& file)
{
    const auto plan = exchange::readPlan(support::bytesOf(file), file);
    domain::EditContext context = workspace.context();
    context.id = u"import"_s; // the same in every case
    return plan ? exchange::planImportEdit(context, *plan) : tl::unexpected<domain::Error>(plan.error());
}

Result<domain::Edit> editOfCopy(const Workspace& workspace, const QString& file)
{
    // What is copied to be read lies below the folder too, so that the process ends there as well.
    qputenv("TMPDIR", QFile::encodeName(QFileInfo(file).path()));
    const auto other = storage::contentsOfOtherCopy(file, newYear2026, {});
    auto here = session::libraryHere(workspace);
    if (!other || !here) {
        return tl::unexpected<domain::Error>(other ? here.error() : other.error());
    }
    here->edit = u"merge"_s; // the same in every case
    return session::previewOf(*here, *other, file).map([](const session::MergePreview& preview) { return preview.merge.edit; });
}

} // namespace

std::unique_ptr<Operation> importingAPlan()
{
    return std::make_unique<BringingIn>(u"plan.json"_s, editOfPlan);
}
std::unique_ptr<Operation> mergingACopy()
{
    return std::make_unique<BringingIn>(u"merge.waymark"_s, editOfCopy);
}

} // namespace waymark::power
