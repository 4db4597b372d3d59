#pragma once

#include <any>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/nt_version.hpp"
#include "model/row_result.hpp"

namespace conformance {

/// A value as the name of a row has it.
std::string to_text(int value);
/// Hexadecimal from 10 on, because DWORDs are flags and bit patterns here.
std::string to_text(std::uint32_t value);
/// Decimal, for counts.
std::string to_text(std::uint64_t value);

/// The capability that a row with this value needs; empty for most. A type whose values need one
/// overloads this function.
template <typename T>
std::string capability_for(const T&) {
    return {};
}

/// The values of a parameter, one row each.
class Axis {
public:
    struct Value {
        RowParameter text;
        std::any value;
        /// The first version that documents the value, and the first on which it can be observed.
        NtVersion documented;
        NtVersion observable;
        /// The name of a capability, or empty.
        std::string needs;
    };

    explicit Axis(std::vector<Value> values) : values_(std::move(values)) {}
    const std::vector<Value>& values() const noexcept { return values_; }

private:
    std::vector<Value> values_;
};

/// A named parameter of a case, with values of type T. `optlen.of(0, 1)` makes rows of these
/// values; the parameter's name alone makes rows of its usual values. In the body `row[optlen]` is
/// the row's value.
template <typename T>
class Parameter {
public:
    explicit Parameter(std::string name, std::vector<T> usual_values = {})
        : name_(std::move(name)), usual_values_(std::move(usual_values)) {}

    template <typename... Values>
    Axis of(Values... values) const {
        return axis({static_cast<T>(values)...}, always, always);
    }

    /// The usual values, each of which can be observed from the version that `first_version`
    /// returns; on older versions its rows are inconclusive.
    Axis since(NtVersion (*first_version)(T)) const {
        return axis(usual_values_, always, [&](const T& one) { return first_version(one); });
    }
    /// The usual values, each of which is documented from the version that `first_version` returns;
    /// on older versions its rows do not apply.
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

    /// The row's value of that parameter. A parameter that the case does not have is a fault of the
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

/// One row for each combination of the axes' values; the last axis changes fastest. Without axes,
/// one row without values.
std::vector<Row> combine(const std::vector<Axis>& axes);

}  // namespace conformance
