// SPDX-License-Identifier: GPL-3.0-or-later
#include <storage/CourseBytes.h>

#include <domain/CourseStep.h>

#include <QDataStream>
#include <QMap>

#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark::storage {

using domain::failure;

namespace {

constexpr quint32 form = 1;
constexpr auto encoding = QDataStream::Qt_6_4;

/// Both directions go through fieldsOf(), so that they cannot differ.
class Writer
{
public:
    explicit Writer(QDataStream& stream)
        : m_stream(stream)
    {
    }

    template <class T> void operator()(const T& value) { m_stream << value; }
    void operator()(int number) { m_stream << qint32 { number }; }
    void operator()(const QStringList& list)
    {
        m_parts += static_cast<std::size_t>(list.size());
        m_stream << list;
    }
    void operator()(const QHash<QString, QString>& moved)
    {
        m_parts += static_cast<std::size_t>(moved.size());
        QMap<QString, QString> inOrder;
        for (auto each = moved.cbegin(); each != moved.cend(); ++each) {
            inOrder.insert(each.key(), each.value());
        }
        m_stream << inOrder;
    }
    void operator()(domain::Level level) { m_stream << domain::toString(level); }
    void operator()(domain::SkillKind kind) { m_stream << domain::toString(kind); }
    void operator()(domain::EvidenceKind kind) { m_stream << domain::toString(kind); }
    template <class T> void operator()(const std::vector<T>& list)
    {
        m_parts += list.size();
        m_stream << static_cast<quint32>(list.size());
        for (const T& each : list) {
            fieldsOf(each, *this);
        }
    }
    [[nodiscard]] std::size_t parts() const { return m_parts; }

private:
    QDataStream& m_stream;
    std::size_t m_parts = 0;
};

class Reader
{
public:
    explicit Reader(QDataStream& stream)
        : m_stream(stream)
    {
    }

    template <class T> void operator()(T& value) { m_stream >> value; }
    void operator()(int& number)
    {
        qint32 stored = 0;
        m_stream >> stored;
        number = stored;
    }
    void operator()(double& number)
    {
        m_stream >> number;
        if (!std::isfinite(number)) { // no table takes it
            m_stream.setStatus(QDataStream::ReadCorruptData);
        }
    }
    void operator()(QStringList& list) // Qt would make room for as many as the bytes say
    {
        for (quint32 left = count(); goesOn(left); --left) {
            list.append(word());
        }
    }
    void operator()(QHash<QString, QString>& moved)
    {
        for (quint32 left = count(); goesOn(left); --left) {
            const QString from = word();
            moved.insert(from, word());
        }
    }
    void operator()(domain::Level& level) { level = domain::levelFrom(word()).value_or(level); }
    void operator()(domain::SkillKind& kind) { kind = domain::skillKindFrom(word()).value_or(kind); }
    void operator()(domain::EvidenceKind& kind) { kind = domain::evidenceKindFrom(word()).value_or(kind); }
    template <class T> void operator()(std::vector<T>& list)
    {
        for (quint32 left = count(); goesOn(left); --left) {
            fieldsOf(list.emplace_back(), *this);
        }
    }

private:
    [[nodiscard]] bool goesOn(quint32 left) const { return left > 0 && m_stream.status() == QDataStream::Ok; }

    quint32 count()
    {
        quint32 count = 0;
        m_stream >> count;
        if (count > m_left) {
            m_stream.setStatus(QDataStream::ReadCorruptData);
            return 0;
        }
        m_left -= count;
        return count;
    }

    QString word()
    {
        QString stored;
        m_stream >> stored;
        return stored;
    }

    QDataStream& m_stream;
    std::size_t m_left = domain::courseStepParts;
};

template <class T, class Part>
concept SameAs = std::is_same_v<std::remove_const_t<T>, Part>;

void fieldsOf(SameAs<domain::Area> auto& area, auto& visit)
{
    visit(area.id);
    visit(area.title);
    visit(area.summary);
}

void fieldsOf(SameAs<domain::ChoiceGroup> auto& choice, auto& visit)
{
    visit(choice.id);
    visit(choice.title);
    visit(choice.members);
}

void fieldsOf(SameAs<domain::Milestone> auto& milestone, auto& visit)
{
    visit(milestone.id);
    visit(milestone.title);
    visit(milestone.summary);
    visit(milestone.targets);
    visit(milestone.view);
}

void fieldsOf(SameAs<domain::ChecklistItem> auto& item, auto& visit)
{
    visit(item.id);
    visit(item.text);
    visit(item.evidence);
    visit(item.evidenceHint);
}

void fieldsOf(SameAs<domain::Skill> auto& skill, auto& visit)
{
    visit(skill.id);
    visit(skill.title);
    visit(skill.area);
    visit(skill.level);
    visit(skill.kind);
    visit(skill.hours);
    visit(skill.outcome);
    visit(skill.prerequisites);
    visit(skill.choices);
    visit(skill.checklist);
    visit(skill.questions);
    visit(skill.cards);
    visit(skill.hasLesson);
    visit(skill.lessonWords);
}

void fieldsOf(SameAs<domain::Lesson::Section> auto& section, auto& visit)
{
    visit(section.heading);
    visit(section.text);
}

void fieldsOf(SameAs<domain::Lesson> auto& lesson, auto& visit)
{
    visit(lesson.skill);
    visit(lesson.markdown);
    visit(lesson.sections);
    visit(lesson.versions);
}

void fieldsOf(SameAs<domain::CourseAsset> auto& asset, auto& visit)
{
    visit(asset.name);
    visit(asset.bytes);
}

void fieldsOf(SameAs<domain::CourseContent> auto& content, auto& visit)
{
    auto& course = content.course;
    visit(course.id);
    visit(course.title);
    visit(course.version);
    visit(course.language);
    visit(course.licence);
    visit(course.summary);
    visit(course.areas);
    visit(course.choices);
    visit(course.milestones);
    visit(course.skills);
    visit(course.projects);
    visit(course.moved);
    visit(content.lessons);
    visit(content.assets);
    visit(content.hash);
}

} // namespace

QByteArray toBytes(const domain::CourseContent& content)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QDataStream::WriteOnly);
    stream.setVersion(encoding);
    stream << form;
    Writer writer(stream);
    fieldsOf(content, writer);
    return writer.parts() > domain::courseStepParts ? QByteArray() : bytes;
}

domain::Result<domain::CourseContent> contentFrom(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(encoding);
    quint32 stored = 0;
    stream >> stored;
    if (stored != form) {
        return failure(domain::ErrorCode::InvalidCourse, {}, u"it is kept in form %1"_s.arg(stored));
    }
    domain::CourseContent content;
    Reader reader(stream);
    fieldsOf(content, reader);
    if (stream.status() != QDataStream::Ok || !stream.atEnd()) {
        return failure(domain::ErrorCode::InvalidCourse, {}, u"what is kept of it cannot be read"_s);
    }
    return content;
}

} // namespace waymark::storage
