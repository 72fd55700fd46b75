// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/planpage/PageWords.h>

#include <ui/words/LocalTime.h>

#include <QLocale>

using namespace Qt::StringLiterals;

namespace waymark::ui {

using domain::ReviewerRole;
using domain::SignatureState;
using learning::Standing;

QString PageWords::language()
{
    return tr("en", "language of these texts, as HTML names it");
}

/// With the month as a word: a mentor elsewhere may read 3/4 the other way round.
QString PageWords::date(const QDate& date)
{
    return QLocale().toString(date, tr("d MMM yyyy", "date format"));
}

QString PageWords::day(qint64 at, const QTimeZone& zone)
{
    return date(QDateTime::fromMSecsSinceEpoch(at, zone).date());
}

QString PageWords::moment(qint64 at, const QTimeZone& zone)
{
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at, zone);
    const QString offset = offsetText(when.offsetFromUtc() / 60);
    return tr("%1, %2 (%3)", "date, time of day, time zone").arg(date(when.date()), QLocale().toString(when.time(), u"HH:mm"_s), offset);
}

QString PageWords::number(int value)
{
    return QLocale().toString(value);
}

QString PageWords::ofTotal(int done, int total)
{
    return tr("%1 of %2", "done, total").arg(number(done), number(total));
}

QString PageWords::standing(Standing standing)
{
    switch (standing) {
    case Standing::Self:
        return tr("the learner's own word");
    case Standing::Test:
        return tr("a passed test");
    case Standing::Peer:
        return tr("a fellow learner");
    case Standing::Mentor:
        return tr("a mentor");
    }
    return {};
}

QString PageWords::role(ReviewerRole role)
{
    return role == ReviewerRole::Mentor ? tr("mentor") : tr("fellow learner");
}

QString PageWords::signature(SignatureState state)
{
    switch (state) {
    case SignatureState::None:
        return tr("The review was not signed.");
    case SignatureState::Unknown:
        return tr("The review was signed with a key that is new to the learner.");
    case SignatureState::Verified:
        return tr("The review was signed with a key that the learner knows.");
    case SignatureState::Bad:
        return tr("The signature does not fit the review.");
    }
    return {};
}

} // namespace waymark::ui
