#include "cases/parameter.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"

namespace conformance {

std::string to_text(int value) {
    return std::to_string(value);
}

std::string to_text(std::uint32_t value) {
    return value < 10 ? std::to_string(value) : hexadecimal(value);
}

std::string to_text(std::uint64_t value) {
    return std::to_string(value);
}

const std::any& Row::find(const std::string& name) const {
    const auto found =
        std::ranges::find(values_, name, [](const Axis::Value& one) { return one.text.name; });
    if (found == values_.end()) {
        throw std::logic_error("the row has no parameter " + name);
    }
    return found->value;
}

std::vector<Row> combine(const std::vector<Axis>& axes) {
    std::vector<std::vector<Axis::Value>> combinations{{}};
    for (const auto& axis : axes) {
        std::vector<std::vector<Axis::Value>> longer;
        for (const auto& combination : combinations) {
            for (const auto& one : axis.values()) {
                longer.push_back(combination);
                longer.back().push_back(one);
            }
        }
        combinations = std::move(longer);
    }
    std::vector<Row> rows;
    for (auto& combination : combinations) {
        rows.emplace_back(std::move(combination));
    }
    return rows;
}

}  // namespace conformance
