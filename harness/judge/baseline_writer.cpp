#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "judge/baseline.hpp"

namespace conformance {

namespace {

using Reason = std::tuple<std::string, std::string, std::string>;

Reason reason_of(const BaselineEntry& entry) {
    return {entry.reason, entry.source, entry.grade};
}

/// A name for a reason: its first words, and a number where those are taken.
std::string name_for(const std::string& reason, const std::map<std::string, Reason>& taken) {
    constexpr std::size_t longest = 40;
    std::string name;
    for (const char c : reason) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool is_capital = c >= 'A' && c <= 'Z';
        if (is_letter || is_capital) {
            name += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (!name.empty() && name.back() != '-') {
            if (name.size() >= longest) {
                break;
            }
            name += '-';
        }
    }
    while (name.ends_with('-')) {
        name.pop_back();
    }
    auto unique = name;
    for (int number = 2; taken.contains(unique); ++number) {
        unique = name + "-" + std::to_string(number);
    }
    return unique;
}

/// The names of the shared reasons: those that have a name, and those of several entries.
std::map<Reason, std::string> named_reasons(const std::vector<BaselineEntry>& entries) {
    std::map<std::string, Reason> taken;
    std::map<Reason, std::string> names;
    std::map<Reason, std::size_t> counts;
    for (const auto& entry : entries) {
        ++counts[reason_of(entry)];
        if (!entry.because.empty() && taken.emplace(entry.because, reason_of(entry)).second) {
            names.emplace(reason_of(entry), entry.because);
        }
    }
    for (const auto& entry : entries) {
        const auto reason = reason_of(entry);
        if (counts[reason] > 1 && !names.contains(reason)) {
            const auto name = name_for(entry.reason, taken);
            taken.emplace(name, reason);
            names.emplace(reason, name);
        }
    }
    return names;
}

Json as_json(const EntryCondition& when) {
    Json json = Json::object();
    if (when.architecture) {
        json["architecture"] = *when.architecture;
    }
    if (when.provider) {
        json["provider"] = *when.provider;
    }
    for (const auto& [name, value] : when.registry) {
        json["registry"][name] = value ? Json(*value) : Json(nullptr);
    }
    return json;
}

Json as_json(const Reason& reason) {
    return {{"reason", std::get<0>(reason)},
            {"source", std::get<1>(reason)},
            {"grade", std::get<2>(reason)}};
}

}  // namespace

std::string to_text(const Baseline& baseline) {
    const auto& platform = baseline.platform;
    Json json{{"platform", platform.name}};
    const auto put = [&](const char* member, const auto& value) {
        if (value) {
            json[member] = *value;
        }
    };
    const auto text_of = [](const std::optional<NtVersion>& version) {
        return version ? std::optional(to_string(*version)) : std::nullopt;
    };
    put("wine", platform.wine);
    put("reactos", platform.reactos);
    put("from", text_of(platform.versions.from));
    put("until", text_of(platform.versions.until));
    put("architecture", platform.architecture);
    put("server", platform.server);
    put("provider", platform.provider);
    if (!baseline.measured.empty()) {
        json["measured"] = baseline.measured;
    }
    const auto names = named_reasons(baseline.entries);
    std::map<std::string, Reason> by_name;
    for (const auto& [reason, name] : names) {
        by_name.emplace(name, reason);
    }
    for (const auto& [name, reason] : by_name) {
        json["reasons"][name] = as_json(reason);
    }
    json["entries"] = Json::array();
    for (const auto& entry : baseline.entries) {
        Json object{{"rows", entry.rows},
                    {"verdict", to_string(entry.verdict)},
                    {"observed", entry.observed}};
        const auto named = names.find(reason_of(entry));
        if (named != names.end()) {
            object["because"] = named->second;
        } else {
            object.update(as_json(reason_of(entry)));
        }
        if (entry.unconfirmed) {
            object["unconfirmed"] = true;
        }
        for (const auto& outcome : entry.also) {
            object["also"].push_back(
                {{"verdict", to_string(outcome.verdict)}, {"observed", outcome.observed}});
        }
        if (!entry.bug.empty()) {
            object["bug"] = entry.bug;
        }
        if (!entry.revisit.empty()) {
            object["revisit"] = entry.revisit;
        }
        if (!entry.when.is_empty()) {
            object["when"] = as_json(entry.when);
        }
        json["entries"].push_back(std::move(object));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace conformance
