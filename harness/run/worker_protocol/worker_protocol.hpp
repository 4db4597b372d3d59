#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/environment.hpp"
#include "model/row_result.hpp"
#include "plan/journal.hpp"
#include "plan/variants.hpp"

namespace conformance {

/// The order of a supervisor to a worker: one JSON line.
struct WorkerOrder {
    /// Whether to report the facts about the provider.
    bool facts = false;
    /// Whether these include facts that need packets to be observed, or a silent peer.
    bool wire = false;
    std::vector<RowId> rows;
    /// Whether a row that passes sends its calls, which are most of its line.
    bool calls_of_passed = true;
    /// The changes to the worker's environment in each repetition.
    VariablesByRepetition variables{};
};

std::string to_line(const WorkerOrder& order);
WorkerOrder order_from_line(const std::string& line);

/// A message of a worker: one JSON line.
struct WorkerMessage {
    enum class Kind {
        /// The facts about the provider: `environment` has the provider's part.
        facts,
        /// The provider cannot be used: `text` is the reason.
        provider_error,
        /// A row has begun: `id`.
        started,
        /// A row has ended: `id`, `result`. When the machine was too busy for its other checks
        /// after
        /// one had failed, `text` is the reason.
        finished,
        /// A fault of the suite or the harness in a row: `id`, `text`.
        fault,
        /// All rows have ended.
        done,
    };

    Kind kind = Kind::done;
    std::string text;
    std::optional<RowId> id;
    std::optional<RowResult> result;
    std::optional<Environment> environment;
    std::vector<Capability> capabilities;
};

std::string to_line(const WorkerMessage& message);
/// Throws InputError for a line that is not a message.
WorkerMessage message_from_line(const std::string& line);

}  // namespace conformance
