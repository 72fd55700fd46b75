// SPDX-License-Identifier: GPL-3.0-or-later
// Tables, as read and as written: no field is a formula to a spreadsheet.
#include <Promise.h>
#include <Targets.h>

#include <exchange/Csv.h>

namespace waymark::fuzz {

namespace {

/// Of a field as a spreadsheet sees it, without its quotes.
bool isFormula(QByteArrayView field)
{
    const QString text = QString::fromUtf8(field).trimmed();
    const QString first = text.left(1).normalized(QString::NormalizationForm_KC);
    return !field.startsWith('\'') && !first.isEmpty() && QStringLiteral("=+-@").contains(first.front());
}

} // namespace

void csv(const QByteArray& bytes)
{
    using domain::ErrorCode;
    if (const auto rows = exchange::readCsv(bytes, QStringLiteral("plan.csv"))) {
        const QByteArray text = exchange::toCsv(*rows);
        const auto again = exchange::readCsv(text);
        require(again && *again == *rows, "a table comes back as it was");
    } else {
        requireRefusal(rows.error(), { ErrorCode::InvalidFile, ErrorCode::TooLarge });
    }
    const QString any = QString::fromUtf8(bytes);
    const exchange::CsvRows made { { any, any.trimmed() }, { any } };
    const QByteArray text = exchange::toCsv(made);
    require(text.endsWith("\r\n"), "each row has an end");
    require(
        !isFormula(text.startsWith('"') ? QByteArrayView(text).sliced(1) : QByteArrayView(text)), "no field is a formula", any.left(80));
    const auto again = exchange::readCsv(text);
    require(again && *again == made, "any text comes back from a table", any.left(80));
}

} // namespace waymark::fuzz
