#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/input_error.hpp"
#include "base/json_forward.hpp"

namespace conformance {

/// "line 3, column 5", for the byte at which a parser's error points, counted from 1.
std::string place_in(std::string_view text, std::size_t byte);

/// Parses JSON text. An InputError calls the text `name` and gives the line and column of the first
/// byte that is not JSON.
Json parse_json(std::string_view text, const std::string& name);

/// A member that must exist and have type T; otherwise throws InputError, which names `where`.
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
