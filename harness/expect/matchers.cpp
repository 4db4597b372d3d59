#include "expect/matchers.hpp"

#include <algorithm>
#include <utility>

#include "model/winsock_error.hpp"
#include "record/windows_headers.hpp"

namespace conformance {

namespace {

bool succeeded(const CallResult& result) {
    return !result.failed && result.value == 0;
}

bool failed_with_some_error(const CallResult& result) {
    return result.value == SOCKET_ERROR && result.error != 0;
}

std::string marked(const std::string& expected) {
    return std::string(expectation_mark) + expected;
}

}  // namespace

CallMatcher::CallMatcher(std::string expected, std::function<bool(const CallResult&)> condition)
    : expected_(std::move(expected)), condition_(std::move(condition)) {}

std::string CallMatcher::describe() const {
    return marked(expected_);
}

CallMatcher Succeeds() {
    return {"0", succeeded};
}

CallMatcher FailsWith(int error) {
    return {"SOCKET_ERROR/" + describe_error(error), [error](const CallResult& result) {
                return result.value == SOCKET_ERROR && result.error == error;
            }};
}

CallMatcher Fails() {
    return {"SOCKET_ERROR with an error code", failed_with_some_error};
}

CallMatcher FailsWithOneOf(std::vector<int> errors) {
    std::string names;
    for (const auto error : errors) {
        names += (names.empty() ? "" : " or ") + describe_error(error);
    }
    return {"SOCKET_ERROR/" + names, [errors = std::move(errors)](const CallResult& result) {
                return result.value == SOCKET_ERROR &&
                       std::ranges::find(errors, result.error) != errors.end();
            }};
}

CallMatcher IsReady() {
    return {"1", [](const CallResult& result) { return result.value == 1; }};
}

CallMatcher SucceedsOrFailsWith(int error) {
    return {"0, or SOCKET_ERROR/" + describe_error(error), [error](const CallResult& result) {
                return succeeded(result) || (result.value == SOCKET_ERROR && result.error == error);
            }};
}

CallMatcher SucceedsOrFails() {
    return {"0, or SOCKET_ERROR with an error code", [](const CallResult& result) {
                return succeeded(result) || failed_with_some_error(result);
            }};
}

OptionMatcher::OptionMatcher(std::string expected,
                             std::function<bool(const OptionResult&)> condition)
    : expected_(std::move(expected)), condition_(std::move(condition)) {}

std::string OptionMatcher::describe() const {
    return marked(expected_);
}

OptionMatcher Stores(std::uint32_t truth) {
    return {truth != 0 ? "0, stored TRUE" : "0, stored FALSE", [truth](const OptionResult& result) {
                return succeeded(result.call) && result.dword() != OptionResult::unwritten &&
                       (result.dword() != 0) == (truth != 0);
            }};
}

OptionMatcher StoresExactly(std::uint32_t value) {
    return {"0, stored " + std::to_string(value), [value](const OptionResult& result) {
                return succeeded(result.call) && result.dword() == value;
            }};
}

OptionMatcher StoresBetween(std::uint32_t least, std::uint32_t most) {
    return {"0, stored " + std::to_string(least) + " to " + std::to_string(most),
            [least, most](const OptionResult& result) {
                return succeeded(result.call) && result.dword() >= least && result.dword() <= most;
            }};
}

OptionMatcher StoresOneOf(std::vector<std::uint32_t> values) {
    std::string names;
    for (const auto value : values) {
        names += (names.empty() ? "" : " or ") + std::to_string(value);
    }
    return {"0, stored " + names, [values = std::move(values)](const OptionResult& result) {
                return succeeded(result.call) &&
                       std::ranges::find(values, result.dword()) != values.end();
            }};
}

OptionMatcher ReportsSize(int length) {
    return {"0, optlen " + std::to_string(length), [length](const OptionResult& result) {
                return succeeded(result.call) && result.length == length;
            }};
}

OptionMatcher LeavesUntouched(std::size_t first, unsigned char fill) {
    return {"the bytes from " + std::to_string(first) + " on untouched",
            [first, fill](const OptionResult& result) {
                return std::all_of(result.bytes.begin() + static_cast<std::ptrdiff_t>(first),
                                   result.bytes.end(),
                                   [fill](unsigned char byte) { return byte == fill; });
            }};
}

}  // namespace conformance
