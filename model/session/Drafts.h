// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/DraftMoves.h>

#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace waymark::session {

/// The library that texts belong to: where its file was, which file that was, and the root of the volume that it was on. Written with the
/// texts, so that they are found where it has been moved.
struct DraftOwner
{
    QString path;
    QString identity; ///< as domain::fileIdentity() has it
    QString volume;

    bool operator==(const DraftOwner&) const = default;
};

/// What stands unsaved in editors, one for each place, kept in a file of its own so that a program that was killed finds it again. It is no
/// record: nothing of it is undone, exported or merged. What cannot be written is in its editor all the same, so that is no error; whoever
/// ends the program asks unwritten() before. Files are written on a worker, in the order of the changes.
class Drafts
{
public:
    static constexpr qsizetype mostBytes = qsizetype(4) * 1024 * 1024; ///< of the file: what was written longest ago is left out
    static constexpr std::size_t mostDrafts = 200; ///< what was written longest ago goes

    Drafts(); ///< nothing outlives the program
    ~Drafts();
    Drafts(const Drafts&) = delete;
    Drafts& operator=(const Drafts&) = delete;

    /// From now on in this file, which need not exist, and with what is in there instead of what was kept so far. One that cannot be read
    /// is put aside as FILE.unreadable.
    void keepIn(const QString& file, const DraftOwner& owner = {});
    /// Of the texts in a file; none where it does not say or cannot be read.
    [[nodiscard]] static std::optional<DraftOwner> ownerOf(const QString& file);
    /// Those that would be lost if the program ended now, the newest first: no file has what they say. What a worker has not written yet,
    /// and what could not be written before, is written here, while the caller waits.
    [[nodiscard]] std::vector<DraftPlace> unwritten() const;

    /// Nothing where the draft of this place is of another kind.
    template <class Value> [[nodiscard]] std::optional<Value> find(const DraftPlace& place) const
    {
        const DraftValue* found = valueAt(place);
        const Value* value = found == nullptr ? nullptr : std::get_if<Value>(found);
        return value == nullptr ? std::nullopt : std::optional<Value>(*value);
    }
    [[nodiscard]] std::vector<DraftPlace> places() const; ///< what was written last comes first
    [[nodiscard]] QStringList parts(DraftKind kind, const QString& skill) const; ///< that have a draft
    void keep(const DraftPlace& place, const DraftValue& value); ///< `value` is of the kind of its place
    void drop(const DraftPlace& place);

    /// From now on drafts go where `moves` leads, and an editor that is open on a place of before finds and keeps its draft at the place of
    /// today. Of two that belong at one place the older one waits until the place is free.
    void follow(DraftMoves moves);
    void settle(); ///< what `moves` asks has changed
    [[nodiscard]] DraftPlace placeToday(const DraftPlace& place) const;

private:
    struct Entry
    {
        DraftValue value;
        qint64 order = 0; ///< a later change has a larger one
    };
    struct File;
    [[nodiscard]] const DraftValue* valueAt(const DraftPlace& place) const;
    void trim();
    bool moveAll();
    void write();

    std::map<DraftPlace, Entry> m_drafts; ///< at their places of today, but for those that wait
    std::optional<DraftMoves> m_moves;
    qint64 m_order = 0; ///< of the last change
    DraftOwner m_owner;
    std::shared_ptr<File> m_file;
};

} // namespace waymark::session
