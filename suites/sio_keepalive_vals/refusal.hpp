#pragma once

#include <array>

#include "turn_on.hpp"

namespace conformance {

/// Invalid calls that leave the process intact on every stack. Cases of their own check that and
/// how they are refused; other cases use them as a setup.
enum class Refusal {
    no_input_size,
    short_input,
    null_input,
    unmapped_input,
    output_size,
    unknown_code,
};

inline std::string to_text(Refusal refusal) {
    static constexpr std::array<const char*, 6> names{"cbInBuffer-0",     "cbInBuffer-11",
                                                      "lpvInBuffer-null", "lpvInBuffer-unmapped",
                                                      "cbOutBuffer-4",    "unknown-code"};
    return names[static_cast<std::size_t>(refusal)];
}

inline const Parameter<Refusal> refusal_cause("cause",
                                              {Refusal::no_input_size, Refusal::short_input,
                                               Refusal::null_input, Refusal::unmapped_input,
                                               Refusal::output_size, Refusal::unknown_code});

/// The control code with arguments, one of which is invalid.
struct RefusedVals : KeepaliveVals {
    explicit RefusedVals(Refusal refusal, const tcp_keepalive& of_values = turned_on)
        : KeepaliveVals(of_values) {
        switch (refusal) {
            case Refusal::no_input_size: arguments.input_size = 0; break;
            case Refusal::short_input: arguments.input_size = sizeof values - 1; break;
            case Refusal::null_input: point_input_to(nullptr); break;
            case Refusal::unmapped_input: point_input_to(unmapped.data()); break;
            case Refusal::output_size:
                arguments.output = output.data();
                arguments.output_size = static_cast<DWORD>(output.size());
                arguments.visible_output = output;
                break;
            case Refusal::unknown_code: arguments.code = IOC_IN | IOC_VENDOR | 0x7FFF; break;
        }
    }

private:
    void point_input_to(const void* input) {
        arguments.input = input;
        arguments.visible_input = {};
    }

    Memory unmapped{MemoryKind::unmapped, 0};
    std::array<unsigned char, 4> output{};
};

/// Throws Inconclusive when such a call was not refused.
inline void require_refusal(const CallResult& result) {
    if (!result.failed) {
        throw Inconclusive("the call that was to be refused was not");
    }
}

}  // namespace conformance
