// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/alarmwords.h"

#include "core/text/language.h"
#include "core/text/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace server {

using namespace core;
using model::AlarmTransition;
using notification::Notice;

namespace {

class AlarmMail
{
    Q_DECLARE_TR_FUNCTIONS(AlarmMail)
};

/// With the date and the zone: who reads it may sit elsewhere.
QString moment(Instant instant)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count());
    return QLocale().toString(local, QLocale::ShortFormat) + u' ' + local.timeZoneAbbreviation();
}

QString sentenceOf(const Notice &notice)
{
    if (notice.transition != AlarmTransition::Ended)
        return text::alarm(notice.alarm);
    return text::event(model::Event{.code = u"alarm.ended"_s,
                                    .objectName = notice.alarm.objectName,
                                    .parameters = {{u"alarm"_s, notice.name}}});
}

QString subjectOf(const Notice &notice)
{
    if (notice.isTest)
        return AlarmMail::tr("Vigie: test message");
    const QString &object = notice.alarm.objectName;
    switch (notice.transition) {
    case AlarmTransition::Alert: return AlarmMail::tr("Vigie: alert: %1 (%2)").arg(notice.name, object);
    case AlarmTransition::Warning: return AlarmMail::tr("Vigie: warning: %1 (%2)").arg(notice.name, object);
    case AlarmTransition::Ended: return AlarmMail::tr("Vigie: ended: %1 (%2)").arg(notice.name, object);
    }
    Q_UNREACHABLE();
}

QString paragraphOf(const Notice &notice, const QString &sentence)
{
    QStringList lines{sentence, AlarmMail::tr("Alarm: %1").arg(notice.name)};
    if (!notice.isTest)
        lines += AlarmMail::tr("Object: %1").arg(notice.alarm.objectName);
    lines += AlarmMail::tr("Since: %1").arg(moment(notice.alarm.since));
    if (notice.transition == AlarmTransition::Ended)
        lines += AlarmMail::tr("Ended: %1").arg(moment(notice.time));
    if (notice.repetition > 0)
        lines += AlarmMail::tr("Told before: %n time(s)", nullptr, notice.repetition);
    return lines.join(u'\n') + u'\n';
}

} // namespace

notification::system::Words alarmWords(const notification::Delivery &delivery, const QString &language,
                                       const QString &server)
{
    if (text::language() != language)
        text::setLanguage(language);
    notification::system::Words words;
    for (const Notice &notice : delivery.notices) {
        words.sentences.push_back(sentenceOf(notice));
        words.text += paragraphOf(notice, words.sentences.back()) + u'\n';
    }
    words.text += u"-- \n"_s + AlarmMail::tr("Vigie on %1").arg(server) + u'\n';
    const int count = static_cast<int>(delivery.notices.size());
    words.subject = count == 1 ? subjectOf(delivery.notices.front())
                               : AlarmMail::tr("Vigie: %n alarm message(s)", nullptr, count);
    return words;
}

} // namespace server
