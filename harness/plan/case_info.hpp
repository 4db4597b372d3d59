#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/nt_version.hpp"
#include "model/row_result.hpp"

namespace conformance {

/// One row of a case: the same body with other values.
struct RowInfo {
    /// The whole name, as a selector: `case[key=value,...]`, or the case's name alone.
    std::string name;
    std::vector<RowParameter> parameters;
    /// The versions of which the documents say it, as TCP_KEEPCNT from 10.0.15063.
    VersionRange versions;
    /// The versions on which it can be observed, as by ConnectEx from 5.1.
    VersionRange observable;
    /// The capabilities without any of which the row is inconclusive.
    std::vector<std::string> needs;
};

/// A case as the planner sees it: data alone, known before anything runs.
struct CaseInfo {
    std::string name;
    std::vector<std::string> requirements;
    /// Others that its rows may find broken: a row that does is about that one alone.
    std::vector<std::string> may_find;
    std::vector<RowInfo> rows;
    /// The case says something of a process that has not called WSAStartup, or leaves the process
    /// unfit for another row.
    bool own_process = false;
    /// About how long a row waits, beside the time that its calls take.
    std::chrono::milliseconds waits{0};
    /// It runs only when it is named: its rows wait for hours, or may end the machine.
    bool only_when_named = false;
    std::string file;
    std::uint32_t line = 0;
};

/// The row's whole name from its case's and its parameters.
std::string row_name(std::string_view case_name, const std::vector<RowParameter>& parameters);

/// One row of a list of cases.
struct RowReference {
    const CaseInfo* of_case = nullptr;
    const RowInfo* row = nullptr;
};

/// Every row of every case, in order.
std::vector<RowReference> all_rows(const std::vector<CaseInfo>& cases);

}  // namespace conformance
