// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decode.h"
#include "core/model/encode.h"
#include "core/model/error.h"

/**
 * Values ⇄ QCborValue. A QCborValue also stands for JSON here (see core/store/json.h). This header
 * adds the types whose written form is not derived from fields().
 */
namespace nsw
{

template<>
struct CustomCodec<Errno> {
    static void write(const Errno &error, QCborStreamWriter &to);
    static Decoded<Errno> decode(const QCborValue &value);
};

/** Any object. */
template<>
struct CustomCodec<QCborMap> {
    static void write(const QCborMap &map, QCborStreamWriter &to) { map.toCborValue().toCbor(to); }
    static Decoded<QCborMap> decode(const QCborValue &value)
    {
        return value.isMap() ? Decoded<QCborMap>(value.toMap())
                             : codec::wrongType(value, QStringLiteral("object"));
    }
};

/** A QCborValue inside a struct goes through as it is. */
template<>
struct CustomCodec<QCborValue> {
    static void write(const QCborValue &value, QCborStreamWriter &to) { value.toCbor(to); }
    static Decoded<QCborValue> decode(const QCborValue &value) { return value; }
};

} // namespace nsw
