// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <ZipFixture.h>

namespace waymark::exchange::fixture {

/// A package that breaks one rule, with the code and words of its refusal.
struct HostilePackage
{
    const char* name = "";
    QByteArray zip;
    QString words; ///< that the detail of the error holds
    domain::ErrorCode code = domain::ErrorCode::InvalidFile;
};

/// Such packages, written as one line each.
class HostilePackages
{
public:
    void row(const char* name, const QByteArray& zip, const QString& words, bool isTooLarge = false)
    {
        using domain::ErrorCode;
        m_all.push_back({ name, zip, words, isTooLarge ? ErrorCode::TooLarge : ErrorCode::InvalidFile });
    }
    [[nodiscard]] const std::vector<HostilePackage>& all() const { return m_all; }

private:
    std::vector<HostilePackage> m_all;
};

inline RawEntry named(const QByteArray& name, const QByteArray& bytes = "hello")
{
    RawEntry entry;
    entry.name = name;
    entry.bytes = bytes;
    return entry;
}

template <class Change> RawEntry changed(Change change)
{
    RawEntry entry = named("skills/a.md");
    change(entry);
    return entry;
}

} // namespace waymark::exchange::fixture
