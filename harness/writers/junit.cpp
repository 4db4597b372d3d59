#include "writers/junit.hpp"

#include <algorithm>
#include <vector>

#include "model/text.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"
#include "writers/outcome.hpp"

namespace conformance {

namespace {

using Rows = std::vector<const RowResult*>;

std::string attribute(const char* name, std::string_view value) {
    return std::string(" ") + name + "=\"" + xml_text(value) + "\"";
}

std::string seconds_of(std::int64_t microseconds) {
    auto digits = std::to_string(microseconds);
    digits.insert(0, digits.size() < 7 ? 7 - digits.size() : 0, '0');
    return digits.insert(digits.size() - 6, ".");
}

bool is_error(const RowResult& row) {
    return row.verdict == Verdict::crash || row.verdict == Verdict::timeout ||
           row.verdict == Verdict::not_run;
}

std::string counts(const Rows& rows, const Report& report) {
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
    std::int64_t time_us = 0;
    for (const auto* row : rows) {
        const auto outcome = outcome_of(*row, report);
        const bool failed = outcome == Outcome::failed;
        errors += failed && is_error(*row) ? 1 : 0;
        failures += failed && !is_error(*row) ? 1 : 0;
        skipped += outcome == Outcome::skipped ? 1 : 0;
        time_us += row->duration_us;
    }
    return attribute("tests", std::to_string(rows.size())) +
           attribute("failures", std::to_string(failures)) +
           attribute("errors", std::to_string(errors)) +
           attribute("skipped", std::to_string(skipped)) + attribute("time", seconds_of(time_us));
}

std::string test_case(const RowResult& row, const Report& report) {
    auto xml = "    <testcase" + attribute("classname", row.case_name) +
               attribute("name", label_of(row)) + attribute("time", seconds_of(row.duration_us));
    const auto message = message_of(row);
    const auto outcome = outcome_of(row, report);
    if (outcome == Outcome::failed) {
        const std::string element = is_error(row) ? "error" : "failure";
        return xml + ">\n      <" + element + attribute("message", message) +
               attribute("type", to_string(row.verdict)) + ">" + xml_text(details_of(row)) + "</" +
               element + ">\n    </testcase>\n";
    }
    if (outcome == Outcome::skipped) {
        return xml + ">\n      <skipped" + attribute("message", message) + "/>\n    </testcase>\n";
    }
    if (!message.empty()) {
        return xml + ">\n      <system-out>" + xml_text(message) +
               "</system-out>\n    </testcase>\n";
    }
    return xml + "/>\n";
}

}  // namespace

std::string junit(const Report& report) {
    std::vector<std::string> order;
    std::map<std::string, Rows> by_case;
    Rows all;
    for (const auto& row : report.rows) {
        auto& rows = by_case[row.case_name];
        if (rows.empty()) {
            order.push_back(row.case_name);
        }
        rows.push_back(&row);
        all.push_back(&row);
    }
    auto xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
               attribute("name", "winsock-conformance, " + platform_name(report)) +
               counts(all, report) + ">\n";
    // JUnit's timestamps have no zone.
    const auto timestamp = report.run.started.substr(0, report.run.started.find('Z'));
    for (const auto& name : order) {
        const auto& rows = by_case[name];
        xml += "  <testsuite" + attribute("name", name) + attribute("timestamp", timestamp) +
               counts(rows, report) + ">\n";
        for (const auto* row : rows) {
            xml += test_case(*row, report);
        }
        xml += "  </testsuite>\n";
    }
    return xml + "</testsuites>\n";
}

}  // namespace conformance
