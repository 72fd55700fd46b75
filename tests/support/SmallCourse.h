// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ZipFixture.h"

#include <QList>
#include <QMap>

#include <utility>

namespace waymark::support {

/// A course of outlines as a .waycourse file: small, and read without a fault.
struct SmallCourse
{
    QByteArray id;
    QByteArray version;
    QList<std::pair<QByteArray, QByteArray>> skills; ///< id and title
    QMap<QByteArray, QByteArray> moved {};

    [[nodiscard]] QByteArray package() const
    {
        QByteArray manifest = "id: " + id + "\ntitle: A small course\nversion: " + version
            + "\nlanguage: en\nlicence: CC-BY-SA-4.0\nsummary: Small.\nareas:\n  - { id: one, title: One, summary: x }\n";
        if (!moved.isEmpty()) {
            manifest += "moved:\n";
        }
        for (auto each = moved.cbegin(); each != moved.cend(); ++each) {
            manifest += "  " + each.key() + ": " + each.value() + '\n';
        }
        std::vector<exchange::fixture::RawEntry> entries;
        const auto add = [&entries](const QByteArray& name, const QByteArray& bytes) {
            entries.emplace_back();
            entries.back().name = name;
            entries.back().bytes = bytes;
        };
        add("course.yaml", manifest);
        for (const auto& [skill, title] : skills) {
            add("skills/one/" + skill + ".md",
                "---\nid: " + skill + "\narea: one\ntitle: \"" + title
                    + "\"\nlevel: junior\nkind: practice\nhours: 2\noutcome: \"Can do it\"\nprerequisites: []\n---\n");
        }
        return exchange::fixture::zipOf(entries);
    }
};

} // namespace waymark::support
