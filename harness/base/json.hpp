#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/input_error.hpp"
#include "base/json_forward.hpp"

namespace conformance {

/// "line 3, column 5", of the byte that a parser's error counts from 1.
std::string place_in(std::string_view text, std::size_t byte);

/// Parses JSON text. `name` is what the message of an InputError calls it; its place is the line
/// and column at which the text stops being JSON.
Json parse_json(std::string_view text, const std::string& name);

/// A member that has to be there and be of type T; otherwise an InputError that names `where`.
template <typename T>
T required(const Json& object, const char* member, const std::string& where) {
    try {
        return object.at(member).get<T>();
    } catch (const Json::exception&) {
        throw InputError(where + ": expected the member \"" + member +
                         "\", of the documented type");
    }
}

}  // namespace conformance
