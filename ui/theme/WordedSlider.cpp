// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/theme/WordedSlider.h>

#include <QAccessibleWidget>

#include <cmath>

namespace waymark::ui {

namespace {

class WordedSliderAccessible : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit WordedSliderAccessible(WordedSlider& slider)
        : QAccessibleWidget(&slider, QAccessible::Slider)
        , m_slider(slider)
    {
    }

    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? m_slider.words() : QAccessibleWidget::text(which);
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QVariant currentValue() const override { return m_slider.value() * m_slider.unit(); }
    void setCurrentValue(const QVariant& value) override
    {
        m_slider.setValue(static_cast<int>(std::lround(value.toDouble() / m_slider.unit())));
    }
    [[nodiscard]] QVariant maximumValue() const override { return m_slider.maximum() * m_slider.unit(); }
    [[nodiscard]] QVariant minimumValue() const override { return m_slider.minimum() * m_slider.unit(); }
    [[nodiscard]] QVariant minimumStepSize() const override { return m_slider.singleStep() * m_slider.unit(); }

private:
    WordedSlider& m_slider;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* slider = qobject_cast<WordedSlider*>(object);
    return slider == nullptr ? nullptr : new WordedSliderAccessible(*slider);
}

void installAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace

WordedSlider::WordedSlider(Qt::Orientation orientation, double unit, QWidget* parent)
    : QSlider(orientation, parent)
    , m_unit(unit)
{
    installAccessibility();
}

void WordedSlider::setWords(const QString& words)
{
    if (words == m_words) {
        return;
    }
    m_words = words;
    setAccessibleDescription(words);
    QAccessibleValueChangeEvent event(this, value() * m_unit); // what the slider said by itself came before the words
    QAccessible::updateAccessibility(&event);
}

} // namespace waymark::ui
