// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <session/Workspace.h>

#include <QWidget>

namespace waymark::gallery {

/// A folder of plans, made of one learner's and put under other names: Ada in two revisions, some others, one file that is no plan. Gives
/// the one to answer. Aborts where something fails.
QString writePlans(session::Workspace& workspace, const QString& folder);

/// Chooses the row of a learner in the table of plans.
void chooseLearner(const QWidget& window, const QString& learner);

/// The same key in every picture, without a passphrase.
void writeKey(const QString& path);

} // namespace waymark::gallery
