// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/plan/DatesInView.h>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

QDate dayIn(const QVariant& text)
{
    return QDate::fromString(text.toString(), Qt::ISODate);
}

} // namespace

QVariantMap viewOf(const learning::PlanDates& dates, const QString& library)
{
    if (!dates.made.isValid()) {
        return {};
    }
    QVariantMap ends;
    for (auto end = dates.ends.cbegin(); end != dates.ends.cend(); ++end) {
        ends.insert(end.key(), end->toString(Qt::ISODate));
    }
    return { { u"library"_s, library }, { u"made"_s, dates.made.toString(Qt::ISODate) }, { u"milestone"_s, dates.milestone },
        { u"finish"_s, dates.finish.toString(Qt::ISODate) }, { u"ends"_s, ends } };
}

learning::PlanDates datesInView(const QVariantMap& view, const QString& library)
{
    const QDate made = dayIn(view.value(u"made"_s));
    if (!made.isValid() || view.value(u"library"_s).toString() != library) {
        return {};
    }
    learning::PlanDates dates { made, view.value(u"milestone"_s).toString(), {}, dayIn(view.value(u"finish"_s)) };
    const QVariantMap ends = view.value(u"ends"_s).toMap();
    for (auto end = ends.cbegin(); end != ends.cend(); ++end) {
        if (const QDate day = dayIn(*end); day.isValid()) {
            dates.ends.insert(end.key(), day);
        }
    }
    return dates;
}

} // namespace waymark::ui
