#pragma once

#include <any>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/nt_version.hpp"
#include "model/row_result.hpp"

namespace conformance {

/// A value as it stands in a row's name.
std::string to_text(int value);
/// In hexadecimal from 10 on: DWORDs are flags and bit patterns here.
std::string to_text(std::uint32_t value);
/// In decimal: counts, and numbers of things.
std::string to_text(std::uint64_t value);

/// The capability without which a row with that value cannot run; empty for most. A type whose
/// values need one overloads it.
template <typename T>
std::string capability_for(const T&) {
    return {};
}

/// The values that a parameter takes, one row each.
class Axis {
public:
    struct Value {
        RowParameter text;
        std::any value;
        /// The first version that documents it, and the first on which it can be observed.
        NtVersion documented;
        NtVersion observable;
        /// A capability, or empty.
        std::string needs;
    };

    explicit Axis(std::vector<Value> values) : values_(std::move(values)) {}
    const std::vector<Value>& values() const noexcept { return values_; }

private:
    std::vector<Value> values_;
};

/// A named parameter of a case, with values of type T. `optlen.of(0, 1)` makes rows of these
/// values, the parameter's name alone rows of the values it was made with; inside the body
/// `row[optlen]` is the row's value.
template <typename T>
class Parameter {
public:
    explicit Parameter(std::string name, std::vector<T> usual_values = {})
        : name_(std::move(name)), usual_values_(std::move(usual_values)) {}

    template <typename... Values>
    Axis of(Values... values) const {
        return axis({static_cast<T>(values)...}, always, always);
    }

    /// The usual values, of which each can be observed only from the version on that
    /// `first_version` names: before, rows of it are inconclusive.
    Axis since(NtVersion (*first_version)(T)) const {
        return axis(usual_values_, always, [&](const T& one) { return first_version(one); });
    }
    /// The usual values, of which each is documented only from the version on that `first_version`
    /// names: before, rows of it do not apply.
    Axis documented_since(NtVersion (*first_version)(T)) const {
        return axis(
            usual_values_, [&](const T& one) { return first_version(one); }, always);
    }

    operator Axis() const { return axis(usual_values_, always, always); }

    const std::string& name() const noexcept { return name_; }

private:
    static NtVersion always(const T& /*value*/) { return {}; }

    template <typename Documented, typename Observable>
    Axis axis(const std::vector<T>& values, Documented documented, Observable observable) const {
        std::vector<Axis::Value> all;
        for (const auto& one : values) {
            all.push_back({{name_, to_text(one)},
                           one,
                           documented(one),
                           observable(one),
                           capability_for(one)});
        }
        return Axis(std::move(all));
    }

    std::string name_;
    std::vector<T> usual_values_;
};

/// The values of one row, by parameter.
class Row {
public:
    explicit Row(std::vector<Axis::Value> values) : values_(std::move(values)) {}

    /// The row's value of that parameter. Naming one that the case does not have is a fault of the
    /// suite.
    template <typename T>
    const T& operator[](const Parameter<T>& parameter) const {
        return std::any_cast<const T&>(find(parameter.name()));
    }

    const std::vector<Axis::Value>& values() const noexcept { return values_; }

private:
    const std::any& find(const std::string& name) const;

    std::vector<Axis::Value> values_;
};

/// One row for each combination of the axes' values, the last axis changing fastest; one row
/// without values when there are no axes.
std::vector<Row> combine(const std::vector<Axis>& axes);

}  // namespace conformance
