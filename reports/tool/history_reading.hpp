#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tool/history.hpp"

namespace conformance {

/// Numbers for values: each value gets one.
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

/// The observation of a row that a report has and did not observe.
inline constexpr std::uint32_t unobserved = 0;

/// The number of a row or requirement, and that of its observation.
using Entry = std::pair<std::uint32_t, std::uint32_t>;

/// The part of a report that a history keeps.
struct Kept {
    std::string line;
    HistoryPoint point;
    std::tuple<std::vector<int>, int, std::uint32_t, std::string, std::string, std::string> order;
    std::vector<Entry> rows;
    std::vector<Entry> requirements;
};

/// Reads the reports of a history, several at a time, and keeps numbers of each.
class HistoryReading {
public:
    explicit HistoryReading(const HistoryOptions& options) : options_(options) {
        observations_.number_of({Verdict::not_run, ""});
    }

    /// Returns them in no order. Throws InputError for a report that cannot be read, and for a
    /// selector that matches no row.
    std::vector<Kept> run();

    const Numbered<std::string>& names() const { return names_; }
    const Numbered<Observation>& observations() const { return observations_; }

private:
    void read(const std::string& path);
    std::uint32_t number_of(const std::set<Observation>& answers);

    const HistoryOptions& options_;
    std::mutex mutex_;
    std::set<std::string> matched_;
    Numbered<std::string> names_;
    Numbered<Observation> observations_;
    std::vector<Kept> kept_;
};

}  // namespace conformance
