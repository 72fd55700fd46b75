// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ui/theme/Controls.h>

#include <domain/StudyRecords.h>
#include <session/DraftValues.h>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QSpinBox;
QT_END_NAMESPACE

namespace waymark::ui {

class DraftOffer;

/// After what study begins and how long it lasts, and how many skills may stand in Doing at once. It changes nothing itself.
class CueCard : public Card
{
    Q_OBJECT

public:
    explicit CueCard(QWidget* parent = nullptr);

    void setRhythm(const domain::StudyRhythm& rhythm);
    void putInto(domain::StudyRhythm& rhythm) const; ///< cue, its minutes and the limit
    [[nodiscard]] bool isChanged() const; ///< since setRhythm()
    /// What was written before and not saved; it waits for a word of the learner's, or for a key.
    void offer(const session::CueDraft& draft);
    [[nodiscard]] bool isOffering() const { return m_isOffering; }
    [[nodiscard]] std::optional<session::DraftValue> written() const; ///< where it is changed
    void begin(); ///< the focus to the cue

Q_SIGNALS:
    void finished(); ///< with typing or stepping
    void changed();
    void dropped(); ///< what was offered

private:
    [[nodiscard]] QSpinBox* makeNumber(const QString& id, const QString& name, int least, int most);
    [[nodiscard]] QWidget* makeOffer();
    void follow();
    void notice();
    void stopOffering();
    [[nodiscard]] session::CueFields fields() const;

    QLineEdit* m_cue = nullptr;
    QSpinBox* m_minutes = nullptr;
    QSpinBox* m_doing = nullptr;
    TextLabel* m_sentence = nullptr;
    DraftOffer* m_offer = nullptr;
    domain::StudyRhythm m_shown;
    session::CueFields m_base; ///< what was stored when it was changed first
    bool m_isOffering = false;
};

} // namespace waymark::ui
