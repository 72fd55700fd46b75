// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in an editor and is not saved comes back with the next program. (Evidence: tst_SkillChecklist; what is special of
// study time: tst_TimeDrafts.)
#include <EditorDesk.h>

#include <session/RecallDesk.h>
#include <ui/DraftKeeper.h>
#include <ui/recall/CardDialog.h>

#include <QCheckBox>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace support;

namespace {

/// An editor, as a person meets it. In the names of its parts "ID" is the id of what is changed.
struct Editor
{
    std::function<std::unique_ptr<QWidget>(EditorDesk&)> make;
    std::function<void(QWidget&)> open; ///< where nothing was left in it
    QString field;
    QString typed;
    QString about; ///< what it says of a draft
    std::function<void(QWidget&)> save;
    std::function<void(QWidget&)> cancel;
    std::function<void(EditorDesk&)> change {}; ///< by somebody else; none for what is new
    QString changed {}; ///< that is then said
};

std::unique_ptr<QWidget> newCard(EditorDesk& desk)
{
    return shown(std::make_unique<ui::CardDialog>(*desk.f.workspace, skill, QString()));
}

std::unique_ptr<QWidget> ownCard(EditorDesk& desk)
{
    auto dialog = std::make_unique<ui::CardDialog>(*desk.f.workspace, skill, desk.card());
    dialog->setCard(*session::RecallDesk(*desk.f.workspace).card(skill, desk.card()));
    return shown(std::move(dialog));
}

std::function<void(QWidget&)> clicking(const QStringList& names)
{
    return [names](QWidget& screen) {
        for (const QString& name : names) {
            clickShown(screen, name);
        }
    };
}

void escape(QWidget& dialog)
{
    QTest::keyClick(&dialog, Qt::Key_Escape);
}

/// On the first that is visible of those whose names begin so.
std::function<void(QWidget&)> clickingOneOf(const QString& start)
{
    return [start](QWidget& screen) {
        for (auto* each : screen.findChildren<QAbstractButton*>()) {
            if (each->objectName().startsWith(start) && each->isVisible()) {
                clickShown(screen, each->objectName());
                return;
            }
        }
        QFAIL("no such button");
    };
}

using Add = std::function<void(const char*, const Editor&)>;

void addEditorsOfSkills(const Add& add)
{
    add("new time",
        Editor { timePanel, clicking({ u"time.earlier"_s }), u"time.minutes.new"_s, u"40"_s, u"time.about.new"_s,
            clicking({ u"time.accept.new"_s }), clicking({ u"time.cancel.new"_s }) });
    add("time",
        Editor { timePanel, clickingOneOf(u"time.edit."_s), u"time.minutes.ID"_s, u"75"_s, u"time.about.ID"_s,
            clickingOneOf(u"time.accept."_s), clickingOneOf(u"time.cancel."_s),
            [](EditorDesk& desk) {
                domain::TimeEntry entry = desk.f.workspace->progress().time().first();
                entry.minutes = 44;
                desk.apply(domain::changeTime(desk.f.context(), desk.entry(), entry));
            },
            u"44 min"_s });
    add("new card",
        Editor { newCard, [](QWidget& screen) { type(*childOf<QWidget>(screen, u"card.back"_s), u"b"_s); }, u"card.front"_s,
            u"half a thought"_s, u"card.about"_s, clicking({ u"card.save"_s }), clicking({ u"card.cancel"_s }) });
    add("card",
        Editor { ownCard, {}, u"card.back"_s, u"half a thought"_s, u"card.about"_s, clicking({ u"card.save"_s }), escape,
            [](EditorDesk& desk) { desk.apply(domain::writeCard(desk.f.context(), skill, desk.card(), u"front"_s, u"other"_s)); },
            u"front / other"_s });
}

void addEditorsOfPlan(const Add& add)
{
    const QString next = u"goalNext"_s;
    add("goal",
        Editor { goal, clicking({ next }), u"goalName"_s, u"Ada Lovelace"_s, u"goalAbout"_s, clicking({ next, next, next }), escape,
            [](EditorDesk& desk) {
                desk.apply(domain::setGoal(desk.f.context(), { u"whole"_s, 9, QDate(2027, 3, 9) }));
            },
            u"9 h a week, by 9"_s });
    add("cue",
        Editor { hours, {}, u"hours.cue"_s, u"the first coffee"_s, u"hours.cue.draft.about"_s, clicking({ u"hours.cue.draft.save"_s }),
            clicking({ u"hours.cue.draft.drop"_s }),
            [](EditorDesk& desk) {
                domain::StudyRhythm rhythm = desk.f.workspace->progress().rhythm();
                rhythm.minutes = domain::weekMinutes(desk.f.workspace->progress().goal(), rhythm);
                rhythm.cue = u"lunch"_s;
                rhythm.cueMinutes = 15;
                desk.apply(domain::setRhythm(desk.f.context(), rhythm));
            },
            u"After lunch: 15 min"_s });
    add("days off",
        Editor { hours, {}, u"hours.off.reason"_s, u"family visit"_s, u"hours.off.draft.about"_s, clicking({ u"hours.off.add"_s }),
            clicking({ u"hours.off.draft.drop"_s }) });
}

bool isWriting(const QWidget& screen)
{
    return std::ranges::any_of(screen.findChildren<QTimer*>(u"writing.shortest"_s), &QTimer::isActive);
}

} // namespace

Q_DECLARE_METATYPE(Editor)

class tst_EditorDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotSavedComesBack_data() { editors(); }
    void whatIsNotSavedComesBack();
    void whatIsCancelledIsNoDraftAnyMore_data() { editors(); }
    void whatIsCancelledIsNoDraftAnyMore();
    void whatIsTakenBackIsNoDraft_data()
    {
        editors([](const Editor& each) { return each.field != "time.minutes.new"_L1; }); // a new time always says when it began
    }
    void whatIsTakenBackIsNoDraft();
    void whatSavingWouldReplaceIsSaid_data()
    {
        editors([](const Editor& each) { return bool(each.change); });
    }
    void whatSavingWouldReplaceIsSaid();
    void allFieldsOfAGoalComeBack();
    void aCueThatIsOfferedWaitsForAWord();
    void aCueThatIsOfferedIsTakenUpByAKey();
    void aLibraryOpenForReadingOffersNothing();
    void anEditorThatLookedForNoDraftDropsNone();
    void whateverAFileHoldsFitsIntoItsEditor_data();
    void whateverAFileHoldsFitsIntoItsEditor();

private:
    static void editors(const std::function<bool(const Editor&)>& isMeant = [](const Editor&) { return true; });
    /// Types and ends without a word.
    static void leave(EditorDesk& desk, Editor& editor)
    {
        const auto screen = editor.make(desk);
        for (QString* name : { &editor.field, &editor.about }) {
            name->replace(u"ID"_s, desk.id);
        }
        if (editor.open) {
            editor.open(*screen);
        }
        QVERIFY(textIn(*screen, editor.about).isEmpty());
        type(*childOf<QWidget>(*screen, editor.field), editor.typed);
        pause(*screen);
        QTRY_VERIFY(desk.hasDraft());
    }
};

void tst_EditorDrafts::editors(const std::function<bool(const Editor&)>& isMeant)
{
    QTest::addColumn<Editor>("editor");
    const Add add = [&isMeant](const char* name, const Editor& editor) {
        if (isMeant(editor)) {
            QTest::newRow(name) << editor;
        }
    };
    addEditorsOfSkills(add);
    addEditorsOfPlan(add);
}

void tst_EditorDrafts::whatIsNotSavedComesBack()
{
    QFETCH(Editor, editor);
    EditorDesk desk;
    const domain::Progress before = desk.f.workspace->progress();
    const auto undo = desk.f.workspace->nextUndo();
    leave(desk, editor);
    QCOMPARE(desk.f.workspace->progress(), before);
    QVERIFY(desk.f.workspace->nextUndo() == undo);
    desk.startNext();
    {
        const auto screen = editor.make(desk);
        QCOMPARE(textOf(*screen, editor.field), editor.typed);
        QVERIFY(textIn(*screen, editor.about).startsWith(u"You wrote this before and did not save it."_s));
        editor.save(*screen);
        QVERIFY(desk.f.workspace->progress() != before);
        QVERIFY(!desk.hasDraft());
    }
    QVERIFY(desk.f.workspace->undo());
    QCOMPARE(desk.f.workspace->progress(), before);
    QVERIFY(textIn(*editor.make(desk), editor.about).isEmpty());
}

void tst_EditorDrafts::whatIsCancelledIsNoDraftAnyMore()
{
    QFETCH(Editor, editor);
    EditorDesk desk;
    const domain::Progress before = desk.f.workspace->progress();
    leave(desk, editor);
    desk.startNext();
    const auto screen = editor.make(desk);
    editor.cancel(*screen);
    QVERIFY(!desk.hasDraft());
    QCOMPARE(desk.f.workspace->progress(), before);
    desk.startNext();
    const auto later = editor.make(desk);
    if (editor.open) {
        editor.open(*later);
    }
    QVERIFY(textIn(*later, editor.about).isEmpty());
    QVERIFY(textOf(*later, editor.field) != editor.typed);
}

void tst_EditorDrafts::whatIsTakenBackIsNoDraft()
{
    QFETCH(Editor, editor);
    EditorDesk desk;
    leave(desk, editor);
    const auto screen = editor.make(desk);
    auto* field = childOf<QWidget>(*screen, editor.field);
    const QString stored = editor.field.startsWith(u"time.") ? u"30"_s : editor.field == "card.back"_L1 ? u"back"_s : QString();
    type(*field, stored);
    if (stored.isEmpty()) {
        QTest::keyClick(field, Qt::Key_Delete);
    }
    if (editor.field == "card.front"_L1) {
        childOf<QPlainTextEdit>(*screen, u"card.back"_s)->clear();
    }
    pause(*screen);
    QTRY_VERIFY(!desk.hasDraft());
}

void tst_EditorDrafts::whatSavingWouldReplaceIsSaid()
{
    QFETCH(Editor, editor);
    EditorDesk desk;
    leave(desk, editor);
    editor.change(desk);
    desk.startNext();
    const QString typedOn = u"74"_s;
    for (const QString& typed : { editor.typed, typedOn }) { // and again, when that is written on and left as well
        const auto screen = editor.make(desk);
        QCOMPARE(textOf(*screen, editor.field), typed);
        QVERIFY2(textIn(*screen, editor.about).contains(u"saving yours replaces it: "_s), qPrintable(textIn(*screen, editor.about)));
        QVERIFY2(textIn(*screen, editor.about).contains(editor.changed), qPrintable(textIn(*screen, editor.about)));
        type(*childOf<QWidget>(*screen, editor.field), typedOn);
        pause(*screen);
        QTRY_VERIFY(!isWriting(*screen));
        desk.startNext();
    }
}

void tst_EditorDrafts::allFieldsOfAGoalComeBack()
{
    EditorDesk desk;
    {
        const auto dialog = goal(desk);
        childOf<QAbstractButton>(*dialog, u"milestone.half"_s)->click();
        clickShown(*dialog, u"goalNext"_s);
        type(*childOf<QWidget>(*dialog, u"goalHours"_s), u"11.5"_s);
        clickShown(*dialog, u"goalHasDeadline"_s);
        clickShown(*dialog, u"goalNext"_s);
        childOf<QCheckBox>(*dialog, u"choice.red"_s)->click();
        pause(*dialog);
        QTRY_VERIFY(desk.hasDraft());
    }
    desk.startNext();
    const auto dialog = goal(desk);
    QVERIFY(childOf<QAbstractButton>(*dialog, u"milestone.half"_s)->isChecked());
    for (int step = 0; step < 3; ++step) {
        clickShown(*dialog, u"goalNext"_s);
    }
    const domain::Progress& progress = desk.f.workspace->progress();
    QCOMPARE(progress.goal(), (domain::Goal { u"half"_s, 11.5, QDate(2027, 11, 21) }));
    QCOMPARE(progress.choices().value(u"colour"_s).members, QStringList { u"red"_s });
}

void tst_EditorDrafts::aCueThatIsOfferedWaitsForAWord()
{
    EditorDesk desk;
    {
        const auto pane = hours(desk);
        type(*childOf<QWidget>(*pane, u"hours.cue"_s), u"the first coffee"_s);
        pause(*pane);
        QTRY_VERIFY(desk.hasDraft());
    }
    desk.startNext();
    const domain::Progress before = desk.f.workspace->progress();
    const auto pane = hours(desk);
    auto* cue = childOf<QLineEdit>(*pane, u"hours.cue"_s);
    QTest::keyClick(cue, Qt::Key_Return);
    pane->hide();
    QCOMPARE(desk.f.workspace->progress(), before);
    pane->show();
    QCOMPARE(cue->text(), u"the first coffee"_s);
    QVERIFY(desk.hasDraft());
}

void tst_EditorDrafts::aCueThatIsOfferedIsTakenUpByAKey()
{
    EditorDesk desk;
    {
        const auto pane = hours(desk);
        type(*childOf<QWidget>(*pane, u"hours.cue"_s), u"the first coff"_s);
        pause(*pane);
        QTRY_VERIFY(desk.hasDraft());
    }
    desk.startNext();
    const auto pane = hours(desk);
    auto* cue = childOf<QLineEdit>(*pane, u"hours.cue"_s);
    QTest::keyClick(cue, Qt::Key_End);
    QTest::keyClicks(cue, u"ee"_s);
    QVERIFY(textIn(*pane, u"hours.cue.draft.about"_s).isEmpty());
    QTest::keyClick(cue, Qt::Key_Return);
    QCOMPARE(desk.f.workspace->progress().rhythm().cue, u"the first coffee"_s);
    QVERIFY(!desk.hasDraft());
}

void tst_EditorDrafts::aLibraryOpenForReadingOffersNothing()
{
    EditorDesk desk;
    {
        const auto pane = hours(desk);
        type(*childOf<QWidget>(*pane, u"hours.off.reason"_s), u"family"_s);
        type(*childOf<QWidget>(*pane, u"hours.cue"_s), u"the first coffee"_s);
        pause(*pane);
        QTRY_VERIFY(desk.hasDraft());
    }
    desk.startNext();
    desk.f.store->setReadOnly(true);
    const auto pane = hours(desk);
    QVERIFY(textOf(*pane, u"hours.cue"_s).isEmpty() && textOf(*pane, u"hours.off.reason"_s).isEmpty());
    QVERIFY(textIn(*pane, u"hours.cue.draft.about"_s).isEmpty());
    static_cast<ui::HoursPane&>(*pane).commit();
    QVERIFY(desk.hasDraft());
}

void tst_EditorDrafts::anEditorThatLookedForNoDraftDropsNone()
{
    session::Drafts drafts;
    const session::DraftPlace place { session::DraftKind::Answer, skill, u"q-1"_s };
    const session::AnswerDraft left { u"left by another"_s };
    drafts.keep(place, left);
    std::optional<session::DraftValue> written;
    ui::DraftKeeper keeper(
        drafts, place, [&written] { return written; }, nullptr);
    keeper.keep();
    QVERIFY(drafts.find<session::AnswerDraft>(place));
    written = session::AnswerDraft { u"its own"_s };
    keeper.keep();
    written.reset();
    keeper.keep();
    QVERIFY(!drafts.find<session::AnswerDraft>(place));
    drafts.keep(place, left);
    ui::DraftKeeper second(
        drafts, place, [] { return std::nullopt; }, nullptr);
    QVERIFY(second.found<session::AnswerDraft>());
    second.keep();
    QVERIFY(!drafts.find<session::AnswerDraft>(place));
}

void tst_EditorDrafts::whateverAFileHoldsFitsIntoItsEditor_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<Editor>("editor");
    const QByteArray text(200'000, 'x');
    const auto add = [](const char* name, const QByteArray& member, const Editor& editor) { QTest::newRow(name) << member << editor; };
    add("time", R"("time/base/": { "now": { "start": "9999-12-31T23:59", "minutes": 1440 } })",
        { timePanel, {}, {}, {}, u"time.about.new"_s, {}, clicking({ u"time.cancel.new"_s }) });
    add("card", R"("card//": { "now": { "skill": "no such skill", "front": ")" + text + R"(", "back": "\u0000\ud800<b>" } })",
        { newCard, {}, {}, {}, u"card.about"_s, {}, escape });
    add("goal",
        R"("goal//": { "now": { "milestone": "no such", "hours": 112, "deadline": "9999-12-31", "name": ")" + text
            + R"(", "members": [1, "no such", {}] }, "base": { "members": ["gone"] } })",
        { goal, {}, {}, {}, u"goalAbout"_s, {}, escape });
    add("cue", R"("cue//": { "now": { "cue": ")" + text + R"(", "minutes": 1440, "doing": 9 }, "base": { "doing": 3 } })",
        { hours, {}, {}, {}, u"hours.cue.draft.about"_s, {}, clicking({ u"hours.cue.draft.drop"_s }) });
    add("days off", R"("daysOff//": { "first": "0001-01-01", "last": "9999-12-31", "reason": ")" + text + R"(" })",
        { hours, {}, {}, {}, u"hours.off.draft.about"_s, {}, clicking({ u"hours.off.draft.drop"_s }) });
}

void tst_EditorDrafts::whateverAFileHoldsFitsIntoItsEditor()
{
    QFETCH(QByteArray, member);
    QFETCH(Editor, editor);
    EditorDesk desk;
    QFile file(desk.home.filePath(u"drafts.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write('{' + member + '}');
    file.close();
    desk.startNext();
    const domain::Progress before = desk.f.workspace->progress();
    const auto screen = editor.make(desk);
    QVERIFY(!textIn(*screen, editor.about).isEmpty());
    editor.cancel(*screen);
    QVERIFY(!desk.hasDraft());
    QCOMPARE(desk.f.workspace->progress(), before);
}

QTEST_MAIN(tst_EditorDrafts)
#include "tst_EditorDrafts.moc"
