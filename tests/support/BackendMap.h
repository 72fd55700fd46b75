// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/MapLayout.h>

#include <QFile>
#include <QHash>
#include <QStringList>

#include <algorithm>

namespace waymark::fixture {

using domain::MapInput;

/// The back-end course as a map to lay out, from rows of `id area era prerequisites`; an item `any-of:NAME` stands for every member of the
/// choice group.
class BackendMap
{
public:
    BackendMap()
    {
        QFile file(QStringLiteral(WAYMARK_TEST_DATA "/domain/data/backend-graph.tsv"));
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QHash<QString, int> areas;
        for (const QString& line : lines.mid(1)) {
            const QStringList cells = line.split(u'\t');
            MapInput::Node node;
            node.area = areas.value(cells[1], static_cast<int>(areas.size()));
            node.era = cells[2].toInt();
            areas.insert(cells[1], node.area);
            m_ids.insert(cells[0], static_cast<int>(m_input.nodes.size()));
            m_input.eraCount = std::max(m_input.eraCount, node.era + 1);
            m_input.nodes.push_back(node);
        }
        m_input.areaCount = static_cast<int>(areas.size());
        for (const QString& line : lines.mid(1)) {
            connect(line.section(u'\t', 0, 0), line.section(u'\t', 3, 3).split(u',', Qt::SkipEmptyParts));
        }
    }

    [[nodiscard]] const MapInput& input() const { return m_input; }
    [[nodiscard]] int node(const QString& id) const { return m_ids.value(id, -1); }

private:
    void connect(const QString& id, const QStringList& prerequisites)
    {
        static const QHash<QString, QStringList> choices {
            { QStringLiteral("any-of:language"),
                QStringLiteral("lang-python lang-javascript-node lang-java lang-ruby lang-php").split(u' ') },
            { QStringLiteral("any-of:framework"),
                QStringLiteral("api-django-flask api-express api-spring api-rails api-laravel").split(u' ') },
        };
        for (const QString& prerequisite : prerequisites) {
            const QStringList members = choices.value(prerequisite, { prerequisite });
            for (const QString& member : members) {
                m_input.edges.push_back({ node(member), node(id), members.size() > 1 ? static_cast<int>(prerequisite.size()) : -1 });
            }
        }
    }

    MapInput m_input;
    QHash<QString, int> m_ids;
};

} // namespace waymark::fixture
