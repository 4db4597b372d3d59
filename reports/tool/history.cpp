#include "tool/history.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <sstream>
#include <thread>
#include <tuple>

#include "judge/diff.hpp"
#include "judge/observation.hpp"
#include "base/input_error.hpp"
#include "model/report_reader.hpp"
#include "base/utf8.hpp"
#include "tool/files.hpp"
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
    std::tuple<std::vector<int>, int, std::uint32_t, std::string, std::string, std::string> order;
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

bool is_observation(Verdict verdict) {
    return verdict != Verdict::not_applicable && verdict != Verdict::not_run &&
           verdict != Verdict::not_measured;
}

/// What a row that passes got where that says something: of the checks that allow several answers,
/// and of the first one where the answer is the expected text itself. Others hold times and counts.
std::string answers_of_pass(const RowResult& row) {
    std::string text;
    for (const auto& check : row.checks) {
        const bool is_first = &check == &row.checks.front() && check.actual == check.expected;
        if (is_first || check.expected.find(" or ") != check.expected.npos) {
            text += (text.empty() ? "" : "; ") + check.actual;
        }
    }
    return text;
}

Observation observation_of(const RowResult& row) {
    return {row.verdict, row.verdict == Verdict::pass ? answers_of_pass(row) : observed(row)};
}

/// Reads reports on all processors.
class HistoryReading {
public:
    explicit HistoryReading(const HistoryOptions& options) : options_(options) {
        observations_.number_of({Verdict::not_run, ""});
    }

    std::vector<Kept> run() {
        std::vector<std::thread> threads;
        // Each holds the text of a report: more threads would need more memory than they save time.
        const auto count = std::clamp(std::thread::hardware_concurrency(), 2u, 4u);
        for (unsigned i = 1; i < count; ++i) {
            threads.emplace_back([this] { work(); });
        }
        work();
        for (auto& thread : threads) {
            thread.join();
        }
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        for (const auto& selector : options_.selectors) {
            if (!matched_.contains(selector)) {
                throw InputError(selector + ": no row of these reports is selected by it");
            }
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
        const auto text = read_input(path);
        // The repetitions of a row, and what they observed.
        std::map<std::string, std::set<Observation>> rows;
        std::set<std::string> requirements;
        std::set<std::string> matched;
        const auto report = read_report(text, path, [&](RowResult&& row) {
            for (const auto& selector : options_.selectors) {
                if (is_selected({selector}, row.row, row.requirements)) {
                    matched.insert(selector);
                }
            }
            if (is_selected(options_.selectors, row.row, row.requirements)) {
                requirements.insert(row.requirements.begin(), row.requirements.end());
                auto& observed_ones = rows[row.row];
                if (!row.unobserved && is_observation(row.verdict)) {
                    observed_ones.insert(observation_of(row));
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
                      os.version.build,
                      os.ubr.value_or(0),
                      report.run.started,
                      report.run.id,
                      path};
        const std::scoped_lock guard(mutex_);
        matched_.insert(matched.begin(), matched.end());
        for (const auto& [row, answers] : rows) {
            kept.rows.emplace_back(names_.number_of(row), number_of(answers));
        }
        for (const auto& requirement : report.requirements) {
            if (requirements.contains(requirement.id)) {
                const auto verdict = requirement.of_rows.verdict;
                // Of a run that was interrupted the other rows might say otherwise.
                const bool is_known =
                    report.run.complete && is_observation(verdict) &&
                    (requirement.of_rows.observed() != 0 || verdict == Verdict::inconclusive);
                kept.requirements.emplace_back(
                    names_.number_of(requirement.id),
                    is_known ? observations_.number_of({verdict, ""}) : unobserved);
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
    std::set<std::string> matched_;
    Numbered<std::string> names_;
    Numbered<Observation> observations_;
    std::vector<Kept> kept_;
    std::exception_ptr failure_;
};

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

/// Takes flicker out of the observations: within one system and suite the most frequent answer
/// stands for all of them.
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
