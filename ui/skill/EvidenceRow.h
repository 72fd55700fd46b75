// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Records.h>

#include <QWidget>

namespace waymark::ui {

/// One piece of evidence below its checklist item: what it is, and the ways to open, change and remove it.
class EvidenceRow : public QWidget
{
    Q_OBJECT

public:
    EvidenceRow(const QString& id, const domain::Evidence& evidence, bool canEdit, QWidget* parent = nullptr);

    [[nodiscard]] QString id() const { return m_id; }
    [[nodiscard]] const domain::Evidence& evidence() const { return m_evidence; }

Q_SIGNALS:
    void openRequested(const QUrl& link);
    void editRequested();
    void removeRequested();

private:
    QString m_id;
    domain::Evidence m_evidence;
};

} // namespace waymark::ui
