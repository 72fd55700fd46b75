// SPDX-License-Identifier: GPL-3.0-or-later
#include <resources/Resources.h>
#include <ui/theme/Icons.h>
#include <ui/theme/Theme.h>

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QIcon>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

#include <array>

using namespace waymark::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array states { IconId::StateLocked, IconId::StateReady, IconId::StateLearning, IconId::StatePractised, IconId::StateMastered,
    IconId::StateFading, IconId::StateSkipped, IconId::StateAssumed };

QImage imageOf(const QIcon& source, int side, double scale, QIcon::Mode mode = QIcon::Normal)
{
    return source.pixmap(QSize(side, side), scale, mode).toImage().convertToFormat(QImage::Format_ARGB32);
}

/// Coverage alone, so that shapes are compared and not their colours.
QImage shapeOf(IconId id, int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintIcon(painter, image.rect(), id, Qt::black);
    painter.end();
    return image;
}

int inkedPixels(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
        }
    }
    return count;
}

/// Sum of coverage that two shapes do not share, in whole pixels.
double difference(const QImage& one, const QImage& other)
{
    int sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            sum += std::abs(qAlpha(one.pixel(x, y)) - qAlpha(other.pixel(x, y)));
        }
    }
    return sum / 255.0;
}

/// The colour where the icon covers a pixel fully.
QColor inkOf(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255) {
                return QColor::fromRgb(image.pixel(x, y));
            }
        }
    }
    return {};
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void everyIconHasItsFile_data();
    void everyIconHasItsFile();
    void everyFileHasItsIcon();
    void drawsAtEveryScale_data();
    void drawsAtEveryScale();
    void followsThePalette();
    void modesHaveTheirColours();
    void selectedStatesStayVisible_data();
    void selectedStatesStayVisible();
    void statesDifferByShapeAlone_data();
    void statesDifferByShapeAlone();
    void arrowsFollowTheReadingDirection();
    void staysAVectorInPdf();
    void applicationIconHasAllSizes_data();
    void applicationIconHasAllSizes();

private:
    Theme m_theme { *qApp };
};

void TestIcons::initTestCase()
{
    waymark::resources::initialise();
}

void TestIcons::init()
{
    m_theme.setChoice(Theme::Choice::Light);
}

void TestIcons::everyIconHasItsFile_data()
{
    QTest::addColumn<IconId>("id");
    for (const IconId id : allIcons()) {
        QTest::newRow(qPrintable(iconName(id))) << id;
    }
}

void TestIcons::everyIconHasItsFile()
{
    QFETCH(IconId, id);
    QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(iconName(id))));
    QVERIFY(iconNamed(iconName(id)) == id);
    QCOMPARE(icon(id).name(), iconName(id));
}

void TestIcons::everyFileHasItsIcon()
{
    const QStringList files = QDir(u":/icons"_s).entryList({ u"*.svg"_s });
    QCOMPARE(files.size(), static_cast<qsizetype>(allIcons().size()));
    for (const QString& file : files) {
        QVERIFY2(iconNamed(file.chopped(4)).has_value(), qPrintable(file));
    }
    QVERIFY(!iconNamed(u"no-such-icon"));
}

void TestIcons::drawsAtEveryScale_data()
{
    everyIconHasItsFile_data();
}

void TestIcons::drawsAtEveryScale()
{
    QFETCH(IconId, id);
    for (const double scale : { 1.0, 1.5, 2.0 }) {
        const QImage image = imageOf(icon(id), size::icon, scale);
        const int side = qRound(size::icon * scale);
        QCOMPARE(image.size(), QSize(side, side));
        QVERIFY(inkedPixels(image) > side / 2);
        QVERIFY(inkedPixels(image) < side * side * 3 / 4);
    }
}

void TestIcons::followsThePalette()
{
    const QIcon flag = icon(IconId::Flag, Tone::Mark);
    const QIcon folder = icon(IconId::Folder);
    QCOMPARE(inkOf(imageOf(flag, 40, 2)), paletteOf(PaletteId::Light).mark);
    QCOMPARE(inkOf(imageOf(folder, 40, 2)), paletteOf(PaletteId::Light).text);
    m_theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(inkOf(imageOf(flag, 40, 2)), paletteOf(PaletteId::Dark).mark);
    QCOMPARE(inkOf(imageOf(folder, 40, 2)), paletteOf(PaletteId::Dark).text);
}

void TestIcons::modesHaveTheirColours()
{
    const Palette& light = activePalette();
    QCOMPARE(inkOf(imageOf(icon(IconId::Folder), 40, 2, QIcon::Disabled)), light.disabledText);
    QCOMPARE(inkOf(imageOf(icon(IconId::Folder), 40, 2, QIcon::Selected)), light.selectionText);
    QCOMPARE(inkOf(imageOf(icon(IconId::StateMastered), 40, 2, QIcon::Selected)), light.mastered);
}

void TestIcons::selectedStatesStayVisible_data()
{
    QTest::addColumn<Theme::Choice>("choice");
    QTest::newRow("light") << Theme::Choice::Light;
    QTest::newRow("dark") << Theme::Choice::Dark;
    QTest::newRow("high contrast") << Theme::Choice::HighContrast;
}

void TestIcons::selectedStatesStayVisible()
{
    QFETCH(Theme::Choice, choice);
    m_theme.setChoice(choice);
    const QColor ground = activePalette().selection;
    for (const IconId id : states) {
        const QColor ink = inkOf(imageOf(icon(id), 40, 2, QIcon::Selected));
        QVERIFY2(std::abs(ink.lightnessF() - ground.lightnessF()) > 0.2F, qPrintable(iconName(id)));
    }
}

void TestIcons::statesDifferByShapeAlone_data()
{
    QTest::addColumn<int>("side");
    QTest::newRow("12 px") << 12;
    QTest::newRow("22 px") << 22;
}

void TestIcons::statesDifferByShapeAlone()
{
    QFETCH(int, side);
    // A tenth of the area is about the size of the dot that tells "practised" from "ready".
    const double least = side * side / 10.0;
    for (std::size_t i = 0; i < states.size(); ++i) {
        for (std::size_t j = i + 1; j < states.size(); ++j) {
            const double apart = difference(shapeOf(states[i], side), shapeOf(states[j], side));
            QVERIFY2(apart > least, qPrintable(u"%1 and %2: %3"_s.arg(iconName(states[i]), iconName(states[j])).arg(apart)));
        }
    }
}

void TestIcons::arrowsFollowTheReadingDirection()
{
    const QImage back = imageOf(icon(IconId::Back), 20, 1);
    const QImage forward = imageOf(icon(IconId::Forward), 20, 1);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    const QImage mirrored = imageOf(icon(IconId::Back), 20, 1);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QVERIFY(back != forward);
    QCOMPARE(mirrored, forward);
}

void TestIcons::staysAVectorInPdf()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        paintIcon(painter, QRectF(100, 100, 400, 400), IconId::Map, Qt::black);
    }
    QVERIFY(!buffer.data().contains("/Subtype /Image"));
    QVERIFY(buffer.data().size() > 0);
}

void TestIcons::applicationIconHasAllSizes_data()
{
    QTest::addColumn<int>("side");
    for (const int side : { 16, 22, 24, 32, 48, 64, 128, 256, 512 }) {
        QTest::addRow("%d px", side) << side;
    }
}

void TestIcons::applicationIconHasAllSizes()
{
    QFETCH(int, side);
    const QImage image(u":/icons/app/waymark-%1.png"_s.arg(side));
    QCOMPARE(image.size(), QSize(side, side));
    QVERIFY(inkedPixels(image.convertToFormat(QImage::Format_ARGB32)) > side * side / 2);
}

QTEST_MAIN(TestIcons)
#include "tst_Icons.moc"
