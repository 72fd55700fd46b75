// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

#include <domain/StudyRecords.h>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QSpinBox;
QT_END_NAMESPACE

namespace waymark::ui {

/// After what study begins and how long it lasts, and how many skills may stand in Doing at once. It changes nothing itself.
class CueCard : public Card
{
    Q_OBJECT

public:
    explicit CueCard(QWidget* parent = nullptr);

    void setRhythm(const domain::StudyRhythm& rhythm);
    void putInto(domain::StudyRhythm& rhythm) const; ///< cue, its minutes and the limit
    [[nodiscard]] bool isChanged() const; ///< since setRhythm()

Q_SIGNALS:
    void finished(); ///< with typing or stepping

private:
    [[nodiscard]] QSpinBox* makeNumber(const QString& id, const QString& name, int least, int most);
    void follow();

    QLineEdit* m_cue = nullptr;
    QSpinBox* m_minutes = nullptr;
    QSpinBox* m_doing = nullptr;
    TextLabel* m_sentence = nullptr;
    domain::StudyRhythm m_shown;
};

} // namespace waymark::ui
