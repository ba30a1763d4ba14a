# SPDX-FileCopyrightText: Namespace Workbench contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# The helper that the system bus starts as root, and what asks it on behalf of the window.

# As a library, so that tests can call what the helper is made of.
nsw_layer(helper SOURCES request.cpp launch.cpp limits.cpp USES nsw_kernel nsw_model Qt6::Core Qt6::DBus)

add_executable(nsworkbench-helper helper.cpp guard.cpp)
set_target_properties(nsworkbench-helper PROPERTIES AUTOMOC ON)
target_compile_definitions(nsworkbench-helper PRIVATE
    NSW_SUPERVISOR_PATH="${CMAKE_INSTALL_FULL_LIBEXECDIR}/nsworkbench-supervisor"
    NSW_SESSIONS_PATH="${CMAKE_INSTALL_FULL_DATADIR}/nsworkbench/sessions")
target_link_libraries(nsworkbench-helper PRIVATE nsw_helper nsw_keeper KF6::AuthCore)

add_executable(nsworkbench-authorize authorize_main.cpp polkit.cpp)
target_link_libraries(nsworkbench-authorize PRIVATE nsw_model nsw_hardened KF6::AuthCore Qt6::DBus)

# The service file that KAuth makes names this directory.
install(TARGETS nsworkbench-helper DESTINATION ${KAUTH_HELPER_INSTALL_DIR})
install(TARGETS nsworkbench-authorize DESTINATION ${CMAKE_INSTALL_LIBEXECDIR})
kauth_install_helper_files(nsworkbench-helper org.nsworkbench.helper root)
kauth_install_actions(org.nsworkbench.helper org.nsworkbench.helper.actions)
install(FILES sessions DESTINATION ${CMAKE_INSTALL_DATADIR}/nsworkbench PERMISSIONS OWNER_READ OWNER_WRITE)
install(FILES org.nsworkbench.helper-deny.conf DESTINATION ${KDE_INSTALL_DBUSDIR}/system.d)
