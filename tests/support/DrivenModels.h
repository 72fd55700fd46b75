// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LibraryAtRandom.h"

#include <QAbstractItemModel>

namespace waymark::support {

using namespace Qt::StringLiterals;

/// Models, and what can happen to them.
class Driven
{
public:
    explicit Driven(RandomEdits& random)
        : m_random(random)
    {
    }
    Q_DISABLE_COPY_MOVE(Driven)
    virtual ~Driven() = default;

    virtual void step() = 0;
    [[nodiscard]] virtual QList<QAbstractItemModel*> models() = 0;

protected:
    [[nodiscard]] int below(int limit) { return m_random.below(limit); }
    [[nodiscard]] bool oneIn(int number) { return below(number) == 0; }
    [[nodiscard]] QString words()
    {
        return QStringList { QString(), u"1"_s, u"skill"_s, u"no such"_s, u"item 2"_s, u"plain"_s, u"b"_s }.at(below(7));
    }
    void sort(QAbstractItemModel& model)
    {
        model.sort(below(model.columnCount() + 1) - 1, oneIn(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
    }

    RandomEdits& m_random;
};

/// Models over a library.
class OverLibrary : public Driven
{
public:
    using Driven::Driven;

protected:
    [[nodiscard]] session::Workspace& workspace() { return m_library.workspace(); }
    void live() { m_library.step(); }

private:
    LibraryAtRandom m_library { m_random };
};

} // namespace waymark::support
