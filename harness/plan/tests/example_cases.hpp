#pragma once

#include <vector>

#include "model/requirement.hpp"
#include "plan/case_info.hpp"

namespace conformance {

/// Three requirements of one document: one for every version, one from 6.0, one until 5.2.
inline RequirementCatalogue example_requirements() {
    RequirementCatalogue catalogue;
    catalogue.add(R"({"document": {"id": "d", "title": "t", "address": "a"}, "requirements": [
        {"id": "d.always", "section": "s", "statement": "", "basis": "document"},
        {"id": "d.new", "section": "s", "statement": "", "basis": "document", "from": "6.0"},
        {"id": "d.old", "section": "s", "statement": "", "basis": "document", "until": "5.2"}]})",
                  "example.json");
    return catalogue;
}

inline CaseInfo example_case(const char* name, const char* requirement, int rows) {
    CaseInfo info;
    info.name = name;
    info.requirements = {requirement};
    for (int i = 0; i < rows; ++i) {
        RowInfo row;
        row.parameters = {{"family", i % 2 == 0 ? "ipv4" : "ipv6"}, {"n", std::to_string(i)}};
        row.name = row_name(name, row.parameters);
        info.rows.push_back(row);
    }
    return info;
}

inline std::vector<CaseInfo> example_cases() {
    return {example_case("d/set/one", "d.always", 4), example_case("d/set/two", "d.new", 4),
            example_case("d/setting", "d.old", 2)};
}

}  // namespace conformance
