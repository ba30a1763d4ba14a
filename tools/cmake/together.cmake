# SPDX-FileCopyrightText: Namespace Workbench contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# nsw_together(TARGET DIR): the sources of all tests below DIR once more, as one library that nobody builds. A unity
# build of it is what the linter reads: a test by itself is mostly headers, and a source may be part of many tests.
function(nsw_together target dir)
    add_library(${target} OBJECT EXCLUDE_FROM_ALL)
    # Each test keeps a main() of its own, under the name of its source.
    set_target_properties(${target} PROPERTIES AUTOMOC ON UNITY_BUILD ON UNITY_BUILD_UNIQUE_ID NSW_SOURCE_ID)
    target_compile_definitions(${target} PRIVATE main=NSW_SOURCE_ID)
    _nsw_add_together(${target} ${dir})
endfunction()

function(_nsw_add_together target dir)
    get_property(programs DIRECTORY ${dir} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(program IN LISTS programs)
        get_target_property(type ${program} TYPE)
        if(NOT type STREQUAL EXECUTABLE OR NOT program MATCHES ^tst_)
            continue()
        endif()
        get_target_property(sources ${program} SOURCES)
        foreach(source IN LISTS sources)
            cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${dir})
            get_source_file_property(alone ${source} DIRECTORY ${dir} SKIP_UNITY_BUILD_INCLUSION)
            if(NOT alone)
                target_sources(${target} PRIVATE ${source})
            endif()
        endforeach()
        target_link_libraries(${target} PRIVATE $<TARGET_PROPERTY:${program},LINK_LIBRARIES>)
        target_compile_definitions(${target} PRIVATE $<TARGET_PROPERTY:${program},COMPILE_DEFINITIONS>)
    endforeach()
    get_property(folders DIRECTORY ${dir} PROPERTY SUBDIRECTORIES)
    foreach(folder IN LISTS folders)
        _nsw_add_together(${target} ${folder})
    endforeach()
endfunction()
