// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextDocument>

namespace waymark::ui {

/// A document that loads nothing: Qt's own falls back to opening files by their names. Pictures come through LessonPictures alone.
class LessonText : public QTextDocument
{
    Q_OBJECT

public:
    explicit LessonText(QObject* parent = nullptr)
        : QTextDocument(parent)
    {
        setUndoRedoEnabled(false);
        setDocumentMargin(0);
    }

protected:
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

} // namespace waymark::ui
