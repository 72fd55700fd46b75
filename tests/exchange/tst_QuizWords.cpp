// SPDX-License-Identifier: GPL-3.0-or-later
// Words and code as people type them.
#include <QuizFixture.h>

#include <exchange/CleanText.h>

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace waymark::exchange;
using namespace waymark::exchange::fixture;

namespace {

/// The same words as another hand may type them.
QString retyped(const QString& text)
{
    QString other;
    for (const QChar c : text) {
        const int way = *rc::gen::inRange(0, 4);
        if (c == u' ') {
            other += way == 0 ? u"  "_s : way == 1 ? QString(QChar(0x00A0)) : way == 2 ? u"\t"_s : u" "_s;
        } else if (way == 0) {
            other += c.toUpper();
        } else if (way == 1 && c > u' ' && c.unicode() < 0x7F) {
            other += QChar(static_cast<char16_t>(c.unicode() + 0xFEE0)); // the wide form
        } else {
            other += c;
        }
    }
    const int around = *rc::gen::inRange(0, 4);
    return around == 0 ? u" "_s + other : around == 1 ? u"`%1`"_s.arg(other) : around == 2 ? other + u'.' : other;
}

} // namespace

class tst_QuizWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesWords_data();
    void judgesWords();
    void wordsStayRightInAnotherHand();
};

void tst_QuizWords::judgesWords_data()
{
    QTest::addColumn<QStringList>("forms");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<AnswerRules>("rules");
    QTest::addColumn<QString>("read");

    const auto row
        = [](const QStringList& forms, const QString& answer, Outcome outcome, AnswerRules rules = {}, const QString& read = {}) {
              QTest::addRow(
                  "%d: %s for %s", static_cast<int>(outcome), qUtf8Printable(withHiddenShown(answer)), qUtf8Printable(forms.join(u" or ")))
                  << forms << answer << outcome << rules << read;
          };
    using enum AnswerRule;
    const QStringList squash { u"squash"_s, u"squash and merge"_s, u"git merge --squash"_s };
    row(squash, u"squash"_s, Right);
    row(squash, u"Squash and merge"_s, Right, Case, u"squash and merge"_s);
    row(squash, u" squash  and merge "_s, Right, Spaces, u"squash and merge"_s);
    row(squash, u"Squash and\u00A0Merge."_s, Right, Case | UnicodeForm | Marks, u"squash and merge"_s);
    row(squash, u"rebase"_s, Wrong);
    row(squash, u"GIT merge --squash"_s, Wrong, CaseMatters);
    row(squash, u"git merge —squash"_s, Right, UnicodeForm, u"git merge --squash"_s);
    row(squash, u"squash merge and"_s, Wrong);
    row(squash, {}, Unreadable);
    row(squash, u" \t"_s, Unreadable);
    row(squash, u"\u200B"_s, Unreadable);
    row({}, u"x"_s, Wrong);
    row({ QString() }, {}, Unreadable);

    const QStringList revert { u"git revert"_s, u"git revert HEAD"_s };
    row(revert, u"git revert"_s, Right);
    row(revert, u"Git revert"_s, Wrong, CaseMatters);
    row(revert, u"git revert head"_s, Wrong, CaseMatters);
    row(revert, u"$ git revert"_s, Right, Marks, u"git revert"_s);
    row(revert, u"`git revert HEAD`"_s, Right, Marks, u"git revert HEAD"_s);
    row(revert, u"``$ git  revert``."_s, Right, Marks | Spaces, u"git revert"_s);
    row(revert, u"git revert\u202E"_s, Right, UnicodeForm, u"git revert"_s);
    row(revert, u"git"_s + QChar(0) + u" revert"_s, Right, UnicodeForm, u"git revert"_s);
    row(revert, u"git reset."_s, Wrong, Marks, u"git reset"_s);
    row({ u"git"_s }, u"Git"_s, Right, Case, u"git"_s);
    row({ u"pwd"_s }, u"PWD"_s, Wrong, CaseMatters);
    row({ u"$ git"_s }, u"$ git"_s, Right);
    row({ u"$ git"_s }, u"git"_s, Wrong);
    row({ u"`"_s }, u"`"_s, Right);
    row({ u"git add ."_s }, u"git add ."_s, Right);
    row({ u"git add ."_s }, u"git add"_s, Wrong);
    row({ u"git add ."_s }, u" git add ."_s, Right, Spaces, u"git add ."_s);
    row({ u"$ git"_s }, u" $ git"_s, Right, Spaces, u"$ git"_s);
    row({ u"`a`"_s }, u" `a`"_s, Right, Spaces, u"`a`"_s);
    row({ u"`a`"_s }, u" a"_s, Wrong, Spaces, u"a"_s);
    row({ u"git add .."_s }, u"git add ..."_s, Wrong);

    row({ u"Allow"_s, u"Allow:"_s }, u"allow"_s, Right, Case, u"Allow"_s);
    row({ u"site.key"_s, u"private key"_s }, u"Site.key"_s, Wrong, CaseMatters);
    row({ u"site.key"_s, u"private key"_s }, u"Private Key"_s, Right, Case, u"private key"_s);
    row({ u"HTTP/2"_s }, u"http/2"_s, Right, Case, u"HTTP/2"_s);
    row({ u"src/Till/Drawer.php"_s }, u"src/till/drawer.php"_s, Wrong, CaseMatters);
    row({ u"/v2/cart/7"_s }, u"/V2/cart/7"_s, Wrong, CaseMatters);
    row({ u"music_stands"_s }, u"Music_stands"_s, Wrong, CaseMatters);
    row({ u"-aG"_s }, u"-Ag"_s, Wrong, CaseMatters);
    row({ u"-aG"_s }, u"‑aG"_s, Right, UnicodeForm, u"-aG"_s);
    row({ u"isdecimal"_s, u"isdecimal()"_s }, u"isDecimal"_s, Wrong, CaseMatters);
    row({ u"replace"_s, u"replace()"_s }, u"Replace"_s, Wrong, CaseMatters);
    row({ u"replace"_s }, u"Replace"_s, Right, Case, u"replace"_s);
    row({ u"s"_s, u"step"_s }, u"S"_s, Wrong, CaseMatters);
    row({ u"B"_s }, u"b"_s, Right, Case, u"B"_s);
    row({ u"blue"_s, u"Blue"_s }, u"Blue"_s, Right);
    row({ u"blue"_s, u"Blue"_s }, u"BLUE"_s, Wrong, CaseMatters);
    row({ u"type -p node"_s, u"type -P node"_s }, u"Type -p node"_s, Wrong, CaseMatters);

    const QStringList having { u"HAVING count(*) > 5"_s, u"having count(*) > 5"_s };
    row(having, u"Having COUNT(*) > 5"_s, Right, Case, u"HAVING count(*) > 5"_s);
    row(having, u"HAVING count(*)>5"_s, Right, Spaces, u"HAVING count(*) > 5"_s);
    row(having, u"Having Count( * )>5"_s, Right, Case | Spaces, u"HAVING count(*) > 5"_s);
    row(having, u"HAVING count(*) > 6"_s, Wrong);
    row(having, u"HAVINGcount(*) > 5"_s, Wrong);
    row({ u"WHERE town = 'Ely'"_s }, u"where town='Ely'"_s, Right, Case | Spaces, u"WHERE town = 'Ely'"_s);
    row({ u"WHERE town = 'Ely'"_s }, u"where town='ely'"_s, Wrong, CaseMatters);
    row({ u"WHERE a = 'x y'"_s }, u"WHERE a = 'xy'"_s, Wrong);
    row({ u"DELETE /cart/7"_s }, u"delete /cart/7"_s, Wrong, CaseMatters);
    row({ u"paid_on IS NULL"_s }, u"Paid_On is null"_s, Right, Case, u"paid_on IS NULL"_s);

    row({ u"\"__main__\""_s }, u"“__main__”"_s, Right, UnicodeForm, u"\"__main__\""_s);
    row({ u"'__main__'"_s }, u"‘__main__’"_s, Right, UnicodeForm, u"'__main__'"_s);
    row({ u"don’t"_s }, u"don't"_s, Right);
    row({ u"café"_s }, u"cafe\u0301"_s, Right, UnicodeForm, u"café"_s);
    row({ u"café"_s }, u"cafe"_s, Wrong);
    row({ u"file"_s }, u"ﬁle"_s, Right, UnicodeForm, u"file"_s);
    row({ u"3.0.0"_s }, u"3.0.0."_s, Right, Marks, u"3.0.0"_s);
    row({ u"2"_s }, u"²"_s, Wrong);
    row({ u"²"_s }, u"2"_s, Wrong);
    row({ u"²"_s }, u"²"_s, Right);
    row({ u"\\d  packet"_s }, u"\\d packet"_s, Right);
}

void tst_QuizWords::judgesWords()
{
    QFETCH(const QStringList, forms);
    QFETCH(const QString, answer);
    const Verdict verdict = judge(accepting(forms), typed(answer));
    const Outcome outcome = outcomeOf(verdict);
    QTEST(outcome, "outcome");
    QTEST(verdict.rules, "rules");
    QTEST(verdict.read, "read");
    QVERIFY(verdict.partRight.empty());
}

void tst_QuizWords::wordsStayRightInAnotherHand()
{
    const bool holds = rc::check("words stay right in other capitals, blanks and forms", [] {
        const auto form = QString::fromStdString(*rc::gen::element<std::string>("squash and merge", "private key", "the use line", "UTF-8",
            "a foreign key", "rate limit", "naïve café", "TLS 1.3", "HTTP/2", "dead letter queue"));
        RC_ASSERT(judge(accepting({ u"something else"_s, form }), typed(retyped(form))).right);
    });
    QVERIFY(holds);
}

QTEST_APPLESS_MAIN(tst_QuizWords)
#include "tst_QuizWords.moc"
