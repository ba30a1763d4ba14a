// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decode.h"
#include "core/model/encode.h"
#include "core/model/error.h"

#include <QCborMap>

/**
 * Values ⇄ CBOR, and by way of CBOR ⇄ JSON (see core/store/json.h). This header adds the types
 * whose written form is not derived from fields().
 */
namespace nsw
{

template<>
struct CustomCodec<Errno> {
    static void write(const Errno &error, QCborStreamWriter &to);
    static Decoded<Errno> decode(CborReader &from);
};

/** Any object. */
template<>
struct CustomCodec<QCborMap> {
    static void write(const QCborMap &map, QCborStreamWriter &to) { map.toCborValue().toCbor(to); }
    static Decoded<QCborMap> decode(CborReader &from);
};

} // namespace nsw
