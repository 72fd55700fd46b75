// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace waymark::exchange {

/// The plan's JSON out of a plan file, which is that JSON or a page (plan.html) that carries it in
/// `<script type="application/json" id="waymark-plan">`. Told apart by content: a page begins with `<`. Nothing of a page is judged or
/// shown, only its script tags are looked at; what stands in the tag is as strange as any other file and goes to readPlan().
/// Errors with `name` as the subject: TooLarge; InvalidPlan for a page with no plan or with two.
[[nodiscard]] domain::Result<QByteArray> planJsonOf(const QByteArray& file, const QString& name);

/// The same without a copy, as a part of `file`.
[[nodiscard]] domain::Result<QByteArrayView> planJsonIn(QByteArrayView file, const QString& name);

} // namespace waymark::exchange
