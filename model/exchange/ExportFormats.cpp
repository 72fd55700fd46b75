// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/ExportFormats.h>

#include <exchange/PlanCsv.h>
#include <exchange/PlanMarkdown.h>
#include <exchange/PlanWriter.h>

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::Roadmap;

namespace {

constexpr qsizetype longestName = 60; // in UTF-16 code units; file systems take 255 bytes

QByteArray asJson(const Roadmap& /*roadmap*/, const PlanDocument& plan)
{
    return planToJson(plan);
}

QByteArray asCsv(const Roadmap& /*roadmap*/, const PlanDocument& plan)
{
    return planToCsv(plan);
}

} // namespace

std::span<const ExportFormat> exportFormats()
{
    static const std::array<ExportFormat, 3> formats { { { u"json"_s, u"JSON"_s, u"json"_s, asJson },
        { u"markdown"_s, u"Markdown"_s, u"md"_s, planToMarkdown }, { u"csv"_s, u"CSV"_s, u"csv"_s, asCsv } } };
    return formats;
}

const ExportFormat* exportFormat(const QString& id)
{
    const auto formats = exportFormats();
    const auto found = std::find_if(formats.begin(), formats.end(), [&id](const ExportFormat& format) { return format.id == id; });
    return found == formats.end() ? nullptr : &*found;
}

QString exportFileName(const QString& title, const QString& suffix)
{
    static const QRegularExpression reserved(u"^(con|prn|aux|nul|com\\d|lpt\\d)$"_s, QRegularExpression::CaseInsensitiveOption);
    QString name;
    for (const QChar c : title.normalized(QString::NormalizationForm_C)) {
        if (c.isLetterOrNumber()) {
            name += c;
        } else if (!name.isEmpty() && !name.endsWith(u'-')) {
            name += u'-';
        }
    }
    name.truncate(longestName);
    while (name.endsWith(u'-')) {
        name.chop(1);
    }
    if (name.isEmpty()) {
        name = u"plan"_s;
    } else if (reserved.match(name).hasMatch()) {
        name.prepend(u"plan-"_s);
    }
    return name + u'.' + suffix;
}

} // namespace waymark::exchange
