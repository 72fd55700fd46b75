// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/words/ErrorSentence.h>

#include <ui/words/Isolated.h>
#include <ui/words/ReadOnlyWords.h>

#include <exchange/CleanText.h>

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>
#include <QSysInfo>

namespace waymark::ui {

using domain::Error;
using domain::ErrorCode;

namespace {

constexpr qsizetype longest = 4'000; ///< of what a file or a path puts into a sentence

/// What stands in an error may come from a stranger's file or be the name of one: nothing in it may steer a terminal or reorder a line.
QString shown(const QString& text)
{
    const QString plain = exchange::withHiddenShown(text.left(longest));
    return plain.size() > longest ? plain.left(longest) + u'\u2026' : plain;
}

/// A change of Waymark itself has no path.
QString ofOwnChange()
{
    return ErrorSentence::tr("Waymark is still storing the change before, so this was not done. Do it again in a moment.");
}

} // namespace

QString ErrorSentence::of(const Error& failure)
{
    const Error error { failure.code, isolated(shown(failure.subject)), isolated(shown(failure.detail)), failure.bytes };
    QString sentence = ofLearnerData(error);
    if (sentence.isEmpty()) {
        sentence = ofFile(error);
    }
    return sentence.isEmpty() ? ofLibrary(error) : sentence;
}

QString ErrorSentence::ofLearnerData(const Error& error)
{
    switch (error.code) {
    case ErrorCode::Usage:
        return tr("%1. See \"waymark --help\".").arg(error.detail);
    case ErrorCode::UnknownSkill:
        return error.detail.isEmpty() ? tr("There is no skill \"%1\" in the course. \"waymark skills\" lists them.").arg(error.subject)
                                      : tr("There is no skill \"%1\" in the course. Near it: %2.").arg(error.subject, error.detail);
    case ErrorCode::UnknownItem:
        return error.detail.isEmpty() ? tr("There is no checklist item \"%1\".").arg(error.subject)
                                      : tr("There is no checklist item \"%1\". The skill has: %2.").arg(error.subject, error.detail);
    case ErrorCode::UnknownEvidence:
        return tr("There is no such entry any more: %1.").arg(error.subject);
    case ErrorCode::UnknownArea:
        return tr("There is no area \"%1\" in the course. It has: %2.").arg(error.subject, error.detail);
    case ErrorCode::UnknownMilestone:
        return error.detail.isEmpty() ? tr("There is no milestone \"%1\" in the course.").arg(error.subject)
                                      : tr("There is no milestone \"%1\" in the course. It has: %2.").arg(error.subject, error.detail);
    case ErrorCode::UnknownCourse:
        return tr("No course is installed yet. Install one with \"waymark course install FILE\".");
    case ErrorCode::CourseLost:
        return tr(
            "The other course cannot be brought back: what was kept of it is damaged (%1). Nothing was changed. From now on undo passes "
            "over this change of courses, and redo ends before it. To have that course, install it from its file.")
            .arg(error.detail);
    case ErrorCode::UnknownChoice:
        return tr("There is no choice \"%1\" in the course.").arg(error.subject);
    case ErrorCode::UnknownEntry:
        return tr("There is no entry \"%1\". Look at the list again.").arg(error.subject);
    case ErrorCode::NoTimer:
        return tr("No watch is running. Start it on a skill first.");
    case ErrorCode::NothingToUndo:
        return tr("There is nothing to undo.");
    case ErrorCode::NothingToRedo:
        return tr("There is nothing to redo.");
    case ErrorCode::InvalidText:
        return tr("This text cannot be saved (%1): %2. Shorten or mend it and try again.").arg(error.subject, error.detail);
    case ErrorCode::InvalidTime:
        return tr("This cannot be kept (%1): %2. Mend it and try again; nothing was changed.").arg(error.subject, error.detail);
    case ErrorCode::StaleEdit:
        if (QDir::isAbsolutePath(error.subject)) {
            return tr("Another program has written to the library %1. It was read again: look at it and repeat the step.")
                .arg(error.subject);
        }
        return tr("The entry for %1 has changed meanwhile. Look at it again and repeat the step.").arg(error.subject);
    case ErrorCode::DoingFull:
        return tr("\"%1\" cannot be begun yet: Doing holds %2 at once. Finish one or put one back first, or raise the limit.")
            .arg(error.subject, error.detail);
    case ErrorCode::Refused:
        return tr("Refused: %1 (%2).").arg(error.subject, error.detail);
    case ErrorCode::Cancelled:
        return tr("Cancelled. Nothing was changed.");
    default:
        return {};
    }
}

QString ErrorSentence::ofFullDisk(const Error& error)
{
    const QString path = unisolated(error.subject);
    const QStorageInfo volume(QFileInfo(path).absolutePath());
    if (!QDir::isAbsolutePath(path) || !volume.isValid()) {
        return tr("There is no space left for %1. Nothing was changed; make room and try again.").arg(error.subject);
    }
    const QString free = QLocale().formattedDataSize(volume.bytesAvailable());
    if (error.bytes == 0) {
        return tr("There is no space left for %1 on the volume %2, of which %3 are free. Nothing was changed; make room and try again.")
            .arg(error.subject, isolated(shown(volume.rootPath())), free);
    }
    return tr("There is no space left for %1: it needs %4 on the volume %2, of which %3 are free. Nothing was changed; make room and try "
              "again.")
        .arg(error.subject, isolated(shown(volume.rootPath())), free, QLocale().formattedDataSize(error.bytes));
}

QString ErrorSentence::ofFile(const Error& error)
{
    switch (error.code) {
    case ErrorCode::FileMissing:
        return tr("The file %1 was not found. Check the path.").arg(error.subject);
    case ErrorCode::FileExists:
        return tr("%1 exists already and was not written by Waymark. Choose another name or remove it first.").arg(error.subject);
    case ErrorCode::InvalidFile:
        return tr("%1 cannot be read: %2. Nothing was changed.").arg(error.subject, error.detail);
    case ErrorCode::InvalidCourse:
        return tr("The course %1 has faults and was not installed: %2. \"waymark course check\" lists them all.")
            .arg(error.subject, error.detail);
    case ErrorCode::InvalidPlan:
        return tr("%1 is not a plan that Waymark can read: %2. Nothing was changed.").arg(error.subject, error.detail);
    case ErrorCode::InvalidReview:
        return tr("%1 is not a review that Waymark can read: %2. Nothing was changed.").arg(error.subject, error.detail);
    case ErrorCode::OtherPlan:
        return tr("%1 answers another plan than the one of this library. Open the library that sent the plan out, and import it there.")
            .arg(error.subject);
    case ErrorCode::OtherLibrary:
        return tr("%1 is another library, not a copy of this one. Open the library that it is a copy of, and merge it there; nothing was "
                  "changed.")
            .arg(error.subject);
    case ErrorCode::BadSignature:
        return tr("The signature of %1 does not belong to what it says: the file was changed after it was signed. Ask its writer for it "
                  "again; nothing was changed.")
            .arg(error.subject);
    case ErrorCode::WrongPassphrase:
        return tr("This passphrase does not open the key %1. Try again; nothing was changed.").arg(error.subject);
    case ErrorCode::TooLarge:
        return tr("%1 is too large: %2. Nothing was changed.").arg(error.subject, error.detail);
    case ErrorCode::UnknownFormat:
        return error.detail.isEmpty()
            ? tr("The format of %1 is not known. \"waymark export --list\" names the formats.").arg(error.subject)
            : tr("%1 is written in a format that this version does not know: %2. Nothing was changed; a newer Waymark may read it.")
                  .arg(error.subject, error.detail);
    case ErrorCode::FormatNewer:
        return tr("%1 was made by a newer version of Waymark (%2). Nothing was changed; install the newer version to open it.")
            .arg(error.subject, error.detail);
    default:
        return {};
    }
}

/// The detail ends with ", made by VERSION" where the library says it.
QString ErrorSentence::ofNewer(const Error& error)
{
    const QString version = error.detail.section(QStringLiteral(", made by "), 1);
    if (version.isEmpty()) {
        return tr("The library %1 was made by a newer version of Waymark. Your data was not changed; install the newer version to open it.")
            .arg(error.subject);
    }
    return tr(
        "The library %1 was made by Waymark %2 or later. Your data was not changed; install that version, or a later one, to open it.")
        .arg(error.subject, version);
}

/// The detail is "program, process N on HOST" where the lock says who holds it.
QString ErrorSentence::ofLock(const Error& error)
{
    const QString host = error.detail.section(QStringLiteral(" on "), 1);
    if (host.isEmpty() || host == QSysInfo::machineHostName()) {
        return tr("The library %1 is open in another Waymark. Close that one first, or make the change there.").arg(error.subject);
    }
    return tr("The library %1 is locked by another computer (%2). Close Waymark there first. If it ended there without giving the library "
              "up, removing the file %1.lock frees it; until then you can open it for reading only.")
        .arg(error.subject, error.detail);
}

QString ErrorSentence::ofLibrary(const Error& error)
{
    switch (error.code) {
    case ErrorCode::LibraryMissing:
        if (QDir::isAbsolutePath(error.detail)) { // where what was open is kept
            return tr(
                "Another program, such as a sync client, has replaced the library %1 while it was open. This change is not saved. What "
                "was open is kept as %2: close Waymark, start it again, and restore that backup if it is the one you want.")
                .arg(error.subject, error.detail);
        }
        return tr("The library %1 was not found. If it lies on a disk that is not mounted, mount it and try again.").arg(error.subject);
    case ErrorCode::NotALibrary:
        return tr("%1 is not a Waymark library. It was not touched.").arg(error.subject);
    case ErrorCode::OwnLibrary:
        return tr("%1 is the library that is open here. Choose another file; nothing was changed.").arg(error.subject);
    case ErrorCode::LibraryLocked:
        return ofLock(error);
    case ErrorCode::LibraryBusy:
        return error.subject.isEmpty()
            ? ofOwnChange()
            : tr("Another program is using the library %1. Close it and try again; nothing was changed.").arg(error.subject);
    case ErrorCode::LibraryNewer:
        return ofNewer(error);
    case ErrorCode::LibraryCorrupt:
        return tr("The library %1 is damaged (%2). It was not changed. Recover it with \"waymark doctor --repair\", or restore a backup "
                  "with \"waymark restore FILE\".")
            .arg(error.subject, error.detail);
    case ErrorCode::NothingRecovered:
        return tr(
            "Nothing could be recovered of the library %1: %2. It was not changed. Restore a backup with \"waymark restore FILE\", or "
            "make a new library with \"waymark new FILE\".")
            .arg(error.subject, error.detail);
    case ErrorCode::RecordsDiffer:
        return tr("Cards in the library %1 are not where their recalls lead (%2). Rebuild them with \"waymark doctor --repair\".")
            .arg(error.subject, error.detail);
    case ErrorCode::DiskFull:
        return ofFullDisk(error);
    case ErrorCode::ReadOnly:
        return error.subject.isEmpty() ? ReadOnlyWords::behind()
                                       : tr("%1 cannot be written: it is read-only. Nothing was changed.").arg(error.subject);
    default:
        return tr("%1 could not be read or written (%2). Nothing was changed.").arg(error.subject, error.detail);
    }
}

} // namespace waymark::ui
