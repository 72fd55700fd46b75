// SPDX-License-Identifier: GPL-3.0-or-later
#include <ReviewedLibrary.h>

#include <session/ReviewShelf.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using session::ReviewShelf;

class tst_ReviewShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A sender may give two reviews one id; the first is taken back before the second arrives.
    void whatComesAfterUndoIsReadAnew()
    {
        const auto workspace = support::reviewedLibrary();
        const ReviewShelf shelf(*workspace);
        exchange::ReviewDocument review = support::reviewOf(*workspace);
        support::receive(*workspace, review);
        QCOMPARE(shelf.letters().front().review->overall.text, u"On a good way."_s);
        QVERIFY(workspace->undo());
        QVERIFY(shelf.letters().empty());
        review.overall.text = u"Begin again."_s;
        support::receive(*workspace, review);
        QCOMPARE(shelf.letters().front().review->overall.text, u"Begin again."_s);
        QVERIFY(workspace->undo());
    }
};

QTEST_MAIN(tst_ReviewShelf)
#include "tst_ReviewShelf.moc"
