// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/keyring.h"

#include <QLoggingCategory>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcKeyring, "vigie.keyring")

namespace views::keyring {

namespace {

const auto service = u"Vigie"_s;

bool succeeded(const QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        qCInfo(lcKeyring) << "no keyring" << job.error() << job.errorString();
    return job.error() == QKeychain::NoError;
}

} // namespace

void read(const QString &key, QObject *context, std::function<void(std::optional<QString>)> answer)
{
    auto *job = new QKeychain::ReadPasswordJob(service); // deletes itself
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, answer = std::move(answer)] {
        answer(succeeded(*job) ? std::optional(job->textData()) : std::nullopt);
    });
    job->start();
}

void write(const QString &key, const QString &secret, QObject *context, std::function<void(bool)> answer)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, answer = std::move(answer)] { answer(succeeded(*job)); });
    job->start();
}

void remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [job] { succeeded(*job); });
    job->start();
}

} // namespace views::keyring
