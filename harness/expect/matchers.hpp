#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_templated.hpp>
#include <catch2/catch_tostring.hpp>

#include "expect/expectation.hpp"
#include "winsock/call_result.hpp"

namespace conformance {

/// A condition on the answer of a call, and its description.
class CallMatcher : public Catch::Matchers::MatcherGenericBase {
public:
    CallMatcher(std::string expected, std::function<bool(const CallResult&)> condition);

    bool match(const CallResult& result) const { return condition_(result); }
    bool match(const OptionResult& result) const { return condition_(result.call); }
    std::string describe() const override;

private:
    std::string expected_;
    std::function<bool(const CallResult&)> condition_;
};

/// Accepts everything that `inner` accepts and records it: no outcome is demanded. An answer that
/// no documented function can give still fails the row.
template <typename Matcher>
class Recorded : public Catch::Matchers::MatcherGenericBase {
public:
    explicit Recorded(Matcher inner) : inner_(std::move(inner)) {}

    template <typename Value>
    bool match(const Value& value) const {
        return inner_.match(value);
    }
    std::string describe() const override { return recorded_text(inner_.describe()); }

private:
    Matcher inner_;
};

/// The call returned 0.
CallMatcher Succeeds();
/// The call returned SOCKET_ERROR, and WSAGetLastError returned that code.
CallMatcher FailsWith(int error);
/// The call returned SOCKET_ERROR, and WSAGetLastError returned a code, for failures whose code is
/// not documented.
CallMatcher Fails();
/// The call returned SOCKET_ERROR, and WSAGetLastError returned one of the codes, for failures to
/// which several documented codes apply.
CallMatcher FailsWithOneOf(std::vector<int> errors);
/// The call returned 0, or SOCKET_ERROR with that code.
CallMatcher SucceedsOrFailsWith(int error);
/// The call returned 0, or SOCKET_ERROR with a code, for outcomes that are not documented: the row
/// records the answer.
CallMatcher SucceedsOrFails();

/// The call was select, and it reported the socket as ready.
CallMatcher IsReady();

/// A condition on the result of getsockopt, and its description.
class OptionMatcher : public Catch::Matchers::MatcherGenericBase {
public:
    OptionMatcher(std::string expected, std::function<bool(const OptionResult&)> condition);

    bool match(const OptionResult& result) const { return condition_(result); }
    std::string describe() const override;

private:
    std::string expected_;
    std::function<bool(const OptionResult&)> condition_;
};

/// The call returned 0 and stored FALSE (0) for `off`, or TRUE (any other value) for another value.
/// A buffer that still holds OptionResult::unwritten was not written.
OptionMatcher Stores(std::uint32_t truth);
/// The call returned 0 and stored exactly that DWORD.
OptionMatcher StoresExactly(std::uint32_t value);
/// The call returned 0 and stored a DWORD from `least` to `most`.
OptionMatcher StoresBetween(std::uint32_t least, std::uint32_t most);
/// The call returned 0 and stored one of these DWORDs.
OptionMatcher StoresOneOf(std::vector<std::uint32_t> values);
/// The call returned 0 and set optlen to that length, in bytes.
OptionMatcher ReportsSize(int length);
/// No byte of the buffer from `first` on differs from `fill`, whatever the call returned.
OptionMatcher LeavesUntouched(std::size_t first, unsigned char fill);

}  // namespace conformance

template <>
struct Catch::StringMaker<conformance::CallResult> {
    static std::string convert(const conformance::CallResult& result) {
        return conformance::describe(result);
    }
};

template <>
struct Catch::StringMaker<conformance::OptionResult> {
    static std::string convert(const conformance::OptionResult& result) {
        return conformance::describe(result);
    }
};
