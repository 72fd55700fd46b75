// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exchange/CourseFault.h>
#include <exchange/FrontMatter.h>
#include <exchange/Yaml.h>

#include <QHash>
#include <QStringList>

#include <initializer_list>
#include <optional>

namespace waymark::exchange {

/// Reads the keys of one map and names what is missing, of the wrong shape or not known.
class YamlMapReader
{
public:
    /// `what` names the map in messages, such as "the front matter".
    YamlMapReader(const YamlValue& map, QString what, CourseFaults& faults);

    [[nodiscard]] QString word(QLatin1StringView key, bool isRequired = true); ///< as written
    [[nodiscard]] QString line(QLatin1StringView key, bool isRequired = true); ///< cleaned for the screen
    [[nodiscard]] QString id(QLatin1StringView key); ///< required, in the form of ids
    [[nodiscard]] bool flag(QLatin1StringView key); ///< "true"; false if the key is missing
    [[nodiscard]] std::optional<double> number(QLatin1StringView key); ///< required
    [[nodiscard]] QStringList lines(QLatin1StringView key); ///< a list of texts, cleaned
    [[nodiscard]] std::vector<Reference> references(QLatin1StringView key); ///< a list of ids
    [[nodiscard]] const std::vector<YamlValue>& list(QLatin1StringView key); ///< empty if the key is missing
    [[nodiscard]] int lineOf(QLatin1StringView key) const; ///< the map's own line if the key is missing

    void refuseUnknown(std::initializer_list<QLatin1StringView> known);
    void fault(int line, const char* rule, const QString& message, const QString& mend);

private:
    const YamlValue& m_map;
    const QString m_what;
    CourseFaults& m_faults;
};

[[nodiscard]] std::vector<Reference> referencesIn(const YamlValue& list);

} // namespace waymark::exchange
