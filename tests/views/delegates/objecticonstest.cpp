// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/delegates/objecticons.h"
#include "core/operations/operation.h"

#include <QApplication>
#include <QImage>
#include <QPalette>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace core::model;

class ObjectIconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasAnIcon();
    void everyOperationHasAnIcon();
    void anUnknownPictureIsNull();
    void everyStateOfAMachineHasAShapeOfItsOwn();
    void aStaleMachineDoesNotLookLikeOneThatIsOff();
    void aHostThatDoesNotAnswerLooksDifferent();
    void theColoursFollowThePalette();
    void theSizeIsTheOneAskedFor();
    void aDisabledIconIsPaler();
};

namespace {

QImage pictureOf(const QIcon &icon, int size = 16, qreal scale = 1.0)
{
    return icon.pixmap(QSize(size, size), scale).toImage();
}

/// What is left without colour: shapes have to do for who does not see colours.
QImage shapesOf(const QIcon &icon)
{
    return pictureOf(icon, 16).convertToFormat(QImage::Format_Alpha8);
}

Object machine(PowerState state, bool stale = false)
{
    Vm vm;
    vm.state = state;
    vm.stale = stale;
    return std::make_shared<const Vm>(vm);
}

qint64 opacity(const QImage &image)
{
    qint64 sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += image.pixelColor(x, y).alpha();
    }
    return sum;
}

} // namespace

void ObjectIconsTest::everyKindHasAnIcon()
{
    for (const auto &kind : wireNames(Kind()))
        QVERIFY2(!pictureOf(views::iconFor(kind.value)).isNull(), kind.name);
}

void ObjectIconsTest::everyOperationHasAnIcon()
{
    for (const auto &operation : core::operations::catalogue())
        QVERIFY2(!views::operationIcon(operation.name).isNull(), qPrintable(operation.name));
}

void ObjectIconsTest::anUnknownPictureIsNull()
{
    QVERIFY(views::icon(u"no-such-picture"_s).isNull());
    QVERIFY(views::operationIcon(u"vm.levitate").isNull());
}

void ObjectIconsTest::everyStateOfAMachineHasAShapeOfItsOwn()
{
    const auto states = wireNames(PowerState());
    for (const auto &a : states) {
        for (const auto &b : states) {
            if (a.value < b.value)
                QVERIFY2(shapesOf(views::iconFor(machine(a.value)))
                             != shapesOf(views::iconFor(machine(b.value))),
                         a.name);
        }
    }
}

void ObjectIconsTest::aStaleMachineDoesNotLookLikeOneThatIsOff()
{
    const QImage off = shapesOf(views::iconFor(machine(PowerState::Off)));
    for (const auto &state : wireNames(PowerState()))
        QVERIFY2(shapesOf(views::iconFor(machine(state.value, true))) != off, state.name);
}

void ObjectIconsTest::aHostThatDoesNotAnswerLooksDifferent()
{
    Host host;
    host.state = HostState::Connected;
    const QImage connected = shapesOf(views::iconFor(Object(std::make_shared<const Host>(host))));
    for (const HostState state : {HostState::NotResponding, HostState::Disconnected, HostState::Connecting}) {
        host.state = state;
        QVERIFY2(shapesOf(views::iconFor(Object(std::make_shared<const Host>(host)))) != connected,
                 core::wireName(state));
    }
}

void ObjectIconsTest::theColoursFollowThePalette()
{
    const QPalette before = QApplication::palette();
    QPalette light = before;
    light.setColor(QPalette::Window, Qt::white);
    QPalette dark = before;
    dark.setColor(QPalette::Window, Qt::black);
    const QIcon icon = views::iconFor(Kind::Host);
    QApplication::setPalette(light);
    const QImage onLight = pictureOf(icon);
    QApplication::setPalette(dark);
    const QImage onDark = pictureOf(icon);
    QApplication::setPalette(before);
    QVERIFY(onLight != onDark);
}

void ObjectIconsTest::theSizeIsTheOneAskedFor()
{
    for (const int size : {16, 22, 32, 64})
        QCOMPARE(pictureOf(views::iconFor(Kind::Vm), size).size(), QSize(size, size));
    const QImage twice = pictureOf(views::iconFor(Kind::Vm), 16, 2.0);
    QCOMPARE(twice.size(), QSize(32, 32));
    QCOMPARE(twice.devicePixelRatio(), 2.0);
}

void ObjectIconsTest::aDisabledIconIsPaler()
{
    const QIcon icon = views::operationIcon(u"vm.power-on");
    const QImage disabled = icon.pixmap(QSize(16, 16), 1.0, QIcon::Disabled).toImage();
    QVERIFY(opacity(disabled) < opacity(pictureOf(icon)) / 2);
    QVERIFY(opacity(disabled) > 0);
}

QTEST_MAIN(ObjectIconsTest)
#include "objecticonstest.moc"
