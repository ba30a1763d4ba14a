// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/rowstable.h"

#include "app/panels/icons.h"
#include "app/panels/tablecopy.h"
#include "app/panels/tablemenu.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace nsw
{

using Qt::StringLiterals::operator""_s;

namespace
{

constexpr int kMostVisibleRows = 6;

class ChoiceDelegate : public QStyledItemDelegate
{
public:
    ChoiceDelegate(QStringList choices, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_choices(std::move(choices))
    {
    }

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem & /*option*/,
                          const QModelIndex & /*index*/) const override
    {
        auto *editor = new QComboBox(parent);
        editor->addItems(m_choices);
        return editor;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        qobject_cast<QComboBox *>(editor)->setCurrentText(index.data(Qt::EditRole).toString());
    }

    void setModelData(QWidget *editor,
                      QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        model->setData(index, qobject_cast<QComboBox *>(editor)->currentText());
    }

private:
    QStringList m_choices;
};

constexpr auto kPlace = "nsw-place"; ///< properties of an editor: its cell,
constexpr auto kBefore = "nsw-before"; ///< and what stood there before

/** What is typed is in the model with every key, so that what is wrong with it shows at once. */
class TypingDelegate : public QStyledItemDelegate
{
public:
    TypingDelegate(QAbstractItemModel *model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QWidget *createEditor(QWidget *parent,
                          const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto *line = qobject_cast<QLineEdit *>(editor)) {
            const QPersistentModelIndex place(index);
            line->setProperty(kPlace, QVariant::fromValue(place));
            line->setProperty(kBefore, index.data(Qt::EditRole));
            connect(line,
                    &QLineEdit::textEdited,
                    line,
                    [model = m_model, place](const QString &text) { model->setData(place, text); });
        }
        return editor;
    }

    /** What is being typed stays as it is typed. */
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        const auto *line = qobject_cast<const QLineEdit *>(editor);
        if (line == nullptr || !line->isModified()) {
            QStyledItemDelegate::setEditorData(editor, index);
        }
    }

protected:
    bool eventFilter(QObject *editor, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress
            && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
            m_model->setData(editor->property(kPlace).value<QPersistentModelIndex>(),
                             editor->property(kBefore));
        }
        return QStyledItemDelegate::eventFilter(editor, event);
    }

private:
    QAbstractItemModel *m_model;
};

QToolButton *makeButton(const QString &iconName, const QString &text)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

RowsTable::RowsTable(QAbstractItemModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(new QTableView)
    , m_add(makeButton(u"add"_s, tr("Add")))
    , m_remove(makeButton(u"remove"_s, tr("Remove")))
{
    m_table->setModel(model);
    m_table->setItemDelegate(new TypingDelegate(model, m_table));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(m_table);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_table);
    layout->addLayout(buttons);

    auto *copy = new TableCopy(m_table);
    new TableMenu(m_table, [copy](QMenu *menu) { copy->fillMenu(menu); });

    connect(m_add, &QToolButton::clicked, this, &RowsTable::addWanted);
    const auto remove = [this] {
        Q_EMIT removeWanted(m_table->currentIndex().row());
    };
    connect(m_remove, &QToolButton::clicked, this, remove);
    auto *key = new QShortcut(QKeySequence::Delete, m_table);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, remove);
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(model, signal, this, [this] {
            fitHeight();
            updateButtons();
        });
    }
    connect(m_table->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            &RowsTable::updateButtons);
    fitHeight();
    updateButtons();
}

void RowsTable::setChoices(int column, const QStringList &choices)
{
    m_table->setItemDelegateForColumn(column, new ChoiceDelegate(choices, m_table));
}

void RowsTable::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitHeight();
    }
}

void RowsTable::fitHeight()
{
    const int line = fontMetrics().height() + 8;
    m_table->verticalHeader()->setDefaultSectionSize(line);
    const int rows = qBound(1, m_model->rowCount(), kMostVisibleRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + (rows * line)
                            + (2 * m_table->frameWidth()) + 1);
}

void RowsTable::updateButtons()
{
    m_remove->setEnabled(m_table->currentIndex().isValid());
}

} // namespace nsw
