#include "supervisor/provider_inquiry.hpp"

#include <optional>
#include <stdexcept>

#include "base/provider_error.hpp"
#include "base/utf8.hpp"
#include "model/winsock_error.hpp"
#include "supervisor/child_process.hpp"
#include "supervisor/deadlines.hpp"
#include "supervisor/delay_meter.hpp"
#include "worker_protocol/shared_memory.hpp"
#include "worker_protocol/worker_protocol.hpp"

namespace conformance {

Inquiry inquire(const std::filesystem::path& provider, bool wire, double timeout_multiplier) {
    const auto name = utf8_from_path(provider);
    const SharedRecord record;
    const SharedWire observed;
    std::optional<DelayMeter> meter;
    if (wire) {
        meter.emplace((*observed).delays);
    }
    EventQueue events;
    const ChildProcess worker(0,
                              {L"worker", L"--provider", provider.wstring(),
                               L"--timeout-multiplier", std::to_wstring(timeout_multiplier)},
                              {{L"--record", record.handle()}, {L"--wire", observed.handle()}},
                              to_line(WorkerOrder{true, wire, {}}), events);
    const auto deadline = EventQueue::Clock::now() + scaled(start_deadline, timeout_multiplier);
    while (const auto event = events.pop(deadline)) {
        if (event->kind == Event::Kind::ended) {
            throw ProviderError(name + ": cannot be used: the process that loads it ended with " +
                                describe_exit_code(event->exit_code));
        }
        const auto message = message_from_line(event->line);
        if (message.kind == WorkerMessage::Kind::provider_error) {
            throw ProviderError(message.text);
        }
        if (message.kind == WorkerMessage::Kind::fault) {
            throw std::runtime_error("harness fault: " + message.text);
        }
        if (message.kind == WorkerMessage::Kind::facts) {
            return {*message.environment, message.capabilities};
        }
    }
    throw ProviderError(name + ": cannot be used: the process that loads it hangs");
}

}  // namespace conformance
