#include "writers/console_summary.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace conformance {

namespace {

/// Text of a provider or a file may hold what a terminal would obey.
std::string harmless(const std::string& text) {
    std::string shown;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) {
            shown += "\\x" + hexadecimal(byte, 2).substr(2);
        } else {
            shown += c;
        }
    }
    return shown;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& text : texts) {
        all += (all.empty() ? "" : ", ") + text;
    }
    return all;
}

std::string describe(const Environment& environment) {
    const auto& os = environment.os;
    auto text = os.product + ", NT " + to_string(os.version);
    if (os.ubr) {
        text += "." + std::to_string(*os.ubr);
    }
    if (os.wine_version) {
        text += ", as posed by Wine " + *os.wine_version;
    }
    text += ", " + environment.architecture.native;
    if (environment.architecture.emulated) {
        text += " emulating " + environment.architecture.process;
    }
    return text + (environment.elevated ? ", elevated" : ", not elevated");
}

std::string counted(const std::map<Verdict, std::size_t>& by_verdict) {
    std::string text;
    for (const auto& [verdict, count] : by_verdict) {
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " +
                std::string(to_string(verdict));
    }
    return text;
}

std::string reasons(const Report& report) {
    std::string text;
    for (const auto verdict : {Verdict::crash, Verdict::timeout, Verdict::fail,
                               Verdict::inconclusive, Verdict::not_run}) {
        if (std::ranges::find(report.rows, verdict, &RowResult::verdict) == report.rows.end()) {
            continue;
        }
        text += "\n" + std::string(to_string(verdict)) + "\n";
        for (const auto& row : report.rows) {
            if (row.verdict == verdict) {
                text += "  " + console_line(row) + "\n";
            }
        }
    }
    return text;
}

}  // namespace

std::string console_line(const RowResult& row) {
    auto line = joined(row.requirements) + "  " + row.row;
    if (row.repetition > 1) {
        line += " (repetition " + std::to_string(row.repetition) + ")";
    }
    if (const auto* failed = row.failed_check()) {
        line += "  expected " + failed->expected + ", got " + failed->actual;
    }
    if (!row.reason.empty()) {
        line += "  " + row.reason;
    }
    return harmless(line);
}

std::string console_summary(const Report& report) {
    auto text = reasons(report);
    text += "\n";
    if (report.environment) {
        const auto& environment = *report.environment;
        text += "System        " + harmless(describe(environment)) + "\n";
        text += "Winsock       " + harmless(environment.provider.path);
        if (!environment.provider.version.empty()) {
            text += ", version " + harmless(environment.provider.version);
        }
        text += "\n";
    }
    for (const auto& capability : report.capabilities) {
        if (!capability.available) {
            text += "Missing       " + capability.name + ": " + harmless(capability.reason) + "\n";
        }
    }
    std::map<Verdict, std::size_t> requirement_counts;
    for (const auto& requirement : report.requirements) {
        ++requirement_counts[requirement.verdict];
    }
    text += "Requirements  " + std::to_string(report.requirements.size()) + ": " +
            counted(requirement_counts) + "\n";
    text += "Rows          " + std::to_string(report.rows.size()) + ": " +
            counted(count_verdicts(report.rows)) + "\n";
    text += "Duration      " + seconds(report.run.duration_ms) + ", seed " +
            std::to_string(report.run.seed) + (report.run.complete ? "" : ", INCOMPLETE") + "\n";
    return text;
}

}  // namespace conformance
