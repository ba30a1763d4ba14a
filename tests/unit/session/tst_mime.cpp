// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/library.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace nsw;
using Qt::StringLiterals::operator""_s;

/** What a file manager makes of our files, by the database that it reads. */
class TestMime : public QObject
{
    Q_OBJECT
    QTemporaryDir m_data;

    [[nodiscard]] QByteArray typeOf(const QString &name) const
    {
        QFile file(m_data.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(R"({"version": 1})") < 0) {
            return {};
        }
        file.close();
        QProcess gio;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_DATA_HOME"_s, m_data.path());
        environment.insert(u"LC_ALL"_s, u"C"_s);
        gio.setProcessEnvironment(environment);
        gio.start(u"gio"_s, {u"info"_s, u"-a"_s, u"standard::content-type"_s, file.fileName()});
        return gio.waitForFinished() ? gio.readAllStandardOutput() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString packages = m_data.filePath(u"mime/packages"_s);
        QVERIFY(QDir().mkpath(packages));
        QVERIFY(QFile::copy(u"" NSW_RESOURCES "/org.nsworkbench.nsworkbench.mime.xml"_s,
                            packages + u"/org.nsworkbench.nsworkbench.xml"_s));
        QCOMPARE(QProcess::execute(u"update-mime-database"_s, {m_data.filePath(u"mime"_s)}), 0);
    }

    void configurationsAreKnown()
    {
        QVERIFY(
            typeOf(u"red.nsw.json"_s).contains("application/vnd.nsworkbench.configuration+json"));
        QVERIFY(!typeOf(u"other.json"_s).contains("nsworkbench"));
    }

    void theDesktopFileTakesThem()
    {
        QFile file(u"" NSW_RESOURCES "/org.nsworkbench.nsworkbench.desktop"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QVERIFY(lines.contains("MimeType=application/vnd.nsworkbench.configuration+json;"
                               "application/vnd.nsworkbench.recording;"));
        QVERIFY(lines.contains("Exec=nsworkbench %f"));
    }

    /** Each of the library can be read, tells of itself in both languages, and none lacks a shelf.
     */
    void theLibraryIsWhole()
    {
        const QList<LibraryEntry> entries = libraryEntries();
        const QStringList files = QDir(u":/examples"_s).entryList({u"*.json"_s});
        QCOMPARE(entries.size(), files.size());
        QSet<int> experiments;
        for (const LibraryEntry &entry : entries) {
            const Configuration &configuration = entry.configuration;
            experiments.insert(entry.experiment);
            QVERIFY2(!configuration.name.isEmpty() && !localDescription(configuration).isEmpty(),
                     qPrintable(entry.name));
            for (const auto &texts : {configuration.nameIn, configuration.descriptionIn}) {
                QVERIFY2(texts && !texts->value(u"zh_CN"_s).isEmpty(), qPrintable(entry.name));
            }
            QVERIFY2(configuration.expectation, qPrintable(entry.name));
        }
        for (int i = 1; i <= 21; ++i) {
            QVERIFY2(experiments.contains(i) || (i >= 13 && i <= 15),
                     qPrintable(QString::number(i)));
        }
    }

    void inTheLanguageOfTheInterface()
    {
        Configuration configuration;
        configuration.name = u"Red"_s;
        configuration.nameIn = QMap<QString, QString>{{u"zh_CN"_s, u"红"_s}};
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(localName(configuration), u"红"_s);
        QLocale::setDefault(QLocale::c());
        QCOMPARE(localName(configuration), u"Red"_s);
    }
};

QTEST_GUILESS_MAIN(TestMime)
#include "tst_mime.moc"
