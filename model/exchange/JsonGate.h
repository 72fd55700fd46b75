// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <domain/Result.h>

#include <nlohmann/json.hpp>

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace waymark::exchange {

/// The rules of readStrictJson() as a stream, for readers that keep what they need and no more: every event has passed them. Memory is
/// bounded by the limits and by what a reader keeps.
class JsonGate : private nlohmann::json_sax<nlohmann::json>
{
public:
    JsonGate(const JsonGate&) = delete;
    JsonGate& operator=(const JsonGate&) = delete;

    /// One pass, once. Errors as readStrictJson() gives them, and what the reader itself refuses.
    [[nodiscard]] domain::Result<void> read(QByteArrayView bytes);

protected:
    enum class Container { Object, Array };

    JsonGate(domain::ErrorCode invalid, QString subject);
    ~JsonGate() override = default;

    /// The events; false, after refuse(), ends the pass.
    virtual bool onText(std::string& text) = 0; ///< may be moved from
    virtual bool onPlain(const nlohmann::json& value) = 0; ///< null, a flag or a number
    virtual bool onOpen(Container container) = 0;
    virtual bool onClose() = 0; ///< still inside

    /// Of the member that is being read; empty in an array and before the first member.
    [[nodiscard]] std::string_view key() const;
    /// Where the pass stands, such as "skills[3].checklist[1].id".
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString placeOf(std::string_view member) const; ///< of the innermost open object
    [[nodiscard]] bool isRefused() const { return m_fault.has_value(); }
    /// Always false.
    bool refuse(const QString& detail, std::optional<domain::ErrorCode> code = std::nullopt);
    bool refuse(domain::Error error);

private:
    struct Open
    {
        Container container = Container::Object;
        std::size_t count = 0; ///< of an array: elements that are complete or open
        std::size_t firstKey = 0; ///< of an object: into m_keyEnds
        std::unique_ptr<std::set<std::string>> manyKeys = {}; ///< of an object with more keys than a walk over them is fit for
    };

    bool null() final;
    bool boolean(bool value) final;
    bool number_integer(number_integer_t value) final;
    bool number_unsigned(number_unsigned_t value) final;
    bool number_float(number_float_t value, const string_t& written) final;
    bool string(string_t& value) final;
    bool binary(binary_t& value) final;
    bool start_object(std::size_t size) final;
    bool key(string_t& name) final;
    bool end_object() final;
    bool start_array(std::size_t size) final;
    bool end_array() final;
    bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& exception) final;

    bool plain(const nlohmann::json& value);
    bool mayAddValue();
    void added();
    bool open(Container container);
    bool close();
    [[nodiscard]] QString pathTo(std::size_t containers) const; ///< the member or element at which the outermost of them stand
    [[nodiscard]] std::string_view keyAt(std::size_t index) const;
    [[nodiscard]] bool isRepeated(Open& object, std::string_view name) const;

    const domain::ErrorCode m_invalid;
    const QString m_subject;
    std::vector<Open> m_open;
    std::string m_keyText; ///< the keys of all open objects so far, one after the other
    std::vector<std::size_t> m_keyEnds; ///< where each of them ends
    std::size_t m_skipped = 0; ///< bytes that the parser was not given
    int m_values = 0;
    int m_nodes = 0;
    std::optional<domain::Error> m_fault;
};

} // namespace waymark::exchange
