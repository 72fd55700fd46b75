// SPDX-License-Identifier: GPL-3.0-or-later
#include <exchange/Yaml.h>

#include <exchange/CleanText.h>
#include <exchange/Limits.h>

#include <QSet>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <exception>
#include <sstream>

using namespace Qt::StringLiterals;

namespace waymark::exchange {

namespace {

/// Thrown through yaml-cpp, which has no other way to stop, and caught in this file.
struct Stop
{
    int line = 0;
    QString message;
};

/// Builds a value from yaml-cpp's events, so that a reference is refused before anything is copied for it.
class ValueBuilder final : public YAML::EventHandler
{
public:
    explicit ValueBuilder(int firstLine)
        : m_firstLine(firstLine)
    {
    }

    [[nodiscard]] YamlValue takeValue() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark&) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        add(valueAt(mark, YamlValue::Kind::Null));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { throw Stop { lineOf(mark), u"aliases are not allowed"_s }; }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& text) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        YamlValue value = valueAt(mark, YamlValue::Kind::Scalar);
        value.text = QString::fromStdString(text);
        add(std::move(value));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlValue::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        open(mark, tag, anchor, YamlValue::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Frame
    {
        YamlValue value;
        QSet<QString> keys;
        bool hasKey = false; ///< of a map: the last entry waits for its value
    };

    [[nodiscard]] int lineOf(const YAML::Mark& mark) const { return m_firstLine + mark.line; }

    YamlValue valueAt(const YAML::Mark& mark, YamlValue::Kind kind)
    {
        if (++m_count > limits::yamlNodes) {
            throw Stop { lineOf(mark), u"more than %1 values"_s.arg(limits::yamlNodes) };
        }
        YamlValue value;
        value.kind = kind;
        value.line = lineOf(mark);
        return value;
    }

    void refuseAnchor(const YAML::Mark& mark, YAML::anchor_t anchor) const
    {
        if (anchor != 0) {
            throw Stop { lineOf(mark), u"anchors are not allowed"_s };
        }
    }

    void refuseTag(const YAML::Mark& mark, const std::string& tag) const
    {
        if (!tag.empty() && tag != "?" && tag != "!") {
            throw Stop { lineOf(mark), u"tags are not allowed"_s };
        }
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YamlValue::Kind kind)
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (static_cast<int>(m_stack.size()) >= limits::yamlNesting) {
            throw Stop { lineOf(mark), u"nested deeper than %1"_s.arg(limits::yamlNesting) };
        }
        m_stack.push_back({ valueAt(mark, kind), {}, false });
    }

    void close()
    {
        YamlValue value = std::move(m_stack.back().value);
        m_stack.pop_back();
        add(std::move(value));
    }

    void add(YamlValue value)
    {
        if (m_stack.empty()) {
            m_root = std::move(value);
            return;
        }
        Frame& frame = m_stack.back();
        if (frame.value.kind == YamlValue::Kind::List) {
            frame.value.items.push_back(std::move(value));
        } else if (frame.hasKey) {
            frame.value.entries.back().value = std::move(value);
            frame.hasKey = false;
        } else {
            addKey(frame, std::move(value));
        }
    }

    static void addKey(Frame& frame, YamlValue key)
    {
        if (key.kind != YamlValue::Kind::Scalar) {
            throw Stop { key.line, u"a key must be a word"_s };
        }
        if (frame.keys.contains(key.text)) {
            throw Stop { key.line, u"the key \"%1\" stands twice"_s.arg(cleanLine(key.text)) };
        }
        frame.keys.insert(key.text);
        frame.value.entries.push_back({ std::move(key), {} });
        frame.hasKey = true;
    }

    const int m_firstLine;
    YamlValue m_root;
    std::vector<Frame> m_stack;
    int m_count = 0;
};

class NullHandler final : public YAML::EventHandler
{
public:
    void OnDocumentStart(const YAML::Mark&) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark&, YAML::anchor_t) override { }
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { }
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override { }
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override { }
    void OnSequenceEnd() override { }
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override { }
    void OnMapEnd() override { }
};

/// Runs `read` and gives back what it threw, as a fault.
template <class Read> std::optional<YamlFault> faultOf(int firstLine, Read read)
{
    try {
        read();
    } catch (const Stop& stop) {
        return YamlFault { stop.line, stop.message };
    } catch (const YAML::Exception& exception) {
        const int line = exception.mark.is_null() ? 0 : exception.mark.line;
        return YamlFault { firstLine + line, QString::fromStdString(exception.msg) };
    } catch (const std::exception& exception) {
        return YamlFault { firstLine, QString::fromLocal8Bit(exception.what()) };
    }
    return std::nullopt;
}

} // namespace

const YamlValue* YamlValue::find(QLatin1StringView key) const
{
    for (const auto& [name, value] : entries) {
        if (name.text == key) {
            return &value;
        }
    }
    return nullptr;
}

tl::expected<YamlValue, YamlFault> parseYaml(const QByteArray& text, int firstLine)
{
    ValueBuilder builder(firstLine);
    const auto fault = faultOf(firstLine, [&] {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
        NullHandler rest;
        if (parser.HandleNextDocument(rest)) {
            throw Stop { firstLine, u"more than one document"_s };
        }
    });
    if (fault) {
        return tl::unexpected(*fault);
    }
    return builder.takeValue();
}

std::optional<YamlFault> yamlSyntaxFault(const QByteArray& text, int firstLine)
{
    return faultOf(firstLine, [&text] {
        std::istringstream stream(text.toStdString());
        YAML::Parser parser(stream);
        NullHandler handler;
        while (parser.HandleNextDocument(handler)) { }
    });
}

} // namespace waymark::exchange
