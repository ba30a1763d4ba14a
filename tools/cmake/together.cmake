# SPDX-FileCopyrightText: Namespace Workbench contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# nsw_together(TARGET DIR): one program of all tests below DIR that do not stand alone; NAME as its first argument
# chooses one. A test by itself is mostly headers, which a unity build reads once for many, and so does the linter.
function(nsw_together target dir)
    add_executable(${target} ${CMAKE_CURRENT_SOURCE_DIR}/support/together_main.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC ON UNITY_BUILD ON)
    # Inlined across tests, the compiler takes the storage of an empty optional for a value, and to a unit of many
    # sources each of them is a header.
    target_compile_options(${target} PRIVATE -Wno-missing-field-initializers -Wno-maybe-uninitialized
        -Wno-subobject-linkage
        -include ${CMAKE_CURRENT_SOURCE_DIR}/support/together.h)
    _nsw_add_together(${target} ${dir})
    target_link_libraries(${target} PRIVATE nsw_tries)
endfunction()

function(_nsw_add_together target dir)
    get_property(programs DIRECTORY ${dir} PROPERTY BUILDSYSTEM_TARGETS)
    foreach(program IN LISTS programs)
        get_target_property(is_part ${program} NSW_TOGETHER)
        if(NOT is_part)
            continue()
        endif()
        get_target_property(sources ${program} SOURCES)
        foreach(source IN LISTS sources)
            cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${dir})
            target_sources(${target} PRIVATE ${source})
        endforeach()
        target_link_libraries(${target} PRIVATE $<TARGET_PROPERTY:${program},LINK_LIBRARIES>)
        target_compile_definitions(${target} PRIVATE $<TARGET_PROPERTY:${program},COMPILE_DEFINITIONS>)
        target_include_directories(${target} SYSTEM PRIVATE $<TARGET_PROPERTY:${program},INCLUDE_DIRECTORIES>)
    endforeach()
    get_property(folders DIRECTORY ${dir} PROPERTY SUBDIRECTORIES)
    foreach(folder IN LISTS folders)
        _nsw_add_together(${target} ${folder})
    endforeach()
endfunction()
