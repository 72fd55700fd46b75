// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/DraftValues.h>

#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace waymark::session {

/// What stands unsaved in editors, one for each place, kept in a file of its own so that a program that was killed finds it again. It is no
/// record: nothing of it is undone, exported or merged. What cannot be written is in its editor all the same, so that is no error. Files
/// are written on a worker, in the order of the changes.
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
    void keepIn(const QString& file);
    [[nodiscard]] bool outlivesProgram() const; ///< it is in a file, as far as is known

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

private:
    struct Entry
    {
        DraftValue value;
        qint64 order = 0; ///< a later change has a larger one
    };
    struct File;
    [[nodiscard]] const DraftValue* valueAt(const DraftPlace& place) const;
    void trim();
    void write();

    QString m_path;
    std::map<DraftPlace, Entry> m_drafts;
    qint64 m_order = 0; ///< of the last change
    std::shared_ptr<File> m_file;
};

} // namespace waymark::session
