// SPDX-FileCopyrightText: Namespace Workbench contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/plan/goldens.h"

#include <cerrno>

using namespace nsw;

namespace
{

/** 100000 to 165535 and the groups 200000 to 200002 are set aside for the user. */
void withSubordinates(HostFacts &facts)
{
    asUser(facts);
    facts.subuids = {SubordinateRange{.first = 100000, .count = 65536}};
    facts.subgids = {SubordinateRange{.first = 200000, .count = 3}};
}

} // namespace

QList<Golden> goldensOfPrivilege()
{
    return {
        {.name = "new without user takes an administrator",
         .container
         = R"({"namespaces": {"network": {"new": {"loopback": false}}, "uts": {"new": {}}}})",
         .machine = asUser,
         .plan = R"(
session.root
note needs-administrator containers[0].namespaces uts, network
outside clone3 uts,network
)"},
        {.name = "other ids take an administrator",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 100000, "count": 2}], "gidMap": []}}}})",
         .machine = asUser,
         .plan = R"(
session.root
note ids-need-administrator containers[0].namespaces.user.new.uidMap 1000
outside clone3 user
outside write setgroups deny
outside write uid_map 0 100000 2;
inside setresuid 0
)"},
        {.name = "two reasons",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": "self", "count": 2}],
            "gidMap": [{"inside": 0, "outside": "self"}, {"inside": 1, "outside": 5}]}}}})",
         .machine = asUser,
         .plan = R"(
session.root
note ids-need-administrator containers[0].namespaces.user.new.uidMap 1000
note ids-need-administrator containers[0].namespaces.user.new.gidMap 1000
outside clone3 user
outside write setgroups deny
outside write uid_map 0 1000 2;
outside write gid_map 0 1000 1;1 5 1;
)"},
        {.name = "subordinate ids take the helper only",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": "self"},
                       {"inside": 1, "outside": 100000, "count": 65536}],
            "gidMap": [{"inside": 0, "outside": 200000, "count": 3}]}}}})",
         .machine = withSubordinates,
         .plan = R"(
session.assisted
note subordinate-ids-need-administrator containers[0].namespaces.user.new.uidMap
note subordinate-ids-need-administrator containers[0].namespaces.user.new.gidMap
outside clone3 user
outside write setgroups deny
outside write uid_map 0 1000 1;1 100000 65536;
outside write gid_map 0 200000 3;
inside setresgid 0
)"},
        {.name = "one id beyond the subordinate ones",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 100000, "count": 65537}], "gidMap": []}}}})",
         .machine = withSubordinates,
         .plan = R"(
session.root
note ids-need-administrator containers[0].namespaces.user.new.uidMap 1000
outside clone3 user
outside write setgroups deny
outside write uid_map 0 100000 65537;
inside setresuid 0
)"},
        {.name = "subordinate user ids are no groups",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [], "gidMap": [{"inside": 0, "outside": 100000}]}}}})",
         .machine = withSubordinates,
         .plan = R"(
session.root
note ids-need-administrator containers[0].namespaces.user.new.gidMap 1000
outside clone3 user
outside write setgroups deny
outside write gid_map 0 100000 1;
inside setresgid 0
)"},
        {.name = "neighbours count as one, another line does not fill a gap",
         .container = R"({"namespaces": {"user": {"new": {
            "uidMap": [{"inside": 0, "outside": 165530, "count": 12}],
            "gidMap": [{"inside": 0, "outside": 200002, "count": 2}]}}}})",
         .machine =
             [](HostFacts &facts) {
                 withSubordinates(facts);
                 facts.subuids << SubordinateRange{.first = 165536, .count = 6};
                 facts.subgids << SubordinateRange{.first = 200004, .count = 6};
             },
         .plan = R"(
session.root
note subordinate-ids-need-administrator containers[0].namespaces.user.new.uidMap
note ids-need-administrator containers[0].namespaces.user.new.gidMap 1000
outside clone3 user
outside write setgroups deny
outside write uid_map 0 165530 12;
outside write gid_map 0 200002 2;
inside setresgid 0
inside setresuid 0
)"},
        {.name = "subordinate ids and others without the user namespace",
         .container = R"({"namespaces": {"uts": {"join": {"pid": 7}}, "user": {"new": {
            "uidMap": [{"inside": 0, "outside": 100000}], "gidMap": []}}}})",
         .machine =
             [](HostFacts &facts) {
                 withSubordinates(facts);
                 facts.joins << JoinFacts{.target = JoinPid{7},
                                          .kind = NsKind::Uts,
                                          .error = Errno{EACCES},
                                          .actualKind = {},
                                          .identity = {}};
             },
         .plan = R"(
session.root
note join-needs-administrator containers[0].namespaces.uts.join.pid 7
note subordinate-ids-need-administrator containers[0].namespaces.user.new.uidMap
outside pidfd_open 7
outside clone3
inside setns pid 7 uts
inside clone3 user sibling
outside write setgroups deny
outside write uid_map 0 100000 1;
inside setresuid 0
)"},
        {.name = "setgroups stays allowed",
         .container = R"({"namespaces": {"user": {"new": {"setgroups": "allow"}}}})",
         .machine = asUser,
         .plan = "\nerror setgroups-must-be-denied containers[0].namespaces.user.new.setgroups "
                 "allow → deny\n"},
        {.name = "setgroups is denied outside already",
         .container = R"({"namespaces": {"user": {"new": {"setgroups": "allow"}}}})",
         .machine =
             [](HostFacts &facts) {
                 asRoot(facts);
                 facts.setgroupsDenied = true;
             },
         .plan = "\nerror setgroups-must-be-denied containers[0].namespaces.user.new.setgroups "
                 "allow → deny\n"},
    };
}
