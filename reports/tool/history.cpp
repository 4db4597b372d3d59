#include "tool/history.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <sstream>
#include <thread>
#include <tuple>

#include "judge/diff.hpp"
#include "judge/observation.hpp"
#include "model/report_reader.hpp"
#include "model/utf8.hpp"
#include "tool/inputs.hpp"
#include "writers/environment_text.hpp"

namespace conformance {

namespace {

/// Each value once, by number.
template <typename T>
class Numbered {
public:
    std::uint32_t number_of(const T& value) {
        const auto [place, is_new] =
            numbers_.emplace(value, static_cast<std::uint32_t>(numbers_.size()));
        if (is_new) {
            values_.push_back(&place->first);
        }
        return place->second;
    }
    const T& operator[](std::uint32_t number) const { return *values_[number]; }

private:
    std::map<T, std::uint32_t> numbers_;
    std::vector<const T*> values_;
};

/// Of a row that stands in a report and was not observed there.
constexpr std::uint32_t unobserved = 0;

/// A row's or requirement's number, and that of its observation.
using Entry = std::pair<std::uint32_t, std::uint32_t>;

/// "10.0.3" as numbers, so that 9 comes before 10.
std::vector<int> numbers_in(const std::string& version) {
    std::vector<int> numbers;
    std::istringstream text(version);
    for (int number = 0; text >> number; text.ignore()) {
        numbers.push_back(number);
    }
    return numbers;
}

/// A report as a history keeps it.
struct Kept {
    std::string line;
    HistoryPoint point;
    std::tuple<std::vector<int>, int, std::uint32_t, std::string> order;
    std::vector<Entry> rows;
    std::vector<Entry> requirements;
};

std::string line_of(const Environment& environment) {
    const auto& os = environment.os;
    std::string name = os.wine_version      ? "Wine as " + os.product
                       : os.reactos_version ? "ReactOS"
                                            : os.product;
    name += ", " + environment.architecture.name();
    return is_system_provider(environment) ? name : name + ", " + provider_file_name(environment);
}

std::string system_of(const Environment& environment) {
    const auto& os = environment.os;
    auto version = to_string(os.version) + (os.ubr ? "." + std::to_string(*os.ubr) : "");
    return os.wine_version      ? "Wine " + *os.wine_version + ", " + version
           : os.reactos_version ? "ReactOS " + *os.reactos_version
                                : version;
}

bool was_observed(const RowResult& row) {
    return !row.unobserved && row.verdict != Verdict::not_applicable &&
           row.verdict != Verdict::not_run && row.verdict != Verdict::not_measured;
}

/// Reads reports on all processors.
class HistoryReading {
public:
    explicit HistoryReading(const HistoryOptions& options) : options_(options) {
        observations_.number_of({Verdict::not_run, ""});
    }

    std::vector<Kept> run() {
        std::vector<std::thread> threads;
        for (unsigned i = 1; i < std::max(2u, std::thread::hardware_concurrency()); ++i) {
            threads.emplace_back([this] { work(); });
        }
        work();
        for (auto& thread : threads) {
            thread.join();
        }
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        return std::move(kept_);
    }

    const Numbered<std::string>& names() const { return names_; }
    const Numbered<Observation>& observations() const { return observations_; }

private:
    void work() {
        while (const auto path = next()) {
            try {
                read(*path);
            } catch (...) {
                const std::scoped_lock guard(mutex_);
                failure_ = failure_ ? failure_ : std::current_exception();
            }
        }
    }

    const std::string* next() {
        const std::scoped_lock guard(mutex_);
        return taken_ < options_.reports.size() && !failure_ ? &options_.reports[taken_++]
                                                             : nullptr;
    }

    void read(const std::string& path) {
        const auto text = read_report_file(path_from_utf8(path));
        // The repetitions of a row, and what they observed.
        std::map<std::string, std::set<Observation>> rows;
        std::set<std::string> requirements;
        const auto report = read_report(text, path, [&](RowResult&& row) {
            if (is_selected(options_.selectors, row.row, row.requirements)) {
                requirements.insert(row.requirements.begin(), row.requirements.end());
                auto& observed_ones = rows[row.row];
                if (was_observed(row)) {
                    observed_ones.insert({row.verdict, observed(row)});
                }
            }
        });
        const auto day = report.run.started.substr(0, 10);
        if ((!options_.since.empty() && day < options_.since) ||
            (!options_.until.empty() && day > options_.until)) {
            return;
        }
        const auto& environment = *report.environment;
        Kept kept;
        kept.line = line_of(environment);
        kept.point = {path, report.run.id, report.run.started, system_of(environment),
                      report.suite.version + " (" + report.suite.commit + ")"};
        const auto& os = environment.os;
        kept.order = {numbers_in(os.wine_version      ? *os.wine_version
                                 : os.reactos_version ? *os.reactos_version
                                                      : ""),
                      os.version.build, os.ubr.value_or(0), report.run.started};
        const std::scoped_lock guard(mutex_);
        for (const auto& [row, answers] : rows) {
            kept.rows.emplace_back(names_.number_of(row), number_of(answers));
        }
        for (const auto& requirement : report.requirements) {
            if (requirements.contains(requirement.id)) {
                const auto verdict = requirement.of_rows.verdict;
                const bool is_known =
                    requirement.of_rows.observed() != 0 || verdict == Verdict::inconclusive;
                kept.requirements.emplace_back(
                    names_.number_of(requirement.id),
                    is_known ? observations_.number_of({verdict, std::string(to_string(verdict))})
                             : unobserved);
            }
        }
        kept_.push_back(std::move(kept));
    }

    std::uint32_t number_of(const std::set<Observation>& answers) {
        if (answers.empty()) {
            return unobserved;
        }
        if (answers.size() == 1) {
            return observations_.number_of(*answers.begin());
        }
        // Of repetitions that differ: the worst verdict, and all that was seen.
        Observation all{answers.rbegin()->verdict, ""};
        for (const auto& answer : answers) {
            all.text += (all.text.empty() ? "" : " or ") + describe(answer);
        }
        return observations_.number_of(all);
    }

    const HistoryOptions& options_;
    std::mutex mutex_;
    std::size_t taken_ = 0;
    Numbered<std::string> names_;
    Numbered<Observation> observations_;
    std::vector<Kept> kept_;
    std::exception_ptr failure_;
};

/// Whether one system gave an answer, another one, and the first again.
bool flickers(const std::vector<HistoryPart>& parts, const std::vector<HistoryPoint>& points) {
    constexpr std::size_t many_parts = 6;
    if (parts.size() >= many_parts) {
        return true;
    }
    for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
        const auto& system = points[parts[i].last].system;
        if (points[parts[i + 1].first].system == system &&
            points[parts[i + 2].first].system == system &&
            parts[i].observation == parts[i + 2].observation) {
            return true;
        }
    }
    return false;
}

HistoryCause cause_between(const HistoryPoint& before, const HistoryPoint& after) {
    const bool system = before.system != after.system;
    const bool suite = before.suite != after.suite;
    return system && suite ? HistoryCause::both
           : system        ? HistoryCause::system
           : suite         ? HistoryCause::suite
                           : HistoryCause::neither;
}

/// The history of one thing from what each report has of it; nothing where a report lacks it.
History history_of(const std::vector<std::optional<std::uint32_t>>& values,
                   const std::vector<HistoryPoint>& points,
                   const Numbered<Observation>& observations) {
    History history;
    const auto present = [](const std::optional<std::uint32_t>& value) {
        return value.has_value();
    };
    history.first =
        static_cast<std::size_t>(std::ranges::find_if(values, present) - values.begin());
    for (std::size_t i = history.first; i < values.size(); ++i) {
        if (!values[i]) {
            continue;
        }
        history.last = i;
        if (*values[i] == unobserved) {
            continue;
        }
        const auto& observation = observations[*values[i]];
        ++history.counts[observation];
        if (history.parts.empty() || history.parts.back().observation != observation) {
            history.parts.push_back({observation, i, i, 0});
        }
        history.parts.back().last = i;
        ++history.parts.back().count;
    }
    const auto& parts = history.parts;
    if (parts.size() < 2) {
        return history;
    }
    if (flickers(parts, points)) {
        history.kind = HistoryKind::unstable;
        return history;
    }
    history.kind =
        history.counts.size() < parts.size() ? HistoryKind::returned : HistoryKind::changed;
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

/// The rows that the newest report and the one before it both observed, and of which it says worse.
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
    switch (observation.verdict) {
        case Verdict::pass: return "pass";
        case Verdict::fail:
        case Verdict::recorded:
            return observation.text.empty() ? std::string(to_string(observation.verdict))
                                            : observation.text;
        default: break;
    }
    const std::string verdict(to_string(observation.verdict));
    return observation.text.empty() || observation.text == verdict
               ? verdict
               : verdict + ": " + observation.text;
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
        case HistoryKind::returned: return "returned";
        case HistoryKind::unstable: break;
    }
    return "unstable";
}

std::vector<HistoryLine> read_history(const HistoryOptions& options) {
    HistoryReading reading(options);
    auto kept = reading.run();
    std::map<std::string, std::vector<const Kept*>> by_line;
    std::ranges::sort(kept, {}, &Kept::order);
    for (const auto& report : kept) {
        by_line[report.line].push_back(&report);
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
