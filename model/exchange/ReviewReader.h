// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>
#include <exchange/ReviewDocument.h>

namespace waymark::exchange {

/// Reads a stranger's review through the gate: size, structure, schema, meaning. Nothing is written, no signature is judged (see
/// signatureOf()). Texts come out cleaned; unknown keys are kept. Errors: InvalidReview and TooLarge with `name` as the subject and the
/// place in the detail; FormatNewer and UnknownFormat for another schema.
[[nodiscard]] domain::Result<ReviewDocument> readReview(const QByteArray& json, const QString& name = {});

/// The same for an answer that is still being written: its texts and lists may be longer than a review file takes, up to
/// limits::jsonBytes.
[[nodiscard]] domain::Result<ReviewDocument> readReviewDraft(const QByteArray& json, const QString& name = {});

} // namespace waymark::exchange
