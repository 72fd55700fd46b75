// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Csv.h>

#include <exchange/CleanText.h>
#include <exchange/PlanLimits.h>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

using domain::ErrorCode;

namespace {

bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

/// True also for a guarded text, however often: reading takes one guard off what writing has guarded once.
bool needsGuard(const QString& text)
{
    for (const QChar c : text) {
        if (c == u'\t' || c == u'\r' || c == u'\n') {
            return true;
        }
        if (c != u'\'' && !isInvisible(c)) {
            const QString plain = QString(c).normalized(QString::NormalizationForm_KC);
            return u"=+-@"_s.contains(plain.front());
        }
    }
    return false;
}

QString guarded(const QString& text)
{
    return needsGuard(text) ? u'\'' + text : text;
}

QString unguarded(const QString& field)
{
    return field.startsWith(u'\'') && needsGuard(field.mid(1)) ? field.mid(1) : field;
}

QString quoted(const QString& field, bool isAlone)
{
    const bool needsQuotes = field.contains(u'"') || field.contains(u',') || field.contains(u'\r') || field.contains(u'\n')
        || (isAlone && field.isEmpty()) || field.startsWith(QChar(QChar::ByteOrderMark)); // which would be that of the file
    return needsQuotes ? u'"' + QString(field).replace(u'"', u"\"\""_s) + u'"' : field;
}

/// Takes the text apart, one field a call.
class CsvScanner
{
public:
    explicit CsvScanner(QString text)
        : m_text(std::move(text))
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] const QString& fault() const { return m_fault; }

    QString field()
    {
        if (peek() == u'"') {
            return quotedField();
        }
        const qsizetype from = m_at;
        while (!atEnd() && peek() != u',' && !atRowEnd()) {
            if (peek() == u'"') {
                m_fault = u"a quote inside a field without quotes"_s;
                return {};
            }
            ++m_at;
        }
        return m_text.mid(from, m_at - from);
    }

    /// True if another field follows in the same row.
    bool endField()
    {
        if (peek() == u',' && !atEnd()) {
            ++m_at;
            return true;
        }
        if (!atEnd() && !atRowEnd()) {
            m_fault = u"text after a closing quote"_s;
            return false;
        }
        if (!atEnd()) {
            m_at += peek() == u'\r' ? 2 : 1;
            ++m_line;
        }
        return false;
    }

private:
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    [[nodiscard]] bool atRowEnd() const { return peek() == u'\n' || (peek() == u'\r' && peek(1) == u'\n'); }

    QString quotedField()
    {
        QString value;
        ++m_at;
        while (!atEnd()) {
            const QChar c = m_text[m_at++];
            if (c == u'"' && peek() == u'"') {
                ++m_at;
            } else if (c == u'"') {
                return value;
            }
            m_line += c == u'\n' ? 1 : 0;
            value += c;
        }
        m_fault = u"a quote that is not closed"_s;
        return {};
    }

    const QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_fault;
};

} // namespace

QByteArray toCsv(const CsvRows& rows)
{
    QString csv;
    for (const QStringList& row : rows) {
        QStringList fields;
        for (const QString& field : row) {
            fields.append(quoted(guarded(field), row.size() == 1));
        }
        csv += fields.join(u',') + u"\r\n"_s;
    }
    return csv.toUtf8();
}

domain::Result<CsvRows> readCsv(const QByteArray& csv, const QString& name)
{
    if (csv.size() > limits::jsonBytes) {
        return domain::failure(ErrorCode::TooLarge, name, u"more than %1 MiB"_s.arg(limits::jsonBytes / limits::mebibyte));
    }
    if (!isUtf8(csv)) {
        return domain::failure(ErrorCode::InvalidFile, name, u"not UTF-8"_s);
    }
    QString text = QString::fromUtf8(csv);
    if (text.startsWith(QChar(QChar::ByteOrderMark))) {
        text.remove(0, 1);
    }
    CsvScanner scanner(std::move(text));
    CsvRows rows;
    int fields = 0;
    while (!scanner.atEnd()) {
        QStringList row;
        bool hasMore = true;
        while (hasMore) {
            row.append(unguarded(scanner.field()));
            hasMore = scanner.fault().isEmpty() && scanner.endField();
            if (++fields > limits::jsonValues) {
                return domain::failure(ErrorCode::TooLarge, name, u"more than %1 fields"_s.arg(limits::jsonValues));
            }
        }
        if (!scanner.fault().isEmpty()) {
            return domain::failure(ErrorCode::InvalidFile, name, u"%1, near line %2"_s.arg(scanner.fault()).arg(scanner.line()));
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace waymark::exchange
