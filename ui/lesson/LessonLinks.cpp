// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lesson/LessonLinks.h>

#include <exchange/CleanText.h>
#include <exchange/LessonDocument.h>

using namespace Qt::StringLiterals;

namespace waymark::ui {

bool isWebLink(const QString& target)
{
    const QUrl url(target, QUrl::StrictMode);
    if (!url.isValid()) {
        return false;
    }
    const QString scheme = url.scheme();
    return scheme == "mailto"_L1 ? url.path().contains(u'@') : (scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty();
}

QString linkedSkill(const QString& target)
{
    QString id;
    if (target.startsWith("skill:"_L1)) {
        id = target.mid(6);
    } else if (target.endsWith(".md"_L1) && !target.contains(u':') && !target.startsWith(u'/')) {
        id = target.section(u'/', -1).chopped(3);
    }
    return exchange::isId(id) ? id : QString();
}

bool isOpenable(const QString& target)
{
    return !target.isEmpty() && (isWebLink(target) || !linkedSkill(target).isEmpty());
}

LinkHost hostOf(const QUrl& link)
{
    QUrl host = link;
    if (link.scheme() == "mailto"_L1) {
        host.setHost(link.path().section(u'@', -1));
    }
    return { exchange::cleanLine(host.host(QUrl::FullyDecoded)), host.host(QUrl::FullyEncoded), link.toString(QUrl::FullyEncoded) };
}

} // namespace waymark::ui
