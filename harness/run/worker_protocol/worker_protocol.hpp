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

/// What a supervisor asks of a worker: one JSON line.
struct WorkerOrder {
    /// Whether to report the facts about the provider.
    bool facts = false;
    /// Whether those include what needs packets to be seen, or a peer to fall silent.
    bool wire = false;
    std::vector<RowId> rows;
    /// Whether a row that passes sends its calls, too: most of the line.
    bool calls_of_passed = true;
    /// What each repetition changes in the worker's environment.
    VariablesByRepetition variables{};
};

std::string to_line(const WorkerOrder& order);
WorkerOrder order_from_line(const std::string& line);

/// What a worker says: one JSON line each.
struct WorkerMessage {
    enum class Kind {
        /// The facts about the provider: `environment` holds the provider's part.
        facts,
        /// The provider cannot be used: `text` says why.
        provider_error,
        /// A row begins: `id`.
        started,
        /// A row is over: `result`.
        finished,
        /// The suite or the harness is wrong in a row: `id`, `text`.
        fault,
        /// All rows are over.
        done,
    };

    Kind kind = Kind::done;
    std::string text;
    RowId id;
    RowResult result;
    std::optional<Environment> environment;
    std::vector<Capability> capabilities;
};

std::string to_line(const WorkerMessage& message);
/// Throws InputError for a line that is no message.
WorkerMessage message_from_line(const std::string& line);

}  // namespace conformance
