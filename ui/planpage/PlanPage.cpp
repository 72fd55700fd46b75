// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PlanPage.h>

#include <ui/planpage/PageParts.h>
#include <ui/planpage/PageStyle.h>
#include <ui/planpage/PageWords.h>
#include <ui/planpage/PageWriter.h>
#include <ui/planpage/PlanDigest.h>

#include <exchange/CleanText.h>
#include <exchange/PlanReviews.h>
#include <exchange/PlanWriter.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace waymark::ui {

namespace {

class Frame
{
    Q_DECLARE_TR_FUNCTIONS(PlanPage)

public:
    static QByteArray page(const PageContext& context, const PlanPageMap& map);

private:
    static void head(const PageContext& context);
    static void body(const PageContext& context, const PlanPageMap& map);
    static void main(const PageContext& context, const PlanPageMap& map);
    static QString title(const exchange::PlanDocument& plan);
};

QString policy()
{
    const QByteArray hash = QCryptographicHash::hash(reviewScript(), QCryptographicHash::Sha256).toBase64();
    return u"default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-%1'; base-uri 'none'; form-action 'none'"_s
        .arg(QString::fromLatin1(hash));
}

/// Without the white space between its signs: indentation is a third of a plan.
QByteArray compact(const QByteArray& json)
{
    QByteArray dense;
    dense.reserve(json.size());
    bool inString = false;
    bool isEscaped = false;
    for (const char c : json) {
        if (!inString && (c == ' ' || c == '\n')) {
            continue;
        }
        dense += c;
        inString = inString != (c == '"' && !isEscaped);
        isEscaped = c == '\\' && !isEscaped;
    }
    return dense;
}

/// As JSON a string may name these signs by number, so nothing in it can end the element.
QByteArray planData(const exchange::PlanDocument& plan)
{
    return compact(exchange::planToJson(plan)).replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026") + '\n';
}

QString Frame::title(const exchange::PlanDocument& plan)
{
    const QString course = exchange::cleanLine(plan.courseTitle.isEmpty() ? plan.courseId : plan.courseTitle);
    const QString learner = exchange::cleanLine(plan.learner);
    return learner.isEmpty() ? tr("Learning plan: %1", "course").arg(course)
                             : tr("Learning plan: %1, %2", "course, learner").arg(course, learner);
}

void Frame::head(const PageContext& context)
{
    PageWriter& page = context.page;
    const PageWriter::Element head(page, "head", {});
    page.empty("meta", { { "charset", u"utf-8"_s } });
    page.markup("\n");
    page.put("title", title(context.digest.plan()));
    page.markup("\n");
    // Everything after this line is under the policy.
    page.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy().toLatin1() + "\"/>\n");
    page.empty("meta", { { "name", u"viewport"_s }, { "content", u"width=device-width, initial-scale=1"_s } });
    page.empty("meta", { { "name", u"generator"_s }, { "content", u"Waymark"_s } });
    page.empty("meta", { { "name", u"referrer"_s }, { "content", u"no-referrer"_s } });
    page.empty("meta", { { "name", u"color-scheme"_s }, { "content", u"light dark"_s } });
    page.markup("\n<style>\n" + pageStyle() + "</style>\n");
}

void Frame::main(const PageContext& context, const PlanPageMap& map)
{
    const exchange::PlanDocument& plan = context.digest.plan();
    const PageWriter::Element main(context.page, "main",
        { { "id", u"plan"_s }, { "tabindex", u"-1"_s }, { "data-plan", plan.plan }, { "data-revision", plan.revision } });
    writeGoal(context);
    writeWaiting(context);
    writeProgress(context);
    writeHistory(context);
    writeMap(context, map);
    writeSkills(context);
    writeReviews(context);
    writeOpenSkills(context);
    writeHowToAnswer(context);
    const PageWriter::Element overall(context.page, "section", { { "id", u"review-overall"_s }, { "hidden", QString() } });
}

void Frame::body(const PageContext& context, const PlanPageMap& map)
{
    PageWriter& page = context.page;
    const PageWriter::Element body(page, "body", {});
    page.put("a", tr("Skip to the plan"), { { "class", u"skip"_s }, { "href", u"#plan"_s } });
    writeIconSheet(page);
    writeMasthead(context);
    page.markup("<div id=\"review-bar\" hidden=\"\"></div>\n");
    {
        const PageWriter::Element columns(page, "div", { { "class", u"columns"_s } });
        writeContents(context);
        main(context, map);
    }
    {
        const PageWriter::Element foot(page, "footer", { { "class", u"foot"_s } });
        page.put("p", tr("This page is one file. It asks no network for anything and tells nobody that you read it."));
    }
    page.markup("<script type=\"application/json\" id=\"waymark-plan\">\n" + planData(context.digest.plan()) + "</script>\n");
    page.markup("<script>" + reviewScript() + "</script>\n");
}

QByteArray Frame::page(const PageContext& context, const PlanPageMap& map)
{
    PageWriter& page = context.page;
    const QString language = PageWords::language();
    const bool isLeftward = QLocale(language).textDirection() == Qt::RightToLeft;
    page.markup("<!DOCTYPE html>\n");
    {
        const PageWriter::Element html(page, "html", { { "lang", language }, { "dir", isLeftward ? u"rtl"_s : u"ltr"_s } });
        page.markup("\n");
        head(context);
        body(context, map);
    }
    return page.bytes() + '\n';
}

} // namespace

QByteArray reviewScript()
{
    QByteArray script;
    for (const QString& part : { u"review-words.js"_s, u"review.js"_s }) {
        QFile file(u":/planpage/"_s + part);
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        script += file.readAll();
    }
    return script;
}

QByteArray planPage(
    const exchange::PlanDocument& plan, const PlanPageMap& map, const QTimeZone& zone, const std::vector<exchange::ReviewDocument>& reviews)
{
    PageWriter page;
    const PlanDigest digest(plan);
    return Frame::page({ page, digest, reviews, zone }, map);
}

QByteArray planPage(const exchange::PlanDocument& plan, const PlanPageMap& map, const QTimeZone& zone)
{
    return planPage(plan, map, zone, exchange::reviewsOf(plan));
}

} // namespace waymark::ui
