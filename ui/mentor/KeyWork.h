// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/KeyRing.h>
#include <session/Task.h>

#include <QObject>
#include <QWidget>

#include <functional>
#include <memory>

class QLineEdit;

namespace waymark::ui {

class TextLabel;

/// Work with a key on a worker: deriving a key from a passphrase takes a noticeable time by design.
class KeyWork : public QObject
{
    Q_OBJECT

public:
    using Key = std::shared_ptr<const exchange::SigningKey>; ///< null where the work gives none
    using Outcome = domain::Result<Key>;

    using QObject::QObject;

    void run(std::function<Outcome()> work); ///< one at a time
    void unlock(const session::KeyRing& ring, const QString& passphrase);
    void make(const session::KeyRing& ring, const QString& name, const QString& passphrase);
    void changePassphrase(const session::KeyRing& ring, const QString& from, const QString& to);

Q_SIGNALS:
    void finished(const waymark::ui::KeyWork::Outcome& outcome);

private:
    session::Task<Outcome> m_task;
};

/// A new passphrase, typed twice. An empty one is allowed and said to be weak.
class PassphrasePair : public QWidget
{
    Q_OBJECT

public:
    explicit PassphrasePair(QWidget* parent = nullptr);

    [[nodiscard]] QString passphrase() const;
    [[nodiscard]] bool agree() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    void follow();

    QLineEdit* m_first;
    QLineEdit* m_second;
    TextLabel* m_state;
};

} // namespace waymark::ui
