// SPDX-License-Identifier: GPL-3.0-or-later
#include <resources/Resources.h>
#include <ui/theme/Controls.h>
#include <ui/theme/Layouts.h>
#include <ui/theme/Theme.h>

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStyle>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWindow>

#include <memory>

using namespace waymark::ui;
using namespace Qt::StringLiterals;

namespace {

QImage pictureOf(QWidget& widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

int pixelsOf(const QImage& image, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += image.pixelColor(x, y) == colour ? 1 : 0;
        }
    }
    return count;
}

std::unique_ptr<QWidget> control(const QString& kind)
{
    if (kind == "line edit"_L1) {
        return std::make_unique<QLineEdit>(u"text"_s);
    }
    if (kind == "list"_L1) {
        return std::make_unique<QListWidget>();
    }
    if (kind == "tool button"_L1) {
        auto button = std::make_unique<QToolButton>();
        button->setFocusPolicy(Qt::StrongFocus);
        return button;
    }
    auto button = std::make_unique<QPushButton>(u"Continue"_s);
    if (kind == "primary button"_L1) {
        setButtonKind(*button, ButtonKind::Primary);
    } else if (kind == "quiet button"_L1) {
        setButtonKind(*button, ButtonKind::Quiet);
    } else if (kind == "chip button"_L1) {
        setButtonKind(*button, ButtonKind::Chip);
    }
    return button;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void systemIsTheDesktopsOwnLightness();
    void switchingChangesEveryRoleAndTellsOnce();
    void desktopChangeIsReadAgain();
    void focusAddsAVisibleRing_data();
    void focusAddsAVisibleRing();
    void primaryButtonIsFilledWithTrail();
    void labelsFollowThemeAndFont();
    void markupInALabelIsShownAsText();
    void stillnessIsReadFromTheDesktop_data();
    void stillnessIsReadFromTheDesktop();
    void aButtonWithoutAnEdgeIsNotIndented_data();
    void aButtonWithoutAnEdgeIsNotIndented();
    void centredContentGrowsToItsWidestFirst_data();
    void centredContentGrowsToItsWidestFirst();

private:
    bool m_desktopWasDark = QApplication::palette().color(QPalette::Window).lightnessF() < 0.5F;
    Theme m_theme { *qApp };
};

void TestTheme::initTestCase()
{
    waymark::resources::initialise();
}

void TestTheme::init()
{
    m_theme.setChoice(Theme::Choice::Light);
}

void TestTheme::systemIsTheDesktopsOwnLightness()
{
    m_theme.setChoice(Theme::Choice::System);
    QCOMPARE(m_theme.isDesktopDark(), m_desktopWasDark);
    QCOMPARE(m_theme.palette().isDark, m_desktopWasDark);
}

void TestTheme::switchingChangesEveryRoleAndTellsOnce()
{
    QSignalSpy changes(&m_theme, &Theme::themeChanged);
    m_theme.setChoice(Theme::Choice::Dark);
    m_theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changes.size(), 1);
    const Palette& dark = paletteOf(PaletteId::Dark);
    const QPalette roles = QApplication::palette();
    QCOMPARE(&activePalette(), &dark);
    QCOMPARE(roles.color(QPalette::Window), dark.paper);
    QCOMPARE(roles.color(QPalette::Base), dark.surface);
    QCOMPARE(roles.color(QPalette::Link), dark.trail);
    QCOMPARE(roles.color(QPalette::PlaceholderText), dark.softText);
    QCOMPARE(roles.color(QPalette::Disabled, QPalette::ButtonText), dark.disabledText);
    QCOMPARE(QToolTip::palette().color(QPalette::ToolTipBase), dark.raised);
}

void TestTheme::desktopChangeIsReadAgain()
{
    QMainWindow window;
    window.show();
    QSignalSpy changes(&m_theme, &Theme::themeChanged);
    QEvent event(QEvent::ThemeChange);
    QApplication::sendEvent(window.windowHandle(), &event);
    QVERIFY(changes.wait(1000));
    QCOMPARE(QApplication::palette().color(QPalette::Window), paletteOf(PaletteId::Light).paper);
    QCOMPARE(m_theme.isDesktopDark(), m_desktopWasDark);
}

void TestTheme::focusAddsAVisibleRing_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : { "button", "primary button", "quiet button", "chip button", "tool button", "line edit", "list" }) {
        QTest::newRow(kind) << QString::fromLatin1(kind);
    }
}

void TestTheme::focusAddsAVisibleRing()
{
    QFETCH(QString, kind);
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* other = new QLineEdit;
    QWidget* tested = control(kind).release();
    layout->addWidget(other);
    layout->addWidget(tested);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other->setFocus();
    const QImage before = pictureOf(*tested);
    tested->setFocus();
    QVERIFY(tested->hasFocus());
    const QImage after = pictureOf(*tested);
    // The middle of the reading edge: two pixels of trail, whatever is inside.
    const int middle = after.height() / 2;
    QCOMPARE(after.pixelColor(0, middle), activePalette().trail);
    QCOMPARE(after.pixelColor(1, middle), activePalette().trail);
    QVERIFY(before != after);
}

void TestTheme::primaryButtonIsFilledWithTrail()
{
    QPushButton button(u"Continue"_s);
    button.setIcon(icon(IconId::Play));
    button.resize(160, 32);
    const int plain = pixelsOf(pictureOf(button), activePalette().trail);
    setButtonKind(button, ButtonKind::Primary);
    const QImage filled = pictureOf(button);
    QCOMPARE(plain, 0);
    QVERIFY(pixelsOf(filled, activePalette().trail) > 160 * 32 / 2);
    // Thin strokes leave few pixels that are fully covered.
    QVERIFY(pixelsOf(filled, activePalette().onTrail) > 5);
    QCOMPARE(pixelsOf(filled, activePalette().text), 0);
    button.setEnabled(false);
    QCOMPARE(pixelsOf(pictureOf(button), activePalette().trail), 0);
}

void TestTheme::labelsFollowThemeAndFont()
{
    TextLabel caption(TextRole::Caption, u"6 hours"_s);
    const QFont before = QApplication::font();
    const auto restore = qScopeGuard([before] { QApplication::setFont(before); });
    QFont larger = before;
    larger.setPointSizeF(20);
    QApplication::setFont(larger);
    QCOMPARE(caption.font().pointSizeF(), 18.0);
    caption.show();
    m_theme.setChoice(Theme::Choice::Dark);
    QCoreApplication::processEvents();
    QCOMPARE(caption.palette().color(caption.foregroundRole()), paletteOf(PaletteId::Dark).softText);
}

void TestTheme::markupInALabelIsShownAsText()
{
    TextLabel label(TextRole::Body, u"<b>bold</b>"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

void TestTheme::stillnessIsReadFromTheDesktop_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("still");
    QTest::newRow("nothing said") << u"other"_s << QByteArray() << false;
    QTest::newRow("KDE still") << u"kdeglobals"_s << QByteArray("[KDE]\nAnimationDurationFactor=0\n") << true;
    QTest::newRow("KDE slow") << u"kdeglobals"_s << QByteArray("[KDE]\nAnimationDurationFactor=2\n") << false;
    QTest::newRow("GTK still") << u"gtk-3.0/settings.ini"_s << QByteArray("[Settings]\ngtk-enable-animations=0\n") << true;
    QTest::newRow("GTK moving") << u"gtk-4.0/settings.ini"_s << QByteArray("[Settings]\ngtk-enable-animations=true\n") << false;
}

void TestTheme::stillnessIsReadFromTheDesktop()
{
#if !defined(Q_OS_UNIX) || defined(Q_OS_DARWIN)
    QSKIP("other systems tell Qt");
#endif
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(bool, still);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QFileInfo(file).path()));
    QFile settings(folder.filePath(file));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write(content);
    settings.close();
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", folder.path().toLocal8Bit());
    const auto restore = qScopeGuard([before] { qputenv("XDG_CONFIG_HOME", before); });
    const Theme fresh(*qApp);
    QCOMPARE(fresh.reducedMotion(), still);
}

void TestTheme::aButtonWithoutAnEdgeIsNotIndented_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<bool>("hasIcon");
    QTest::newRow("words") << Qt::LeftToRight << false;
    QTest::newRow("words, right to left") << Qt::RightToLeft << false;
    QTest::newRow("an icon") << Qt::LeftToRight << true;
}

/// As wide as what it shows, and all of that is seen: beside it there is ground alone.
void TestTheme::aButtonWithoutAnEdgeIsNotIndented()
{
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(bool, hasIcon);
    QWidget page;
    page.resize(300, 60);
    QPushButton* button = pushButton(u"quiet"_s, u"HE"_s, &page, ButtonKind::Quiet); // straight letters at both ends
    button->setLayoutDirection(direction);
    button->setFocusPolicy(Qt::NoFocus); // its ring is tested elsewhere
    if (hasIcon) {
        button->setIcon(icon(IconId::Clock));
    }
    button->adjustSize();
    page.show();
    const QImage image = pictureOf(*button);
    const QColor ground = page.palette().color(QPalette::Window);
    const auto isBare = [&image, &ground](int x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixelColor(x, y) != ground) {
                return false;
            }
        }
        return true;
    };
    int left = 0;
    int right = 0;
    while (left < image.width() && isBare(left)) {
        ++left;
    }
    while (right < image.width() && isBare(image.width() - 1 - right)) {
        ++right;
    }
    const int mostOfIcon = hasIcon ? 4 : 0; // the air in its picture
    QVERIFY2(left >= 1 && left <= space::s + mostOfIcon, qPrintable(QString::number(left)));
    QVERIFY2(right >= 1 && right <= space::s + mostOfIcon, qPrintable(QString::number(right)));
}

void TestTheme::centredContentGrowsToItsWidestFirst_data()
{
    QTest::addColumn<int>("room");
    QTest::addColumn<QRect>("place");
    QTest::newRow("less than it may have") << 900 << QRect(0, 0, 900, 100);
    QTest::newRow("as much as it may have") << 1000 << QRect(0, 0, 1000, 100);
    QTest::newRow("more") << 1400 << QRect(200, 0, 1000, 100);
}

void TestTheme::centredContentGrowsToItsWidestFirst()
{
    QFETCH(int, room);
    QFETCH(QRect, place);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content); // as a page has it: narrower by itself than there is room
    column->addWidget(new QLabel(u"A line of text"_s));
    const std::unique_ptr<QWidget> holder(centred(content, 1000));
    holder->resize(room, 100);
    holder->show();
    QCoreApplication::processEvents();
    QCOMPARE(content->geometry(), place);
}

QTEST_MAIN(TestTheme)
#include "tst_Theme.moc"
