// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/Applying.h>

#include <app/Unknown.h>
#include <session/Workspace.h>
#include <ui/words/Isolated.h>
#include <ui/words/Words.h>

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace waymark::app {

namespace {

class Applying
{
    Q_DECLARE_TR_FUNCTIONS(Applying)

public:
    static QString nothing() { return tr("Nothing to change: it is so already."); }
    static QString withId(const QString& sentence, const QString& id) { return tr("%1 (edit %2)").arg(sentence, id); }
};

} // namespace

int applyEdit(const VerbCall& call, const domain::Result<domain::Edit>& edit, const Notes& notes)
{
    const domain::Result<domain::Edit> applied = call.workspace->apply(edit);
    if (!applied) {
        return call.console.fail(withNearest(applied.error(), call.workspace->roadmap()));
    }
    if (!applied->changes.empty()) {
        return sayEdit(
            call, *applied, ui::unisolated(ui::Words::edit(*applied, call.workspace->roadmap())), notes ? notes() : QStringList());
    }
    if (call.console.isJson()) {
        call.console.json(
            QJsonObject { { u"edit"_s, QJsonValue() }, { u"kind"_s, domain::toString(applied->kind) }, { u"changed"_s, false } });
    } else {
        call.console.line(Applying::nothing());
    }
    return 0;
}

int sayEdit(const VerbCall& call, const domain::Edit& edit, const QString& sentence, const QStringList& notes)
{
    if (call.console.isJson()) {
        QJsonObject said { { u"edit"_s, edit.id }, { u"kind"_s, domain::toString(edit.kind) }, { u"subject"_s, edit.subject },
            { u"changed"_s, true }, { u"message"_s, sentence } };
        if (!notes.isEmpty()) {
            said.insert(u"notes"_s, QJsonArray::fromStringList(notes));
        }
        call.console.json(said);
        return 0;
    }
    call.console.line(Applying::withId(sentence, edit.id));
    for (const QString& note : notes) {
        call.console.line(note);
    }
    return 0;
}

} // namespace waymark::app
