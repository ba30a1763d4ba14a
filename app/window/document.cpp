// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/document.h"

#include "core/store/configurationfile.h"

#include <QFileInfo>

namespace nsw
{

namespace
{

Configuration emptyConfiguration()
{
    Configuration configuration;
    configuration.containers.append(Container{});
    return configuration;
}

} // namespace

Document::Document(QObject *parent)
    : QObject(parent)
    , m_current(emptyConfiguration())
    , m_saved(m_current)
{
}

void Document::edit(const Configuration &configuration)
{
    const bool wasModified = isModified();
    const bool isOther = !(m_current == configuration);
    m_current = configuration;
    if (isOther) {
        Q_EMIT changed();
    }
    if (isModified() != wasModified) {
        Q_EMIT statusChanged();
    }
}

QString Document::title() const
{
    return m_path.isEmpty() ? tr("Untitled") : QFileInfo(m_path).fileName();
}

void Document::startNew()
{
    replace(emptyConfiguration(), {});
}

std::expected<void, Finding> Document::open(const QString &path)
{
    const auto loaded = loadConfiguration(path);
    if (!loaded) {
        return std::unexpected(loaded.error());
    }
    replace(*loaded, QFileInfo(path).absoluteFilePath());
    return {};
}

std::expected<void, Finding> Document::openCopy(const QString &path)
{
    const auto loaded = loadConfiguration(path);
    if (!loaded) {
        return std::unexpected(loaded.error());
    }
    replace(*loaded, {});
    return {};
}

void Document::take(const Configuration &configuration)
{
    replace(configuration, {});
}

std::expected<void, Finding> Document::save(const QString &path)
{
    auto saved = saveConfiguration(path, m_current);
    if (saved) {
        m_path = QFileInfo(path).absoluteFilePath();
        m_saved = m_current;
        Q_EMIT statusChanged();
    }
    return saved;
}

void Document::replace(const Configuration &configuration, const QString &path)
{
    m_current = configuration;
    m_saved = configuration;
    m_path = path;
    Q_EMIT changed();
    Q_EMIT replaced();
    Q_EMIT statusChanged();
}

} // namespace nsw
