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

/// A condition on what a call answered, and its words.
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

/// Whatever `inner` takes, of which nothing is demanded: the row records what happened. What no
/// documented function can answer still fails it.
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
/// The call returned SOCKET_ERROR, and WSAGetLastError that code.
CallMatcher FailsWith(int error);
/// The call returned SOCKET_ERROR, and WSAGetLastError some code: where the documentation names
/// none.
CallMatcher Fails();
/// The call returned SOCKET_ERROR, and WSAGetLastError one of the codes: where the documentation
/// names several that fit.
CallMatcher FailsWithOneOf(std::vector<int> errors);
/// The call returned 0, or SOCKET_ERROR with that code.
CallMatcher SucceedsOrFailsWith(int error);
/// The call returned 0, or SOCKET_ERROR with some code: where the documentation says nothing, and
/// the row records what happened.
CallMatcher SucceedsOrFails();

/// The call was select, and it said that its socket is ready.
CallMatcher IsReady();

/// A condition on what getsockopt left behind, and its words.
class OptionMatcher : public Catch::Matchers::MatcherGenericBase {
public:
    OptionMatcher(std::string expected, std::function<bool(const OptionResult&)> condition);

    bool match(const OptionResult& result) const { return condition_(result); }
    std::string describe() const override;

private:
    std::string expected_;
    std::function<bool(const OptionResult&)> condition_;
};

/// The call returned 0 and stored FALSE (0) for `off`, TRUE (any other value) for another value. A
/// buffer that still holds OptionResult::unwritten was not written to.
OptionMatcher Stores(std::uint32_t truth);
/// The call returned 0 and stored exactly that DWORD.
OptionMatcher StoresExactly(std::uint32_t value);
/// The call returned 0 and stored a DWORD from `least` to `most`.
OptionMatcher StoresBetween(std::uint32_t least, std::uint32_t most);
/// The call returned 0 and stored one of these DWORDs.
OptionMatcher StoresOneOf(std::vector<std::uint32_t> values);
/// The call returned 0 and left that length, in bytes, in optlen.
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
