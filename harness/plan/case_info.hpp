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
    /// The versions to which the documented claim applies, such as TCP_KEEPCNT from 10.0.15063.
    VersionRange versions;
    /// The versions on which it can be observed, such as ConnectEx from 5.1.
    VersionRange observable;
    /// The capabilities that the row needs; when one is missing, it is inconclusive.
    std::vector<std::string> needs;
};

/// A case as the planner sees it: plain data, known before any row runs.
struct CaseInfo {
    std::string name;
    std::vector<std::string> requirements;
    /// Other requirements that its rows may find broken; such a row is about that one alone.
    std::vector<std::string> may_find;
    std::vector<RowInfo> rows;
    /// The case needs a process that has not called WSAStartup, or leaves its process unusable for
    /// another row.
    bool own_process = false;
    /// The approximate waiting time of a row, in addition to its calls.
    std::chrono::milliseconds waits{0};
    /// It runs only when a selector names it: its rows wait for hours, or may crash the machine.
    bool only_when_named = false;
    std::string file;
    std::uint32_t line = 0;
};

/// The row's whole name from its case's name and its parameters.
std::string row_name(std::string_view case_name, const std::vector<RowParameter>& parameters);

/// One row of a list of cases.
struct RowReference {
    const CaseInfo* of_case = nullptr;
    const RowInfo* row = nullptr;
};

/// Every row of every case, in order.
std::vector<RowReference> all_rows(const std::vector<CaseInfo>& cases);

}  // namespace conformance
