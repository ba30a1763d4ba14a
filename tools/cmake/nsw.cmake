# SPDX-FileCopyrightText: Namespace Workbench contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# What every target of this project is compiled with.
add_library(nsw_options INTERFACE)
target_compile_options(nsw_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
    -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wformat=2 -Wundef -Wvla -Wextra-semi
    -Wmissing-declarations -Wnull-dereference -Wimplicit-fallthrough -Wzero-as-null-pointer-constant
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wsuggest-override -Wredundant-decls>)
target_compile_definitions(nsw_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_USE_QSTRINGBUILDER
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    NSW_VERSION="${PROJECT_VERSION}")
target_include_directories(nsw_options INTERFACE ${PROJECT_SOURCE_DIR})
if(NSW_SANITIZE)
    # The compiler's flow analysis sees null pointers in the standard library once it is instrumented.
    # What address finds by itself, or this processor allows, would make half of the code.
    target_compile_options(nsw_options INTERFACE -fsanitize=${NSW_SANITIZE} -fno-sanitize=null,alignment
        -fno-omit-frame-pointer -fno-sanitize-recover=all -Wno-null-dereference
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(nsw_options INTERFACE -fsanitize=${NSW_SANITIZE})
    target_compile_definitions(nsw_options INTERFACE NSW_SANITIZED)
endif()
if(NSW_COVERAGE)
    target_compile_options(nsw_options INTERFACE --coverage)
    target_link_options(nsw_options INTERFACE --coverage)
endif()

# What binaries that may run with more rights than their caller are hardened with.
add_library(nsw_hardened INTERFACE)
if(NOT NSW_SANITIZE)
    target_compile_options(nsw_hardened INTERFACE
        $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3> -D_GLIBCXX_ASSERTIONS
        -fstack-protector-strong -fstack-clash-protection -ftrivial-auto-var-init=zero
        $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>)
    target_link_options(nsw_hardened INTERFACE -pie -Wl,-z,relro,-z,now)
endif()

# nsw_layer(NAME SOURCES … [USES targets …])
# A folder is a target is a layer: a static library that can only include what it links.
function(nsw_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES")
    add_library(nsw_${name} STATIC ${arg_SOURCES})
    target_link_libraries(nsw_${name} PUBLIC nsw_options nsw_hardened ${arg_USES})
endfunction()
