#include "writers/junit.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.hpp"
#include "writers/environment_text.hpp"
#include "writers/escape.hpp"
#include "writers/outcome.hpp"
#include "writers/row_groups.hpp"

namespace conformance {

namespace {

using Rows = std::vector<const RowResult*>;

std::string attribute(const char* name, std::string_view value) {
    return std::string(" ") + name + "=\"" + xml_text(value) + "\"";
}

std::string property(const std::string& name, const std::string& value) {
    return "      <property" + attribute("name", name) + attribute("value", value) + "/>\n";
}

std::string seconds_of(std::int64_t microseconds) {
    auto digits = std::to_string(microseconds);
    digits.insert(0, digits.size() < 7 ? 7 - digits.size() : 0, '0');
    return digits.insert(digits.size() - 6, ".");
}

/// The same with three decimals, more of which Jenkins' schema does not take of a suite.
std::string milliseconds_of(std::int64_t microseconds) {
    auto text = seconds_of(microseconds);
    return text.substr(0, text.size() - 3);
}

/// Whether a row that breaks the gate is an error, and not a failure of a check.
bool is_error(const RowResult& row) {
    return row.verdict != Verdict::fail && row.verdict != Verdict::pass &&
           row.verdict != Verdict::recorded;
}

struct Counts {
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
    std::int64_t time_us = 0;
};

Counts count(const Rows& rows, const Report& report) {
    Counts counts;
    for (const auto* row : rows) {
        const auto outcome = outcome_of(*row, report);
        const bool failed = outcome == Outcome::failed;
        counts.errors += failed && is_error(*row) ? 1 : 0;
        counts.failures += failed && !is_error(*row) ? 1 : 0;
        counts.skipped +=
            outcome == Outcome::skipped || outcome == Outcome::known_deviation ? 1 : 0;
        counts.time_us += row->duration_us;
    }
    return counts;
}

std::string count_attributes(std::size_t tests, const Counts& counts) {
    return attribute("tests", std::to_string(tests)) +
           attribute("failures", std::to_string(counts.failures)) +
           attribute("errors", std::to_string(counts.errors));
}

/// "windows-11-x64.so-keepalive.set.optlen-shorter-than-dword".
std::string class_name(const std::string& platform, std::string case_name) {
    std::ranges::replace(case_name, '/', '.');
    return platform + "." + case_name;
}

std::string test_case(const RowResult& row, const std::string& class_of_case, const Report& report,
                      const KnownDeviations* known) {
    auto xml = "    <testcase" + attribute("classname", class_of_case) +
               attribute("name", parameters_label_of(row)) +
               attribute("time", seconds_of(row.duration_us));
    const auto message = attribute("message", message_of(row));
    switch (outcome_of(row, report)) {
        case Outcome::failed: {
            const std::string element = is_error(row) ? "error" : "failure";
            return xml + ">\n      <" + element + attribute("type", to_string(row.verdict)) +
                   message + ">" + xml_text(details_of(row, report, entry_of(row, known))) + "</" +
                   element + ">\n    </testcase>\n";
        }
        case Outcome::known_deviation:
            return xml + ">\n      <skipped" + attribute("type", "known-deviation") +
                   attribute("message", known_text(row, entry_of(row, known))) +
                   "/>\n    </testcase>\n";
        case Outcome::skipped:
            return xml + ">\n      <skipped" + attribute("type", to_string(row.verdict)) + message +
                   "/>\n    </testcase>\n";
        case Outcome::passed: break;
    }
    if (row.verdict == Verdict::recorded) {
        return xml + ">\n      <system-out>" + xml_text(message_of(row)) +
               "</system-out>\n    </testcase>\n";
    }
    return xml + "/>\n";
}

std::string properties_of(const Rows& rows, const std::string& of_run) {
    std::string xml = "    <properties>\n" + of_run;
    if (const auto& source = rows.front()->source) {
        xml += property("line", std::to_string(source->line));
    }
    for (const auto* row : rows) {
        if (row->standing && *row->standing != Standing::as_documented) {
            xml += property("standing of " + parameters_label_of(*row),
                            std::string(to_string(*row->standing)));
        }
    }
    return xml + "    </properties>\n";
}

}  // namespace

std::string junit(const Report& report, const KnownDeviations* known) {
    std::vector<std::string> order;
    std::map<std::string, Rows> by_case;
    const auto all = rows_worst_first(report);
    for (const auto* row : all) {
        auto& rows = by_case[row->case_name];
        if (rows.empty()) {
            order.push_back(row->case_name);
        }
        rows.push_back(row);
    }
    const auto platform = platform_id(report);
    std::string of_run;
    for (const auto& [name, value] : run_properties(report)) {
        of_run += property(name, value);
    }
    // The run's time: rows that wait do so side by side, so their sum is far more.
    auto xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" +
               attribute("name", "winsock-conformance on " + platform_name(report)) +
               count_attributes(all.size(), count(all, report)) +
               attribute("time", milliseconds_of(report.run.duration_ms * 1000)) + ">\n";
    // JUnit's timestamps have no zone.
    const auto timestamp = report.run.started.substr(0, report.run.started.find('Z'));
    for (const auto& name : order) {
        const auto& rows = by_case[name];
        const auto counts = count(rows, report);
        const auto class_of_case = class_name(platform, name);
        xml += "  <testsuite" + attribute("name", class_of_case) +
               count_attributes(rows.size(), counts) +
               attribute("skipped", std::to_string(counts.skipped)) +
               attribute("time", milliseconds_of(counts.time_us)) +
               attribute("timestamp", timestamp) + attribute("hostname", platform);
        if (const auto& source = rows.front()->source) {
            xml += attribute("file", source->file);
        }
        xml += ">\n" + properties_of(rows, of_run);
        for (const auto* row : rows) {
            xml += test_case(*row, class_of_case, report, known);
        }
        xml += "  </testsuite>\n";
    }
    return xml + "</testsuites>\n";
}

}  // namespace conformance
