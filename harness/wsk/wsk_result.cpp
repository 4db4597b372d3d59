#include "wsk/wsk_result.hpp"

#include <cstring>
#include <span>

#include "base/text.hpp"
#include "model/winsock_error.hpp"

namespace conformance {

namespace {

/// ntstatus.h, which windows.h does not go together with.
constexpr int status_pending = 0x103;

}  // namespace

int WskResult::status() const noexcept {
    return returned == status_pending && completions != 0 ? io_status : returned;
}

std::string describe(const WskResult& result) {
    return result.unfinished ? "no end in time" : describe_status(result.status());
}

std::string describe(const WskCompletion& completion) {
    const auto& call = completion.call;
    if (call.completions == 0) {
        return describe(call) + ", IRP not completed";
    }
    const auto times =
        call.completions == 1 ? std::string("once") : std::to_string(call.completions) + " times";
    return describe(call) + ", IRP completed " + times + " with " +
           (call.io_status == call.status() ? "it" : describe_status(call.io_status));
}

std::uint32_t WskOptionResult::value() const noexcept {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

std::string describe(const WskOptionResult& result) {
    auto text = describe(result.call);
    if (result.call.succeeded()) {
        text += ", stored " + std::to_string(result.value()) + " (" +
                hexadecimal(std::span(result.bytes).first(sizeof(std::uint32_t))) + ")";
    }
    return text;
}

}  // namespace conformance
