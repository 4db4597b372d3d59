#include "tool/history.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "judge/diff.hpp"
#include "tool/history_reading.hpp"

namespace conformance {

namespace {

/// An observation of one report.
struct Seen {
    std::size_t point = 0;
    Observation observation;
};

bool same_setting(const HistoryPoint& one, const HistoryPoint& other) {
    return one.system == other.system && one.suite == other.suite;
}

/// Whether an answer comes back after another one.
bool flickers(std::span<const Seen> seen) {
    std::set<Observation> left;
    for (std::size_t i = 0; i + 1 < seen.size(); ++i) {
        if (seen[i].observation != seen[i + 1].observation) {
            left.insert(seen[i].observation);
            if (left.contains(seen[i + 1].observation)) {
                return true;
            }
        }
    }
    return false;
}

/// Removes flicker from the observations: within one system and suite the most frequent answer
/// replaces the others.
std::vector<Instability> smooth(std::vector<Seen>& seen, const std::vector<HistoryPoint>& points) {
    std::vector<Instability> unstable;
    for (std::size_t begin = 0; begin < seen.size();) {
        auto end = begin;
        while (end < seen.size() &&
               same_setting(points[seen[begin].point], points[seen[end].point])) {
            ++end;
        }
        const std::span group(seen.data() + begin, end - begin);
        if (flickers(group)) {
            Instability instability{group.front().point, group.back().point, {}};
            for (const auto& one : group) {
                ++instability.counts[one.observation];
            }
            const auto main = std::ranges::max_element(
                instability.counts, {}, [](const auto& entry) { return entry.second; });
            for (auto& one : group) {
                one.observation = main->first;
            }
            unstable.push_back(std::move(instability));
        }
        begin = end;
    }
    return unstable;
}

HistoryCause cause_between(const HistoryPoint& before, const HistoryPoint& after) {
    const bool system = before.system != after.system;
    const bool suite = before.suite != after.suite;
    return system && suite ? HistoryCause::both
           : system        ? HistoryCause::system
           : suite         ? HistoryCause::suite
                           : HistoryCause::neither;
}

/// The history of one row or requirement from the reports' observations; nothing where a report
/// lacks it.
History history_of(const std::vector<std::optional<std::uint32_t>>& values,
                   const std::vector<HistoryPoint>& points,
                   const Numbered<Observation>& observations) {
    History history;
    const auto present = [](const std::optional<std::uint32_t>& value) {
        return value.has_value();
    };
    history.first =
        static_cast<std::size_t>(std::ranges::find_if(values, present) - values.begin());
    std::vector<Seen> seen;
    for (std::size_t i = history.first; i < values.size(); ++i) {
        if (values[i]) {
            history.last = i;
            if (*values[i] != unobserved) {
                seen.push_back({i, observations[*values[i]]});
            }
        }
    }
    history.unstable = smooth(seen, points);
    auto& parts = history.parts;
    std::set<Observation> different;
    for (const auto& [point, observation] : seen) {
        different.insert(observation);
        if (parts.empty() || parts.back().observation != observation) {
            parts.push_back({observation, point, point, 0});
        }
        parts.back().last = point;
        ++parts.back().count;
    }
    if (parts.size() > 1) {
        history.kind =
            different.size() < parts.size() ? HistoryKind::returned : HistoryKind::changed;
    }
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        history.causes.push_back(cause_between(points[parts[i].last], points[parts[i + 1].first]));
    }
    return history;
}

std::map<std::string, History> histories_of(const std::vector<const Kept*>& reports,
                                            std::vector<Entry> Kept::*entries,
                                            const std::vector<HistoryPoint>& points,
                                            const HistoryReading& reading) {
    std::map<std::uint32_t, std::vector<std::optional<std::uint32_t>>> values;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        for (const auto& [name, observation] : reports[i]->*entries) {
            auto& of_name = values[name];
            of_name.resize(reports.size());
            of_name[i] = observation;
        }
    }
    std::map<std::string, History> histories;
    for (const auto& [name, of_name] : values) {
        histories.emplace(reading.names()[name],
                          history_of(of_name, points, reading.observations()));
    }
    return histories;
}

/// The rows that the newest report and the one before it observed, and that became worse.
std::vector<std::string> worse_rows(const std::vector<const Kept*>& reports,
                                    const HistoryReading& reading) {
    std::vector<std::string> worse;
    if (reports.size() < 2) {
        return worse;
    }
    const auto& older = reports[reports.size() - 2]->rows;
    const std::map<std::uint32_t, std::uint32_t> before(older.begin(), older.end());
    for (const auto& [name, observation] : reports.back()->rows) {
        const auto found = before.find(name);
        if (observation != unobserved && found != before.end() && found->second != unobserved &&
            badness(reading.observations()[observation].verdict) >
                badness(reading.observations()[found->second].verdict)) {
            worse.push_back(reading.names()[name]);
        }
    }
    std::ranges::sort(worse);
    return worse;
}

}  // namespace

std::string describe(const Observation& observation) {
    const std::string verdict(to_string(observation.verdict));
    return observation.text.empty() ? verdict : verdict + ": " + observation.text;
}

std::string HistoryPoint::describe() const {
    return system + " (" + started.substr(0, 10) + ")";
}

std::string_view to_string(HistoryCause cause) noexcept {
    switch (cause) {
        case HistoryCause::system: return "system";
        case HistoryCause::suite: return "suite";
        case HistoryCause::both: return "both";
        case HistoryCause::neither: break;
    }
    return "neither";
}

std::string_view to_string(HistoryKind kind) noexcept {
    switch (kind) {
        case HistoryKind::unchanged: return "unchanged";
        case HistoryKind::changed: return "changed";
        case HistoryKind::returned: break;
    }
    return "returned";
}

std::vector<HistoryLine> read_history(const HistoryOptions& options) {
    HistoryReading reading(options);
    auto kept = reading.run();
    std::map<std::string, std::vector<const Kept*>> by_line;
    std::ranges::sort(kept, {}, &Kept::order);
    std::set<std::string> runs;
    for (const auto& report : kept) {
        if (runs.insert(report.point.run).second) {
            by_line[report.line].push_back(&report);
        }
    }
    std::vector<HistoryLine> lines;
    for (const auto& [name, reports] : by_line) {
        HistoryLine line;
        line.name = name;
        for (const auto* report : reports) {
            line.points.push_back(report->point);
        }
        line.requirements = histories_of(reports, &Kept::requirements, line.points, reading);
        line.rows = histories_of(reports, &Kept::rows, line.points, reading);
        line.worse = worse_rows(reports, reading);
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace conformance
