// SPDX-License-Identifier: GPL-3.0-or-later
#include <domain/PersonNames.h>

#include <QList>

#include <algorithm>
#include <array>

namespace waymark::domain {

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// Default_Ignorable_Code_Point in DerivedCoreProperties.txt of Unicode 15.
constexpr std::array<Range, 17> undrawn { { { 0x00AD, 0x00AD }, { 0x034F, 0x034F }, { 0x061C, 0x061C }, { 0x115F, 0x1160 },
    { 0x17B4, 0x17B5 }, { 0x180B, 0x180F }, { 0x200B, 0x200F }, { 0x202A, 0x202E }, { 0x2060, 0x206F }, { 0x3164, 0x3164 },
    { 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF }, { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFF8 }, { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A },
    { 0xE0000, 0xE0FFF } } };

QString drawn(const QString& text)
{
    QString kept;
    for (const uint character : text.toUcs4()) {
        const auto c = static_cast<char32_t>(character);
        if (!std::ranges::any_of(undrawn, [c](const Range& range) { return range.first <= c && c <= range.last; })) {
            kept += QString::fromUcs4(&c, 1);
        }
    }
    return kept;
}

} // namespace

QString comparableName(const QString& name)
{
    const QString folded = drawn(name).normalized(QString::NormalizationForm_KC).toCaseFolded();
    return drawn(folded).normalized(QString::NormalizationForm_KC).simplified();
}

bool isSameName(const QString& one, const QString& other)
{
    return one == other || comparableName(one) == comparableName(other);
}

} // namespace waymark::domain
